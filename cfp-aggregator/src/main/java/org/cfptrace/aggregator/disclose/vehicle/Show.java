package org.cfptrace.aggregator.disclose.vehicle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cfptrace.aggregator.vehicle.VehicleFootprint;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.KgCo2e;

/** How figures are printed: plain decimals; what does not end has nine digits, half up. */
final class Show {
  static final String ROUNDING =
      "Amounts per vehicle are exact to the microgram (emissions rounded up, removals down, as a"
          + " declaration states them). What does not end (per kilogram, per kilometre, percent) is"
          + " rounded half up to 9 decimals. Rows keep 18 decimals.";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DIGITS = 9;

  private Show() {}

  static String fraction(Fraction fraction) {
    return VehicleFootprint.shown(fraction).toPlainString();
  }

  /** Rounded to the microgram. */
  static KgCo2e microgram(KgCo2e amount) {
    return new KgCo2e(amount.value().setScale(DIGITS, RoundingMode.HALF_UP));
  }

  /** How many percent of a total; empty where the total is zero. */
  static Optional<BigDecimal> percent(KgCo2e amount, KgCo2e total) {
    return total.isZero()
        ? Optional.empty()
        : Optional.of(
            amount
                .value()
                .multiply(HUNDRED)
                .divide(total.value(), DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros());
  }

  static String text(Optional<BigDecimal> number) {
    return number.map(BigDecimal::toPlainString).orElse("");
  }

  static String amount(Optional<KgCo2e> amount) {
    return amount.map(KgCo2e::text).orElse("");
  }

  /** The ratings of all processes, or that there are none. */
  static String quality(VehicleFacts facts) {
    return facts.quality().map(it -> ratings(it, facts.rating())).orElse("not stated / 記載なし");
  }

  private static String ratings(DataQuality quality, Optional<BigDecimal> overall) {
    List<String> processes =
        quality.byProcess().entrySet().stream()
            .map(
                it ->
                    it.getKey().jsonName()
                        + ": TeR "
                        + it.getValue().ter().toPlainString()
                        + ", TiR "
                        + it.getValue().tir().toPlainString()
                        + ", GeR "
                        + it.getValue().ger().toPlainString())
            .toList();
    return overall.map(it -> it.toPlainString() + " overall; ").orElse("")
        + processes.stream().collect(Collectors.joining("; "))
        + " (scale "
        + quality.scale()
        + ", 1 is best)";
  }
}
