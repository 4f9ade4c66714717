package org.cfptrace.verify.checklist;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Sha256;

/** Who plays in the samples: a mill that sends, a parts maker that reads, and two others. */
final class Cast {
  static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  static final long IAT = NOW.getEpochSecond() - 60;

  static final ParticipantId MILL = participant("aaaaaaaaaaaaaaaa");
  static final ParticipantId PARTS = participant("bbbbbbbbbbbbbbbb");
  static final ParticipantId CAR = participant("cccccccccccccccc");
  static final ParticipantId STRANGER = participant("dddddddddddddddd");

  /** The mill signs messages with one key and declarations with another: each can be spoiled. */
  static final TestKey MILL_MESSAGES = TestKey.named("mill signs messages");

  static final TestKey MILL_DECLARES = TestKey.named("mill signs declarations");
  static final TestKey MILL_OPENS = TestKey.named("mill opens envelopes");
  static final TestKey PARTS_SIGNS = TestKey.named("parts maker signs");
  static final TestKey PARTS_OPENS = TestKey.named("parts maker opens envelopes");
  static final TestKey STRANGER_SIGNS = TestKey.named("stranger signs");

  private Cast() {}

  /** Bytes that look random and are the same on every run. */
  static byte[] bytes(String name, int count) {
    byte[] result = new byte[count];
    for (int from = 0; from < count; from += 32) {
      byte[] block = Sha256.of((name + " " + from).getBytes(StandardCharsets.UTF_8));
      System.arraycopy(block, 0, result, from, Math.min(32, count - from));
    }
    return result;
  }

  static String salt(String name) {
    return Base64Text.encode(bytes("salt of " + name, 16));
  }

  static String urn(String name) {
    byte[] id = bytes("urn " + name, 16);
    String hex = String.format("%032x", new java.math.BigInteger(1, id));
    return "urn:uuid:"
        + String.join(
            "-",
            Arrays.asList(
                hex.substring(0, 8),
                hex.substring(8, 12),
                "4" + hex.substring(13, 16),
                "8" + hex.substring(17, 20),
                hex.substring(20)));
  }

  private static ParticipantId participant(String shortId) {
    return ParticipantId.of("registry.cfptrace.example", shortId);
  }
}
