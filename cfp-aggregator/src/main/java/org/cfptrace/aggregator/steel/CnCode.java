package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/** A code of the EU's Combined Nomenclature: eight digits, such as 7208 51 20. */
public record CnCode(String digits) {
  private static final Pattern EIGHT_DIGITS = Pattern.compile("[0-9]{8}");

  public CnCode {
    if (!isCode(requireNonNull(digits, "digits"))) {
      throw new IllegalArgumentException("expected a CN code of 8 digits, seen " + digits);
    }
  }

  /** Whether this is eight digits. */
  public static boolean isCode(String text) {
    return EIGHT_DIGITS.matcher(text).matches();
  }

  public boolean startsWith(String prefix) {
    return digits.startsWith(prefix);
  }

  @Override
  public String toString() {
    return digits;
  }
}
