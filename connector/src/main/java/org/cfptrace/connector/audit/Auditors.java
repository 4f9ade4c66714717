package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import org.cfptrace.exchange.partner.Directory;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.Accreditation;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/** Whom the registry lists as accredited to audit footprints. */
public final class Auditors {
  private final Directory directory;
  private final Clock clock;

  public Auditors(Directory directory, Clock clock) {
    this.directory = requireNonNull(directory, "directory");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * The entry of a participant, as fresh as it has to be.
   *
   * @throws Registry.RegistryAway when that cannot be said now
   */
  Optional<DirectoryEntry> entry(ParticipantId participant) {
    Optional<Directory.Seen> seen = directory.look(participant);
    seen.filter(each -> !each.isFreshAt(clock.instant()))
        .ifPresent(
            old -> {
              throw new Registry.RegistryAway(
                  "the entry of " + participant + " is of " + old.asOf(), new Stale());
            });
    return seen.map(Directory.Seen::entry);
  }

  boolean isAccredited(DirectoryEntry entry) {
    return entry.isAccredited(Accreditation.CFP_AUDIT, clock.instant());
  }

  /**
   * Refuses what only an accredited auditor does, when we are none.
   *
   * @throws Refused for a person who waits for the answer
   */
  void refuseUnlessAccredited(ParticipantId me) {
    if (!isAccredited(me)) {
      throw new Refused(
          ProblemCode.NOT_ACCREDITED, me + " is not accredited for footprints at this moment");
    }
  }

  /** For a person who waits for the answer. */
  boolean isAccredited(ParticipantId auditor) {
    try {
      return entry(auditor).filter(this::isAccredited).isPresent();
    } catch (Registry.RegistryAway away) {
      throw new Refused(ProblemCode.UNAVAILABLE, "the registry does not answer; try again later");
    }
  }

  private static final class Stale extends RuntimeException {
    Stale() {
      super("older than a day");
    }
  }
}
