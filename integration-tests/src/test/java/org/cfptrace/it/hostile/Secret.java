package org.cfptrace.it.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Something that must not be found, and the forms in which it could hide.
 *
 * @param name what to call it in a finding
 * @param forms how it may be written, each as bytes in an ISO 8859-1 string, with a name
 */
record Secret(String name, Map<String, String> forms) {

  private static final int SHORTEST = 6;

  Secret {
    forms = new LinkedHashMap<>(forms);
  }

  /** A word: a name, an id, a thumbprint. */
  static Secret word(String name, String word) {
    if (word.length() < SHORTEST) {
      throw new IllegalArgumentException("too short to be told from chance: " + word);
    }
    Map<String, String> forms = new LinkedHashMap<>();
    addText(forms, "plain", word);
    return new Secret(name, forms);
  }

  /** Kilograms: as decimal, with a comma, and in micrograms as digits and as a 64-bit number. */
  static Secret kilograms(String name, String kilograms) {
    Map<String, String> forms = new LinkedHashMap<>();
    addText(forms, "decimal", kilograms);
    // The last digit may be rounded away.
    addText(forms, "shortened", kilograms.substring(0, kilograms.length() - 1));
    addText(forms, "with a comma", kilograms.replace('.', ','));
    BigInteger micrograms = new BigDecimal(kilograms).movePointRight(9).toBigIntegerExact();
    addText(forms, "micrograms", micrograms.toString());
    byte[] number = new byte[8];
    for (int i = 0; i < 8; i++) {
      number[7 - i] = micrograms.shiftRight(8 * i).byteValue();
    }
    forms.put("micrograms, 64 bit, big end first", latin(number));
    byte[] reversed = new byte[8];
    for (int i = 0; i < 8; i++) {
      reversed[i] = number[7 - i];
    }
    forms.put("micrograms, 64 bit, little end first", latin(reversed));
    return new Secret(name, forms);
  }

  private static void addText(Map<String, String> forms, String form, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    forms.put(form, latin(bytes));
    forms.put(form + ", UTF-16", latin(text.getBytes(UTF_16LE)));
    forms.put(form + ", hexadecimal", HexFormat.of().formatHex(bytes));
    forms.put(form + ", HEXADECIMAL", HexFormat.of().withUpperCase().formatHex(bytes));
    int alignment = 0;
    for (String core : base64(bytes)) {
      forms.put(form + ", base64 " + alignment++, core);
    }
    if (text.chars().anyMatch(c -> c > 127)) {
      forms.put(form + ", JSON escapes", escaped(text));
    }
  }

  /**
   * The part of the base64 text that does not depend on the neighbours, at each of the three
   * alignments and in both alphabets.
   */
  static Set<String> base64(byte[] bytes) {
    Set<String> cores = new LinkedHashSet<>();
    for (int before = 0; before < 3; before++) {
      byte[] padded = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, padded, before, bytes.length);
      String text = Base64.getEncoder().withoutPadding().encodeToString(padded);
      int from = (before * 8 + 5) / 6;
      int to = padded.length * 8 / 6;
      String core = text.substring(from, to);
      cores.add(core);
      cores.add(core.replace('+', '-').replace('/', '_'));
    }
    return cores;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(
            c -> escaped.append(c > 127 ? String.format("\\u%04x", c) : Character.toString(c)));
    return escaped.toString();
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }
}
