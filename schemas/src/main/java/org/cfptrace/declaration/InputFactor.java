package org.cfptrace.declaration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.strict.Decimals;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;

/**
 * The factor of an input as two decimals, {@code factor / per}, which hold thirds, 1 ÷ 3.6 and 1 ÷
 * mass exactly. Both are at most ten digits before and nine after the point; the few quotients that
 * do not fit are rounded as far behind as they can be.
 */
final class InputFactor {
  private static final int DIGITS_BEFORE = 10;

  private InputFactor() {}

  /** The same quotient, in numbers that can be written. */
  static Fraction fitted(Fraction exact) {
    if (exact.numerator().signum() == 0) {
      return Fraction.ZERO;
    }
    BigDecimal factor = exact.numerator();
    BigDecimal per = exact.denominator();
    if (fits(factor) && fits(per)) {
      return exact;
    }
    int most = Math.max(0, Math.max(factor.scale(), per.scale()) - Decimals.SCALE);
    for (int shift = 0; shift <= most; shift++) {
      BigDecimal moved = factor.scaleByPowerOfTen(shift);
      BigDecimal movedPer = per.scaleByPowerOfTen(shift);
      if (fits(moved) && fits(movedPer)) {
        return new Fraction(moved, movedPer);
      }
    }
    return rounded(exact);
  }

  /** As many digits as there is room for: nineteen where the quotient is a usual number. */
  private static Fraction rounded(Fraction exact) {
    BigDecimal value =
        exact.numerator().divide(exact.denominator(), new MathContext(40, RoundingMode.HALF_EVEN));
    int before = value.precision() - value.scale();
    int shift = Math.min(DIGITS_BEFORE - 1, DIGITS_BEFORE - before);
    if (shift < 0) {
      throw new IllegalArgumentException("a factor of more than ten digits before the point");
    }
    BigDecimal factor =
        value.scaleByPowerOfTen(shift).setScale(Decimals.SCALE, RoundingMode.HALF_EVEN);
    return fits(factor)
        ? new Fraction(factor, BigDecimal.ONE.scaleByPowerOfTen(shift))
        : new Fraction(
            factor.movePointLeft(1).setScale(Decimals.SCALE, RoundingMode.HALF_EVEN),
            BigDecimal.ONE.scaleByPowerOfTen(shift - 1));
  }

  private static boolean fits(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    return plain.scale() <= Decimals.SCALE && plain.precision() - plain.scale() <= DIGITS_BEFORE;
  }

  static void write(ObjectNode json, Fraction factor) {
    json.put("factor", Decimals.write(factor.numerator()));
    if (factor.denominator().compareTo(BigDecimal.ONE) != 0) {
      json.put("per", Decimals.write(factor.denominator()));
    }
  }

  static Fraction read(Members members) {
    BigDecimal factor = members.decimal("factor");
    BigDecimal per = members.optionalDecimal("per").orElse(BigDecimal.ONE);
    if (per.signum() == 0) {
      throw new MalformedException(Fault.NUMBER, members.path() + ".per: above 0");
    }
    return new Fraction(factor, per);
  }
}
