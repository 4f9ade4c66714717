package org.cfptrace.strict;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.cfptrace.strict.MalformedException.Fault;

/**
 * Decimal strings: at most ten digits before the point and nine after it, no exponent, no sign but
 * a minus where negatives are allowed. The pattern comes before {@link BigDecimal}, which would
 * happily take {@code 1e1000000000}.
 */
public final class Decimals {
  private static final Pattern SPELLING = Pattern.compile("-?(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?");

  private Decimals() {}

  /** Reads a decimal that is zero or more. */
  public static BigDecimal notNegative(String text, String where) {
    BigDecimal value = signed(text, where);
    if (text.charAt(0) == '-') {
      throw new MalformedException(Fault.NUMBER, where + ": a negative is not allowed here");
    }
    return value;
  }

  /** Reads a decimal of either sign; there is no negative zero. */
  public static BigDecimal signed(String text, String where) {
    if (text.length() > 21 || !SPELLING.matcher(text).matches()) {
      throw new MalformedException(
          Fault.NUMBER, where + ": expected a decimal like 12.5 with at most 10 + 9 digits");
    }
    BigDecimal value = new BigDecimal(text);
    if (text.charAt(0) == '-' && value.signum() == 0) {
      throw new MalformedException(Fault.NUMBER, where + ": zero has no sign");
    }
    return value;
  }

  /** The plain spelling of a value, without trailing zeros. */
  public static String write(BigDecimal value) {
    String text = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    if (!SPELLING.matcher(text).matches()) {
      throw new IllegalArgumentException("decimal has more than 10 + 9 digits");
    }
    return text;
  }
}
