package org.cfptrace.exchange.partner;

import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.DirectoryEntry;

/** What we ask of the registry over HTTP. */
public interface Registry {
  /**
   * The entry of a participant, its signature checked.
   *
   * @throws RegistryAway when it cannot be asked now
   */
  Optional<DirectoryEntry> find(ParticipantId participant);

  /** Lets a participant write to our inbox; doing it again changes nothing. */
  void letIn(ParticipantId participant);

  /** Lets it write no more; doing it again changes nothing. */
  void shutOut(ParticipantId participant);

  /** The registry did not answer, or not with anything we believe. */
  final class RegistryAway extends RuntimeException {
    public RegistryAway(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
