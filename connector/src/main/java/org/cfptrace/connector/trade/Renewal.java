package org.cfptrace.connector.trade;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.Period;

/**
 * A figure that was asked for, was answered, and ends to be valid soon.
 *
 * @param answered the request it was the answer to
 * @param ending the declaration
 * @param period of that declaration
 * @param validUntil its last day of validity
 */
public record Renewal(
    FootprintRequest answered, DeclarationId ending, Period period, LocalDate validUntil) {
  /** How many days before the end a renewal is drafted. */
  public static final int DAYS_BEFORE = 60;

  public Renewal {
    requireNonNull(answered, "answered");
    requireNonNull(ending, "ending");
    requireNonNull(period, "period");
    requireNonNull(validUntil, "validUntil");
  }

  /** The request as it may be sent: for the same part, and a period as long, right after. */
  public AskForFootprint.Question draft() {
    return new AskForFootprint.Question(
        answered.askedFor().orElseThrow(),
        answered.partner(),
        Optional.of(answered.part().unit()),
        answered.part().customerPartId(),
        Optional.of(next()),
        Optional.empty(),
        Optional.empty());
  }

  private Period next() {
    LocalDate from = period.to().plusDays(1);
    return new Period(from, from.plus(period.from().until(from)).minusDays(1));
  }
}
