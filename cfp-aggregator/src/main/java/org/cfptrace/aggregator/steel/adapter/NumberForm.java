package org.cfptrace.aggregator.steel.adapter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.cfptrace.footprint.Fraction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An exact number on the wire. */
@Schema(description = "Exact as a fraction in lowest terms; the value beside it is for reading.")
public record NumberForm(
    @Schema(description = "nine decimals, rounded half up", examples = "1.629381818") String value,
    @Schema(examples = "89616") String numerator,
    @Schema(examples = "55000") String denominator) {
  private static final int DECIMALS = 9;

  static NumberForm of(Fraction number) {
    BigDecimal rounded = number.rounded(DECIMALS, RoundingMode.HALF_UP);
    return new NumberForm(
        rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString(),
        number.numerator().toPlainString(),
        number.denominator().toPlainString());
  }
}
