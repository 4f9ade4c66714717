package org.cfptrace.connector.trade;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/** Days by which an answer is wished for. */
final class DueDays {
  private DueDays() {}

  /** Refuses a day that is over already. */
  static void refusePast(LocalDate due, Clock clock) {
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    if (due.isBefore(today)) {
      throw Refused.field(
          ProblemCode.INVALID_FIELDS,
          "the day is over",
          "due",
          "IN_THE_PAST",
          "expected " + today + " or later, seen " + due);
    }
  }
}
