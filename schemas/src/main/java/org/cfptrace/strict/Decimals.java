package org.cfptrace.strict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.cfptrace.footprint.DecimalText;
import org.cfptrace.strict.MalformedException.Fault;

/**
 * Decimal strings of received documents: at most ten digits before the point and nine after it, no
 * exponent, no sign but a minus where negatives are allowed. The pattern comes before {@link
 * BigDecimal}, which would happily take {@code 1e1000000000}.
 */
public final class Decimals {
  /** Digits after the point; of a kilogram, micrograms. */
  public static final int SCALE = 9;

  private Decimals() {}

  /** Reads a decimal that is zero or more. */
  public static BigDecimal notNegative(String text) {
    if (!DecimalText.isNotNegative(text)) {
      throw new MalformedException(
          Fault.NUMBER, "expected a decimal like 12.5 with at most 10 + 9 digits");
    }
    return new BigDecimal(text);
  }

  /** Reads a decimal of either sign; there is no negative zero. */
  public static BigDecimal signed(String text) {
    if (!DecimalText.isSigned(text)) {
      throw new MalformedException(
          Fault.NUMBER, "expected a decimal like -12.5 with at most 10 + 9 digits");
    }
    BigDecimal value = new BigDecimal(text);
    if (value.signum() == 0 && text.charAt(0) == '-') {
      throw new MalformedException(Fault.NUMBER, "zero has no sign");
    }
    return value;
  }

  /** Writes a value that has at most nine decimals, without trailing zeros. */
  public static String write(BigDecimal value) {
    return DecimalText.write(value);
  }

  /** Writes a value rounded to nine decimals. */
  public static String write(BigDecimal value, RoundingMode rounding) {
    return DecimalText.write(value.setScale(SCALE, rounding));
  }
}
