package org.cfptrace.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.cfptrace.footprint.Period;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;

/** The member {@code period}, from one day to another. */
final class AuditedPeriod {
  private static final String PERIOD = "period";

  private AuditedPeriod() {}

  static void write(ObjectNode json, Period period) {
    json.putObject(PERIOD).put("from", period.from().toString()).put("to", period.to().toString());
  }

  static Period read(Members members) {
    Members days = members.object(PERIOD);
    LocalDate from = days.date("from");
    LocalDate to = days.date("to");
    days.end();
    if (to.isBefore(from)) {
      throw new MalformedException(Fault.MEMBER, days.path() + ": ends before it begins");
    }
    return new Period(from, to);
  }
}
