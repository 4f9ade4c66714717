package org.cfptrace.exchange.partner;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;

/** Those we know by somebody else's word. */
public interface Introductions {
  /** Those of a company that hold at this moment, for whatever purpose. */
  List<Introduction> inForce(ParticipantId participant, Instant now);

  /**
   * Takes one. Of the same company, purpose and fingerprint there is one; it holds until the latest
   * day anybody has said, and neither what the registry already allows it nor how long the registry
   * is left in peace is forgotten.
   */
  void take(Introduction introduction, Instant now);

  /** Whether the registry lets a company write to our inbox by an introduction. */
  InboxAccess inbox(ParticipantId participant);

  /** The registry was asked to shut a company out for another reason: it is to let it in again. */
  void letInAgain(ParticipantId participant, Instant now);

  /** What a company was introduced for is over before its time; nobody else waits for it. */
  void end(ParticipantId participant, Introduction.Purpose purpose, Instant now);

  /** Those whose time is over, and who may still write to our inbox, may do so no more. */
  void endOverdue(Instant now);

  /** Claims one whose inbox access the registry has to be told of, passing over claimed ones. */
  Optional<Introduction> claimForRegistry(Instant now);

  /** The registry has heard. */
  void told(Introduction introduction);

  /** The registry could not be told now. */
  void tellRegistryAt(Introduction introduction, Instant at);

  /** How often in a row the registry could not be told. */
  int failures(Introduction introduction);
}
