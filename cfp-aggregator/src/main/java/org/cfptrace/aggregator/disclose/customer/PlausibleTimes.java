package org.cfptrace.aggregator.disclose.customer;

import java.time.LocalDate;
import org.cfptrace.aggregator.disclose.Finding.Code;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Time;

/** Rules 4 and 5: of which time a footprint speaks, and for how long it may be used. */
final class PlausibleTimes {
  private static final int PACT_YEARS = 3;

  private final PcfFacts facts;
  private final PcfFormat format;
  private final Rules rules;

  private PlausibleTimes(PcfFacts facts, PcfFormat format, Rules rules) {
    this.facts = facts;
    this.format = format;
    this.rules = rules;
  }

  static void check(PcfFacts facts, PcfFormat format, LocalDate asOf, Rules rules) {
    PlausibleTimes check = new PlausibleTimes(facts, format, rules);
    check.times(asOf);
    check.future();
  }

  private void times(LocalDate asOf) {
    Time time = facts.time();
    rules.forbid(
        4,
        Code.PERIOD_MIX,
        time.referenceEnd().isAfter(time.referenceStart()),
        "the reference period ends after it begins");
    rules.warn(
        4,
        !format.isCatenaX() || !time.referenceEnd().isAfter(time.referenceStart().plusYears(1)),
        "the PCF Rulebook averages over one year; say in the comment why it is more");
    boolean past = time.type() == PcfType.RETROSPECTIVE;
    LocalDate start = time.validStart().orElse(time.referenceEnd());
    rules.forbid(
        4,
        Code.PERIOD_MIX,
        !past || !start.isBefore(time.referenceEnd()),
        "a footprint is valid from the end of its reference period, "
            + time.referenceEnd()
            + ", seen "
            + start);
    time.validEnd().ifPresent(end -> validity(start, end));
    rules.warn(
        4,
        !past || !time.referenceEnd().isAfter(asOf),
        "a retrospective footprint speaks of a period that is over; it ends "
            + time.referenceEnd());
  }

  private void validity(LocalDate start, LocalDate end) {
    rules.forbid(
        4,
        Code.PERIOD_MIX,
        end.isAfter(start),
        "a footprint is valid for at least a day, seen " + start + " to " + end);
    LocalDate latest = facts.time().referenceEnd().plusYears(PACT_YEARS);
    rules.forbid(
        4,
        Code.PERIOD_MIX,
        format.isCatenaX() || !end.isAfter(latest),
        "PACT lets a footprint be valid until " + latest + ", seen " + end);
    rules.warn(
        4,
        !end.isAfter(start) || !end.isBefore(start.plusYears(1)),
        "a footprint should be valid for a year or more, seen " + start + " to " + end);
  }

  private void future() {
    boolean silent =
        !Demands.isAboveZero(facts.data().primaryDataShare()) && facts.data().rating().isEmpty();
    rules.warn(
        5,
        !facts.time().type().speaksOfTheFuture() || silent,
        "a prospective footprint has no primary data and no data quality rating");
  }
}
