package org.cfptrace.exchange.anchor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.log.LoggedEntry;

/** What others have proved of what they have declared to us. */
public interface ReceivedProofs {
  /**
   * One of them.
   *
   * @param since when enough witnesses had seen it in the log
   * @param isLate whether that was more than a day after it was issued
   */
  record Kept(LoggedEntry proof, Instant since, boolean isLate) {}

  /**
   * The message that brought a proof.
   *
   * @param id its {@code jti}
   */
  record Brought(ParticipantId by, String id, String thread) {}

  /** Keeps the first proof of a declaration; a later one says nothing more. */
  void keep(Brought brought, Kept proof, Checkpoint under, Instant at);

  /** The proof of a declaration. */
  Optional<Kept> of(DeclarationId id);

  /** Forgets all that rest on a checkpoint, and says what had brought them. */
  List<Brought> forgetUnder(Checkpoint checkpoint);
}
