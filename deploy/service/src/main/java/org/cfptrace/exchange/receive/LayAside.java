package org.cfptrace.exchange.receive;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.exchange.deliver.Backoff;
import org.cfptrace.exchange.receive.Quarantined.State;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.verify.Origin;

/** Lays messages aside and knows when to look at them again. */
public final class LayAside {
  private final Quarantine quarantine;
  private final Clock clock;

  public LayAside(Quarantine quarantine, Clock clock) {
    this.quarantine = requireNonNull(quarantine, "quarantine");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Keeps a message with the reason why it was not applied.
   *
   * @return whether it comes into this state anew; the same bytes lie here once
   */
  boolean keep(ReceiveMessage.Delivery delivery, State state, Optional<Origin> origin, Why why) {
    Instant now = clock.instant();
    Optional<Quarantined> before = delivery.laidAside();
    int attempts = before.map(item -> item.attempts() + 1).orElse(1);
    Instant dueAt = now.plus(pause(state, attempts));
    if (before.isPresent()) {
      quarantine.retryAt(before.get().id(), state, why, dueAt);
      return before.get().state() != state;
    }
    return quarantine.put(
        new Quarantined(
            UUID.randomUUID(),
            state,
            delivery.way(),
            delivery.envelope(),
            origin,
            why.reason(),
            why.detail(),
            now,
            attempts),
        dueAt);
  }

  void resolve(Quarantined item, Instant at) {
    quarantine.resolve(item.id(), at);
  }

  boolean hasAhead(Origin origin) {
    return quarantine.hasAhead(origin.issuer().toString(), origin.thread());
  }

  /** How many messages of a sender wait for others before them. */
  long ahead(ParticipantId sender) {
    return quarantine.ahead(sender.toString());
  }

  /** What waits for this place of a thread. */
  Optional<Quarantined> inTurn(ParticipantId sender, String thread, long seq) {
    return quarantine.nextInTurn(sender.toString(), thread, seq);
  }

  // Asking for what is missing is only worth repeating at length; standing may change any moment.
  private static Duration pause(State state, int attempts) {
    return state == State.AHEAD ? Duration.ofMinutes(attempts) : Backoff.after(attempts);
  }
}
