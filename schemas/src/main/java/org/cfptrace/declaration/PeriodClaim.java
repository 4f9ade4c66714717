package org.cfptrace.declaration;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.cfptrace.footprint.Period;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/** The days the figure speaks of, and the last day it may be used. */
public record PeriodClaim(Period period, LocalDate validUntil) implements Claim {

  public PeriodClaim {
    requireNonNull(period, "period");
    if (validUntil.isBefore(period.from())) {
      throw new IllegalArgumentException("valid until " + validUntil + ", before " + period);
    }
  }

  @Override
  public ClaimName name() {
    return ClaimName.PERIOD;
  }

  @Override
  public JsonNode toJson() {
    return StrictJson.object()
        .put("from", period.from().toString())
        .put("to", period.to().toString())
        .put("validUntil", validUntil.toString());
  }

  static PeriodClaim read(JsonNode json) {
    Members members = Members.of(json, "period");
    LocalDate from = members.date("from");
    LocalDate to = members.date("to");
    LocalDate validUntil = members.date("validUntil");
    members.end();
    if (to.isBefore(from) || validUntil.isBefore(from)) {
      throw new MalformedException(Fault.MEMBER, "period: ends before it begins");
    }
    return new PeriodClaim(new Period(from, to), validUntil);
  }
}
