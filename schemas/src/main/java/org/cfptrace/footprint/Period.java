package org.cfptrace.footprint;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.Year;

/** A span of days, first and last included. */
public record Period(LocalDate from, LocalDate to) {

  public Period {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("period ends " + to + " before it begins " + from);
    }
  }

  public static Period of(String from, String to) {
    return new Period(LocalDate.parse(from), LocalDate.parse(to));
  }

  public static Period ofYear(int year) {
    return new Period(Year.of(year).atDay(1), Year.of(year).atMonth(12).atEndOfMonth());
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** Whether every day of the other lies in this one. */
  public boolean covers(Period other) {
    return contains(other.from) && contains(other.to);
  }

  @Override
  public String toString() {
    return from + "/" + to;
  }
}
