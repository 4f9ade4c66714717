package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/** The one form of names that stand in addresses and in field paths. */
final class LocalName {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private LocalName() {}

  static String checked(String name, String what) {
    if (!FORM.matcher(requireNonNull(name, "name")).matches()) {
      throw new IllegalArgumentException(
          what
              + " is named with 1 to 64 letters, digits, dots, dashes or underscores, beginning"
              + " with a letter or digit");
    }
    return name;
  }
}
