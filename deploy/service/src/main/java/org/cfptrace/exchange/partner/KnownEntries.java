package org.cfptrace.exchange.partner;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.DirectoryEntry;

/**
 * The directory entries we keep: of our partners, of ourselves and of those whose word counts here
 * although they are no partners.
 */
public interface KnownEntries {
  /** The newest entry we have seen of a participant. */
  Optional<DirectoryEntry> find(ParticipantId participant);

  /**
   * Keeps an entry unless a newer one is there.
   *
   * @return whether it was newer than what was there
   */
  boolean keep(DirectoryEntry entry);

  /** The registry has said that everything published until then is on the topic. */
  void completeAsOf(Instant asOf);

  /** Until when we know the topic to be complete. */
  Optional<Instant> completeAsOf();
}
