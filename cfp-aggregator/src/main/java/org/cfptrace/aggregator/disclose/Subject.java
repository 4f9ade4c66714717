package org.cfptrace.aggregator.disclose;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.footprint.Period;

/**
 * What one set of files is about.
 *
 * @param id the product's trace id; for CBAM the installation's id
 * @param plant where only what one plant makes is meant
 * @param asOf as it was known then
 * @param options what the target takes beside that, read
 */
public record Subject<O>(
    String id, Optional<String> plant, Period period, Instant asOf, O options) {
  public Subject {
    requireNonNull(id, "id");
    requireNonNull(plant, "plant");
    requireNonNull(period, "period");
    requireNonNull(asOf, "asOf");
    requireNonNull(options, "options");
  }
}
