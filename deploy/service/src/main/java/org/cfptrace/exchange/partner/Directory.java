package org.cfptrace.exchange.partner;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.cfptrace.exchange.partner.Registry.RegistryAway.Why;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.AnswerFault;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.Heartbeat;

/**
 * What the registry says about a participant, as recently as we can have it: from what we keep of
 * the topic as long as that is fresh, else by asking. When neither helps, the old state is given
 * with its age, and whoever uses it holds and tries again. An answer that is old although it came
 * just now is none: somebody on the way, or the registry itself, shows us the past.
 */
public final class Directory {
  private final KnownEntries known;
  private final Registry registry;
  private final Clock clock;

  public Directory(KnownEntries known, Registry registry, Clock clock) {
    this.known = requireNonNull(known, "known");
    this.registry = requireNonNull(registry, "registry");
    this.clock = requireNonNull(clock, "clock");
  }

  /** An entry and until when we know that it still holds. */
  public record Seen(DirectoryEntry entry, Instant asOf) {
    /** Whether it may still be acted upon. */
    public boolean isFreshAt(Instant now) {
      return new Heartbeat(asOf).isFreshAt(now);
    }
  }

  /**
   * The state of a participant; empty when the registry knows nobody of that name.
   *
   * @throws Registry.RegistryAway when nothing is kept of it and the registry cannot be asked, or
   *     when it answers with the past
   */
  public Optional<Seen> look(ParticipantId participant) {
    Optional<Seen> kept = known.find(participant).map(this::aged);
    if (kept.filter(seen -> seen.isFreshAt(clock.instant())).isPresent()) {
      return kept;
    }
    try {
      return ask(participant).map(entry -> new Seen(entry, entry.asOf()));
    } catch (Registry.RegistryAway away) {
      // The past instead of an answer is worth an operator's look, so it is not passed over.
      if (kept.isEmpty() || away.why() != Why.REGISTRY_AWAY) {
        throw away;
      }
      return kept;
    }
  }

  /**
   * The state of a participant as the registry says now.
   *
   * @throws Registry.RegistryAway when it cannot be asked, or answers with the past
   */
  public Optional<DirectoryEntry> ask(ParticipantId participant) {
    return registry.find(participant).map(this::current);
  }

  private DirectoryEntry current(DirectoryEntry answer) {
    ParticipantId participant = answer.participant();
    AnswerFault.of(answer, known.find(participant), clock.instant())
        .ifPresent(
            fault -> {
              throw new Registry.RegistryAway(
                  "the registry answered about " + participant + " as of " + answer.asOf(), fault);
            });
    return answer;
  }

  private Seen aged(DirectoryEntry entry) {
    return new Seen(entry, later(entry.asOf(), known.completeAsOf()));
  }

  private static Instant later(Instant one, Optional<Instant> other) {
    return other.filter(instant -> instant.isAfter(one)).orElse(one);
  }
}
