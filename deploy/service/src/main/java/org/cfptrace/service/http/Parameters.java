package org.cfptrace.service.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.jspecify.annotations.Nullable;

/** Query parameters that several doors take. */
public final class Parameters {
  private static final String DATE = "2026-03-31";

  private Parameters() {}

  /** A day, such as {@code 2026-03-31}. */
  public static LocalDate day(String name, String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (text.length() == DATE.length()) {
        return day;
      }
      // A year of five digits or before 0 is read here, and by no database or partner.
      throw new DateTimeException("not a year of four digits");
    } catch (DateTimeException notADay) {
      throw new Refused(
          ProblemCode.INVALID_PARAMETER, "\"" + name + "\" is a date such as " + DATE);
    }
  }

  /** A day; today, by UTC, where none is said. */
  public static LocalDate dayOrToday(String name, @Nullable String text, Clock clock) {
    return text == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : day(name, text);
  }
}
