package org.cfptrace.aggregator.disclose.battery;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.cfptrace.aggregator.battery.PerKwhDelivered;
import org.cfptrace.aggregator.disclose.BatteryFacts;
import org.cfptrace.aggregator.disclose.BatteryFacts.StageAmount;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.KgCo2e;

/**
 * Figures as people read them, halves away from zero: kg CO2e per kWh with six decimals, kg CO2e
 * per battery to the gram, shares of a hundred with two decimals. Ratings are rounded up, so that
 * none looks better than it is; everything else has the digits it has. Never an exponent.
 */
final class Printed {
  static final int PER_KWH_DECIMALS = 6;
  static final int PERCENT_DECIMALS = 2;

  private static final int GRAMS = 3;

  private Printed() {}

  static String perKwh(BatteryFacts battery, KgCo2e perBattery) {
    return perKwh(battery.perKwh(perBattery));
  }

  static String perKwh(PerKwhDelivered value) {
    return value.rounded(PER_KWH_DECIMALS).toPlainString();
  }

  /** Of the declared total; a dash where that is zero. */
  static String percent(BatteryFacts battery, StageAmount stage) {
    return battery.percent(stage, PERCENT_DECIMALS).map(BigDecimal::toPlainString).orElse("–");
  }

  /** Kilograms of one battery. */
  static String perBattery(BigDecimal kilograms) {
    return plain(kilograms.setScale(GRAMS, RoundingMode.HALF_UP));
  }

  /** A share of a hundred. */
  static String ofHundred(BigDecimal percent) {
    return plain(percent.setScale(PERCENT_DECIMALS, RoundingMode.HALF_UP));
  }

  static String rating(BigDecimal rating) {
    return plain(rating.setScale(PERCENT_DECIMALS, RoundingMode.UP));
  }

  static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  static String plain(KgCo2e amount) {
    return plain(amount.value());
  }

  /** Years, with as many of six decimals as it takes. */
  static String plain(Fraction value) {
    return plain(value.rounded(PER_KWH_DECIMALS, RoundingMode.HALF_UP));
  }

  /** A share of one, as percent. */
  static String percent(BigDecimal share) {
    return plain(share.movePointRight(2));
  }
}
