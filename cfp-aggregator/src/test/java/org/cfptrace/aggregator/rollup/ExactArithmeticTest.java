package org.cfptrace.aggregator.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two-word arithmetic against that of the JDK, on numbers of all sizes drawn by seed. */
class ExactArithmeticTest {
  private static final int DRAWS = 200_000;
  private static final BigInteger WORD = BigInteger.ONE.shiftLeft(Long.SIZE);

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final Rescaling rescaling = new Rescaling();

  @Test
  void rescalesAsTheExactQuotientRoundedHalfToEven() {
    for (int i = 0; i < DRAWS; i++) {
      checkRescaling(drawn(127), drawn(63).longValue(), drawn(62).longValue() + 1);
    }
  }

  /** Small divisors bring halves, which go to the even neighbour. */
  @Test
  void roundsHalvesToTheEvenNeighbour() {
    for (int n = 0; n < 40; n++) {
      for (int d = 1; d < 40; d++) {
        checkRescaling(BigInteger.valueOf(7), n, d);
        checkRescaling(WORD.subtract(BigInteger.ONE), n, d);
        checkRescaling(WORD.add(BigInteger.TEN), n, d);
      }
    }
  }

  private void checkRescaling(BigInteger value, long n, long d) {
    String context = "seed " + seed + ": " + value + " × " + n + " ÷ " + d;
    BigInteger wanted =
        new BigDecimal(value.multiply(BigInteger.valueOf(n)))
            .divide(BigDecimal.valueOf(d), 0, RoundingMode.HALF_EVEN)
            .toBigIntegerExact();
    int shift = Long.numberOfLeadingZeros(d);
    long shifted = d << shift;
    boolean fits =
        rescaling.rescale(
            high(value), value.longValue(), n, shifted, Rescaling.inverse(shifted), shift);
    assertThat(fits).as(context).isEqualTo(wanted.bitLength() <= 127);
    if (fits) {
      assertThat(number(rescaling.high, rescaling.low)).as(context).isEqualTo(wanted);
    }
  }

  @Test
  void dividesDownAndUpAsTheExactQuotient() {
    for (int i = 0; i < DRAWS; i++) {
      BigInteger d = drawn(88).add(BigInteger.ONE);
      BigInteger n = d.multiply(drawn(38)).add(drawn(88).mod(d));
      BigInteger[] wanted = n.divideAndRemainder(d);
      long down = Means.down(high(n), n.longValue(), high(d), d.longValue());
      long up = Means.up(high(n), n.longValue(), high(d), d.longValue());
      String context = "seed " + seed + ": " + n + " ÷ " + d;
      assertThat(down).as(context).isEqualTo(wanted[0].longValueExact());
      assertThat(up).as(context).isEqualTo(down + wanted[1].signum());
    }
  }

  @Test
  void readsWhatWasWritten() {
    for (int i = 0; i < DRAWS / 10; i++) {
      BigInteger units = drawn(126);
      BigDecimal kilograms = new BigDecimal(units, Decimals.KILOGRAM);
      assertThat(Decimals.units(kilograms)).isEqualTo(units);
      assertThat(Decimals.kilograms(high(units), units.longValue(), true))
          .isEqualByComparingTo(kilograms.negate());
    }
  }

  private BigInteger drawn(int mostBits) {
    return new BigInteger(1 + random.nextInt(mostBits), random);
  }

  private static long high(BigInteger value) {
    return value.shiftRight(Long.SIZE).longValue();
  }

  private static BigInteger number(long high, long low) {
    return BigInteger.valueOf(high).multiply(WORD).add(new BigInteger(Long.toUnsignedString(low)));
  }
}
