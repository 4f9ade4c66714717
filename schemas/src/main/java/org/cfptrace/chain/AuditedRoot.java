package org.cfptrace.chain;

import static java.util.Objects.requireNonNull;

import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.participant.Fingerprint;

/**
 * What an audit is about, as its mandate says.
 *
 * @param key the company's fingerprint, which the auditor has compared itself
 * @param depth how many companies deep, the company itself being the first
 */
public record AuditedRoot(
    ParticipantId company, TraceId product, Period period, Fingerprint key, long depth) {
  public AuditedRoot {
    requireNonNull(company, "company");
    requireNonNull(product, "product");
    requireNonNull(period, "period");
    requireNonNull(key, "key");
    if (depth < 1) {
      throw new IllegalArgumentException("an audit is one company deep at least, saw " + depth);
    }
  }
}
