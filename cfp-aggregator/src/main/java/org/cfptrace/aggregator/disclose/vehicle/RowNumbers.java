package org.cfptrace.aggregator.disclose.vehicle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.Stage;

/** The numbers of a row: amounts to 18 decimals, masses, stages. */
final class RowNumbers {
  private static final MathContext DIGITS = MathContext.DECIMAL128;
  private static final int SCALE = 18;

  private RowNumbers() {}

  /** The stage, or each with its amount where there are several. */
  static String stages(Emissions emissions) {
    if (emissions.stages().size() < 2) {
      return emissions.stages().stream().findFirst().map(Stage::jsonName).orElse("");
    }
    return emissions.stages().stream()
        .map(it -> it.jsonName() + " " + emissions.inStage(it).exclBiogenicUptake().text())
        .collect(Collectors.joining("; "));
  }

  static Optional<BigDecimal> mass(
      BigDecimal quantity, DeclaredUnit unit, Optional<MassPerUnit> massPerUnit) {
    return unit == DeclaredUnit.KILOGRAM
        ? Optional.of(quantity)
        : unit == DeclaredUnit.PIECE
            ? massPerUnit.map(it -> plain(quantity.multiply(it.kilograms())))
            : Optional.empty();
  }

  static BigDecimal times(BigDecimal amount, Fraction factor) {
    return plain(amount.multiply(factor.numerator()).divide(factor.denominator(), DIGITS));
  }

  static BigDecimal plain(BigDecimal number) {
    BigDecimal rounded = number.setScale(SCALE, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
