package org.cfptrace.envelope;

import java.util.Arrays;
import java.util.Optional;

/**
 * Padding to 4, 8, 16 … 256 KiB, so that the length of an envelope tells little: one byte 0x80 and
 * then zeros (ISO/IEC 7816-4).
 */
public final class SizeClasses {
  public static final int SMALLEST = 4 * 1024;
  public static final int LARGEST = 256 * 1024;

  private static final byte MARK = (byte) 0x80;

  private SizeClasses() {}

  /** Pads to the smallest class that holds the text and its mark. */
  public static byte[] pad(byte[] text) {
    if (text.length >= LARGEST) {
      throw new IllegalArgumentException(
          "a message holds at most " + (LARGEST - 1) + " bytes, this one " + text.length);
    }
    byte[] padded = Arrays.copyOf(text, classFor(text.length + 1));
    padded[text.length] = MARK;
    return padded;
  }

  /** Takes the padding off; empty when it is not exactly what {@link #pad} would have put there. */
  public static Optional<byte[]> unpad(byte[] padded) {
    int mark = padded.length - 1;
    while (mark >= 0 && padded[mark] == 0) {
      mark--;
    }
    if (mark < 0 || padded[mark] != MARK || padded.length != classFor(mark + 1)) {
      return Optional.empty();
    }
    return Optional.of(Arrays.copyOf(padded, mark));
  }

  private static int classFor(int length) {
    int size = SMALLEST;
    while (size < length) {
      size *= 2;
    }
    return size;
  }
}
