package org.cfptrace.aggregator.rollup;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Decimals as whole numbers of a fixed place, where they are such numbers. */
final class Decimals {
  /** Decimals of a kilogram that are kept between tiers inside a company. */
  static final int KILOGRAM = 18;

  /** Decimals of shares and ratings. */
  static final int QUALITY = 9;

  /** Not such a number, or too large. */
  static final long NONE = -1;

  private Decimals() {}

  /** Nanounits of a number that is not negative and below ten thousand million, or NONE. */
  static long nano(BigDecimal number) {
    if (number.scale() > QUALITY || number.precision() - number.scale() > 9) {
      return NONE;
    }
    return number.setScale(QUALITY).unscaledValue().longValue();
  }

  static BigDecimal ofNano(long nano) {
    return BigDecimal.valueOf(nano, QUALITY);
  }

  /** The size of an amount in units of the 18th decimal, or null where that is not exact. */
  static @Nullable BigInteger units(BigDecimal kilograms) {
    if (kilograms.scale() > KILOGRAM) {
      return null;
    }
    BigInteger units = kilograms.setScale(KILOGRAM).unscaledValue().abs();
    return units.bitLength() <= 126 ? units : null;
  }

  static BigDecimal kilograms(long high, long low, boolean negative) {
    if (high == 0 && low >= 0) {
      return BigDecimal.valueOf(negative ? -low : low, KILOGRAM);
    }
    BigInteger units =
        BigInteger.valueOf(high)
            .shiftLeft(Long.SIZE)
            .add(BigInteger.valueOf(low >>> 1).shiftLeft(1))
            .add(BigInteger.valueOf(low & 1));
    return new BigDecimal(negative ? units.negate() : units, KILOGRAM);
  }

  /** Whether a number is held by a word and a scale; what is not there is. */
  static boolean fits(@Nullable BigDecimal number) {
    return number == null || number.unscaledValue().bitLength() <= 63;
  }
}
