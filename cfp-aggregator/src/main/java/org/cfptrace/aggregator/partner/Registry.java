package org.cfptrace.aggregator.partner;

import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.DirectoryEntry;

/** What we ask of the registry over HTTP. */
public interface Registry {
  /**
   * The entry of a participant, its signature checked; empty when there is no such participant.
   *
   * @throws RegistryAwayException when it cannot be asked now
   */
  Optional<DirectoryEntry> find(ParticipantId participant);

  /**
   * Lets a participant write to our inbox; doing it again changes nothing.
   *
   * @throws RegistryAwayException when it cannot be asked now
   */
  void letIn(ParticipantId participant);

  /**
   * Lets it write no more; doing it again changes nothing.
   *
   * @throws RegistryAwayException when it cannot be asked now
   */
  void shutOut(ParticipantId participant);

  /** The registry did not answer, or not with anything we believe. */
  final class RegistryAwayException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RegistryAwayException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
