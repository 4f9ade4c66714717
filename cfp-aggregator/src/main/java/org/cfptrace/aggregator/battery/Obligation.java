package org.cfptrace.aggregator.battery;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What Article 7 of Regulation (EU) 2023/1542 obliges to, and from when: on a fixed day, or so many
 * months after the act that says how entered into force, whichever is later.
 */
public enum Obligation {
  /** Article 7(1). */
  DECLARATION("2025-02-18", 12, "2026-02-18", "2028-08-18", "2030-08-18"),
  /** Article 7(2). */
  PERFORMANCE_CLASS("2026-08-18", 18, "2027-08-18", "2030-02-18", "2032-02-18"),
  /** Article 7(3). */
  MAXIMUM_THRESHOLD("2028-02-18", 18, "2029-02-18", "2031-08-18", "2033-08-18");

  private static final int MONTHS_OF_OTHERS = 18;

  // Filled once, in the constructor.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Map<BatteryCategory, LocalDate> fixed = new EnumMap<>(BatteryCategory.class);

  private final int monthsOfEv;

  Obligation(String ev, int monthsOfEv, String industrial, String lmt, String industrialExternal) {
    fixed.put(BatteryCategory.EV, LocalDate.parse(ev));
    fixed.put(BatteryCategory.INDUSTRIAL, LocalDate.parse(industrial));
    fixed.put(BatteryCategory.LMT, LocalDate.parse(lmt));
    fixed.put(BatteryCategory.INDUSTRIAL_EXTERNAL_STORAGE, LocalDate.parse(industrialExternal));
    this.monthsOfEv = monthsOfEv;
  }

  /** The day no obligation begins before. */
  public LocalDate notBefore(BatteryCategory category) {
    return Objects.requireNonNull(fixed.get(category));
  }

  /**
   * The first day of the obligation; empty while the act is not in force, and so nobody is obliged.
   */
  public Optional<LocalDate> from(BatteryCategory category, Optional<LocalDate> actInForce) {
    LocalDate earliest = notBefore(category);
    return actInForce
        .map(day -> day.plusMonths(months(category)))
        .map(day -> day.isAfter(earliest) ? day : earliest);
  }

  private int months(BatteryCategory category) {
    return category == BatteryCategory.EV ? monthsOfEv : MONTHS_OF_OTHERS;
  }
}
