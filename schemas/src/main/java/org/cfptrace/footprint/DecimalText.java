package org.cfptrace.footprint;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * The one way in for decimals. At most ten digits before the point and nine after it, no exponent,
 * no leading zeros: so {@code 1e400} is refused before a number is ever made of it, and every
 * number has few enough spellings to be compared by a person.
 */
public final class DecimalText {

  private static final Pattern NOT_NEGATIVE =
      Pattern.compile("(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?");
  private static final Pattern SIGNED = Pattern.compile("-?(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?");
  private static final int SHOWN = 40;

  private DecimalText() {}

  /** Reads a decimal that may not be negative. */
  public static BigDecimal parse(String text) {
    return read(text, NOT_NEGATIVE, "a decimal without sign");
  }

  /** Reads a decimal where a leading {@code -} is allowed. */
  public static BigDecimal parseSigned(String text) {
    return read(text, SIGNED, "a decimal");
  }

  /** Whether {@link #parse} would read this text. */
  public static boolean isNotNegative(String text) {
    return NOT_NEGATIVE.matcher(text).matches();
  }

  /** Whether {@link #parseSigned} would read this text. */
  public static boolean isSigned(String text) {
    return SIGNED.matcher(text).matches();
  }

  /** Writes a number the way {@link #parseSigned} reads it; refuses one that does not fit. */
  public static String write(BigDecimal number) {
    String text = plain(number);
    if (!isSigned(text)) {
      throw new IllegalArgumentException(
          "has more than 10 digits before or 9 after the point: " + shortened(text));
    }
    return text;
  }

  /** The number without exponent and without trailing zeros, however long it is. */
  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static BigDecimal read(String text, Pattern pattern, String expected) {
    requireNonNull(text, "text");
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "expected "
              + expected
              + " with at most 10 digits before and 9 after the point, got \""
              + shortened(text)
              + "\"");
    }
    return new BigDecimal(text);
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
