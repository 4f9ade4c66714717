package org.cfptrace.connector.correct;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.declaration.Audience;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;

/**
 * A declaration that would be made anew, and waits for a person.
 *
 * @param before what the partner was told last; empty where nothing was told for this period
 * @param figure digest of what would be stated, so that the same is not asked twice
 */
public record Correction(
    UUID id,
    TraceId product,
    ParticipantId partner,
    Audience audience,
    Period period,
    Why why,
    Optional<Total> before,
    Total after,
    String figure,
    State state,
    Instant since,
    Optional<Instant> settledAt,
    Optional<String> settledBy,
    long number) {
  /** Why a person is asked. */
  public enum Why {
    /** The rule for this partner and product says so. */
    RULE_ASKS,
    /** The change is not below the rule's share. */
    ABOVE_PERCENT,
    /** The change is below 0.1 percent. */
    SMALL_CHANGE,
    /** The automatic declarations of this day are used up: see {@link RippleLimit}. */
    RIPPLE_LIMIT,
    /** What was told last was recalled. */
    AFTER_RECALL
  }

  /** What became of it. */
  public enum State {
    WAITING,
    APPROVED,
    DISMISSED,
    /** The figure is another by now, or the old one again. */
    OBSOLETE
  }

  /** A total and whether it is complete. */
  public record Total(KgCo2e exclBiogenicUptake, boolean isComplete) {}

  public Correction {
    requireNonNull(id, "id");
    requireNonNull(product, "product");
    requireNonNull(partner, "partner");
    requireNonNull(audience, "audience");
    requireNonNull(period, "period");
    requireNonNull(why, "why");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    requireNonNull(figure, "figure");
    requireNonNull(state, "state");
    requireNonNull(since, "since");
    requireNonNull(settledAt, "settledAt");
    requireNonNull(settledBy, "settledBy");
  }
}
