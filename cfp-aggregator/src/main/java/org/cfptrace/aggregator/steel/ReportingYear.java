package org.cfptrace.aggregator.steel;

import org.cfptrace.footprint.Period;

/**
 * A calendar year of the definitive period, from 2026 on. The years before followed other rules and
 * worldwide default values, which are never mixed with these.
 */
public record ReportingYear(int year) {
  private static final int FIRST = 2026;
  private static final int LAST = 2099;

  public ReportingYear {
    if (year < FIRST || year > LAST) {
      throw new IllegalArgumentException(
          "expected a year from " + FIRST + " to " + LAST + ", seen " + year);
    }
  }

  /** Reads four digits. */
  public static ReportingYear of(String text) {
    if (!text.matches("[0-9]{4}")) {
      throw new IllegalArgumentException("expected a year such as 2026");
    }
    return new ReportingYear(Integer.parseInt(text));
  }

  /** Whether that period lies inside this year. */
  boolean holds(Period period) {
    return isOneYear(period) && period.from().getYear() == year;
  }

  /** Whether that period lies inside an earlier year. */
  boolean isAfter(Period period) {
    return isOneYear(period) && period.from().getYear() < year;
  }

  private static boolean isOneYear(Period period) {
    return period.from().getYear() == period.to().getYear();
  }

  @Override
  public String toString() {
    return Integer.toString(year);
  }
}
