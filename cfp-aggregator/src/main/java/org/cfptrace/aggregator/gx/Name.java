package org.cfptrace.aggregator.gx;

import static java.util.Objects.requireNonNull;

/** The one form of names that companies give to things of theirs. */
final class Name {
  private static final int LONGEST = 120;

  private Name() {}

  static String checked(String name, String what) {
    requireNonNull(name, what);
    if (name.isBlank()
        || name.codePointCount(0, name.length()) > LONGEST
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          what
              + " is named with 1 to "
              + LONGEST
              + " characters, none of them a control character");
    }
    return name;
  }
}
