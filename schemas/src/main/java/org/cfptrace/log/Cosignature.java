package org.cfptrace.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** What a witness signs (C2SP tlog-cosignature, cosignature/v1): a time and the whole text. */
final class Cosignature {
  /** The end of the year 9999: beyond it, a time is a mistake. */
  private static final long LATEST = 253_402_300_799L;

  private Cosignature() {}

  static byte[] message(String text, long seconds) {
    return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(UTF_8);
  }

  /** The time a witness signed for, when its signature fits. */
  static Optional<Instant> time(VerifierKey witness, NoteSignature line, String text) {
    byte[] bytes = line.signature();
    if (bytes.length <= Long.BYTES) {
      return Optional.empty();
    }
    long seconds = ByteBuffer.wrap(bytes).getLong();
    byte[] signature = Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
    boolean fits =
        seconds >= 0 && seconds <= LATEST && witness.verifies(message(text, seconds), signature);
    return fits ? Optional.of(Instant.ofEpochSecond(seconds)) : Optional.empty();
  }
}
