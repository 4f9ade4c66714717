package org.cfptrace.aggregator.disclose.battery;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.aggregator.disclose.BatteryFacts;

/**
 * The four stages are the whole: exactly so unrounded, and as printed within half a last digit for
 * each figure that was rounded.
 */
final class StageSum {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private StageSum() {}

  static List<String> faults(
      BatteryFacts battery, List<BigDecimal> printed, BigDecimal printedTotal, int decimals) {
    List<String> faults = new ArrayList<>();
    if (!battery.sumOfStages().equals(battery.declared())) {
      faults.add(
          "the stages add up to "
              + battery.sumOfStages().text()
              + " kg per battery, the total is "
              + battery.declared().text());
    }
    BigDecimal sum = printed.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal rounding =
        HALF.movePointLeft(decimals).multiply(BigDecimal.valueOf(printed.size() + 1L));
    if (sum.subtract(printedTotal).abs().compareTo(rounding) > 0) {
      faults.add(
          "the stages as printed add up to "
              + sum.toPlainString()
              + ", the total as printed is "
              + printedTotal.toPlainString()
              + ": more than rounding");
    }
    return faults;
  }
}
