package org.cfptrace.it.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * All forms of all secrets, looked for in one pass: a place where none begins is told by its first
 * four bytes. A broker's disk has a hundred megabytes, and there are hundreds of forms.
 */
final class Needles {
  private static final int FIRST = 4;
  private static final int HASHES = 1 << 16;

  private record Needle(String secret, String form, String written) {
    boolean isAt(byte[] bytes, int at) {
      if (at + written.length() > bytes.length) {
        return false;
      }
      for (int i = 0; i < written.length(); i++) {
        if (written.charAt(i) != (bytes[at + i] & 0xff)) {
          return false;
        }
      }
      return true;
    }
  }

  private final boolean[] begins = new boolean[HASHES];
  private final Map<Integer, List<Needle>> byBeginning = new HashMap<>();

  Needles(List<Secret> secrets) {
    for (Secret secret : secrets) {
      secret.forms().forEach((form, written) -> add(secret.name(), form, written));
    }
  }

  private void add(String secret, String form, String written) {
    if (written.length() < FIRST) {
      throw new IllegalArgumentException("too short to be told from chance: " + written);
    }
    int beginning = 0;
    for (byte first : written.substring(0, FIRST).getBytes(ISO_8859_1)) {
      beginning = next(beginning, first);
    }
    begins[hash(beginning)] = true;
    byBeginning
        .computeIfAbsent(beginning, none -> new ArrayList<>())
        .add(new Needle(secret, form, written));
  }

  /** Tells each secret that is in the bytes, with the form it has there, once. */
  void in(byte[] bytes, BiConsumer<String, String> found) {
    Set<Needle> seen = new HashSet<>();
    int lastFour = 0;
    for (int i = 0; i < bytes.length; i++) {
      lastFour = next(lastFour, bytes[i]);
      if (begins[hash(lastFour)] && i + 1 >= FIRST) {
        int at = i + 1 - FIRST;
        for (Needle needle : byBeginning.getOrDefault(lastFour, List.of())) {
          if (needle.isAt(bytes, at) && seen.add(needle)) {
            found.accept(needle.secret(), needle.form());
          }
        }
      }
    }
  }

  private static int next(int lastFour, byte one) {
    return (lastFour << 8) | (one & 0xff);
  }

  private static int hash(int four) {
    return (four * 0x9E3779B1) >>> 16;
  }
}
