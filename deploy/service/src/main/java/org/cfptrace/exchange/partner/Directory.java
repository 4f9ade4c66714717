package org.cfptrace.exchange.partner;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.Heartbeat;

/**
 * What the registry says about a participant, as recently as we can have it: from what we keep of
 * the topic as long as that is fresh, else by asking. When neither helps, the old state is given
 * with its age, and whoever uses it holds and tries again.
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
   * @throws Registry.RegistryAway when nothing is kept of it and the registry cannot be asked
   */
  public Optional<Seen> look(ParticipantId participant) {
    Optional<Seen> kept = known.find(participant).map(this::aged);
    if (kept.filter(seen -> seen.isFreshAt(clock.instant())).isPresent()) {
      return kept;
    }
    try {
      return registry.find(participant).map(this::asked);
    } catch (Registry.RegistryAway away) {
      if (kept.isEmpty()) {
        throw away;
      }
      return kept;
    }
  }

  /**
   * The state of a participant as the registry says now.
   *
   * @throws Registry.RegistryAway when it cannot be asked
   */
  public Optional<DirectoryEntry> ask(ParticipantId participant) {
    return registry.find(participant);
  }

  private Seen aged(DirectoryEntry entry) {
    return new Seen(entry, later(entry.asOf(), known.completeAsOf()));
  }

  // Asked just now: it holds now, however long ago it was signed.
  private Seen asked(DirectoryEntry entry) {
    return new Seen(entry, clock.instant());
  }

  private static Instant later(Instant one, Optional<Instant> other) {
    return other.filter(instant -> instant.isAfter(one)).orElse(one);
  }
}
