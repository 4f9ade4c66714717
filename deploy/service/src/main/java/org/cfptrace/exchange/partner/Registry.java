package org.cfptrace.exchange.partner;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.AnswerFault;
import org.cfptrace.participant.DirectoryClient;
import org.cfptrace.participant.DirectoryEntry;

/** What we ask of the registry over HTTP. */
public interface Registry {
  /**
   * The entry of a participant, its signature checked.
   *
   * @throws RegistryAway when it cannot be asked now
   */
  Optional<DirectoryEntry> find(ParticipantId participant);

  /**
   * Participants that fit, each entry's signature checked; at most that many.
   *
   * @throws RegistryAway when it cannot be asked now
   */
  List<DirectoryEntry> search(DirectoryClient.Wanted wanted, int most);

  /** Lets a participant write to our inbox; doing it again changes nothing. */
  void letIn(ParticipantId participant);

  /** Lets it write no more; doing it again changes nothing. */
  void shutOut(ParticipantId participant);

  /** The registry did not answer, or not with anything we believe. */
  final class RegistryAway extends RuntimeException {
    private final Why why;

    public RegistryAway(String message, Throwable cause) {
      super(message, cause);
      this.why = Why.REGISTRY_AWAY;
    }

    /** It answered with its own signature, but not with what it says now. */
    public RegistryAway(String message, AnswerFault fault) {
      super(message);
      this.why = Why.of(fault);
    }

    public Why why() {
      return why;
    }

    /** What keeps us from knowing what the registry says now. */
    public enum Why {
      REGISTRY_AWAY,
      /** The answer was signed too long ago. */
      REGISTRY_STALE,
      /** The answer is older than what we knew. */
      REGISTRY_ROLLED_BACK;

      private static Why of(AnswerFault fault) {
        return switch (requireNonNull(fault, "fault")) {
          case STALE -> REGISTRY_STALE;
          case ROLLED_BACK -> REGISTRY_ROLLED_BACK;
        };
      }
    }
  }
}
