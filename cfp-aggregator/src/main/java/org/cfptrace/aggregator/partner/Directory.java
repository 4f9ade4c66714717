package org.cfptrace.aggregator.partner;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.Heartbeat;

/**
 * What the registry says about a participant, as recently as we can have it: from what we keep of
 * the topic while that is fresh, else by asking. Where neither helps, the old state is given with
 * its age, and whoever uses it holds and tries again.
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

  /** An entry, and until when we know that it still holds. */
  public record Looked(DirectoryEntry entry, Instant asOf) {
    public Looked {
      requireNonNull(entry, "entry");
      requireNonNull(asOf, "asOf");
    }

    /** Whether it may still be acted upon. */
    public boolean isFreshAt(Instant now) {
      return new Heartbeat(asOf).isFreshAt(now);
    }
  }

  /**
   * The state of a participant; empty when the registry knows nobody of that name.
   *
   * @throws Registry.RegistryAwayException when nothing is kept of it and the registry is away
   */
  public Optional<Looked> look(ParticipantId participant) {
    Optional<Looked> kept = known.find(participant).map(this::aged);
    if (kept.filter(looked -> looked.isFreshAt(clock.instant())).isPresent()) {
      return kept;
    }
    try {
      return ask(participant).map(entry -> new Looked(entry, clock.instant()));
    } catch (Registry.RegistryAwayException away) {
      if (kept.isEmpty()) {
        throw away;
      }
      return kept;
    }
  }

  /**
   * The state of a participant as the registry says now.
   *
   * @throws Registry.RegistryAwayException when it cannot be asked
   */
  public Optional<DirectoryEntry> ask(ParticipantId participant) {
    return registry.find(participant);
  }

  private Looked aged(DirectoryEntry entry) {
    Instant asOf = known.completeAsOf().filter(entry.asOf()::isBefore).orElse(entry.asOf());
    return new Looked(entry, asOf);
  }
}
