package org.cfptrace.envelope;

import java.util.Optional;

/** What the writer of a body may not write, because no reader would take it. */
final class Words {
  private Words() {}

  /** A text of 1 to {@code longest} characters. */
  static String checked(String text, int longest, String name) {
    if (text.isEmpty() || text.codePointCount(0, text.length()) > longest) {
      throw new IllegalArgumentException(
          name
              + ": expected 1 to "
              + longest
              + " characters, saw "
              + text.codePointCount(0, text.length()));
    }
    return text;
  }

  static Optional<String> checked(Optional<String> text, int longest, String name) {
    return text.map(words -> checked(words, longest, name));
  }

  /** The last place applied of the receiver's messages; 0 when none. */
  static long seen(long place) {
    if (place < 0) {
      throw new IllegalArgumentException("seen counts from 0, saw " + place);
    }
    return place;
  }
}
