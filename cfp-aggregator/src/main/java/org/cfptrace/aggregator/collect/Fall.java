package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.cfptrace.envelope.PresentationBody.Fallen;

/**
 * Who has handed a supplier's declaration on says that it is no figure any more.
 *
 * @param reason the supplier's own words, where they were told
 * @param on the day on which the presenter heard or decided it
 * @param since when we heard of it
 */
public record Fall(Fallen.Kind kind, Optional<String> reason, LocalDate on, Instant since) {
  public Fall {
    requireNonNull(kind, "kind");
    requireNonNull(reason, "reason");
    requireNonNull(on, "on");
    requireNonNull(since, "since");
  }
}
