package org.cfptrace.exchange.anchor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.log.SignedCheckpoint;

/** The checkpoints of the log that have come by. */
public interface SeenCheckpoints {
  /** How a checkpoint is to the tree our registry shows us. */
  enum State {
    /** Of the same tree. */
    SAME_TREE,
    /** Not compared yet. */
    PENDING,
    /** Of another tree. */
    OTHER_TREE
  }

  /**
   * One that somebody else has shown us.
   *
   * @param note the whole signed note
   * @param since when it was shown first
   */
  record Shown(String note, ParticipantId by, Instant since) {}

  /** The newest that our registry has shown us, the whole signed note. */
  Optional<String> newest();

  /** Whether there is one of this size with another root, of the tree we see. */
  boolean hasTwin(SignedCheckpoint checkpoint);

  /** Keeps one, or what has come out about it. */
  void keep(SignedCheckpoint checkpoint, Optional<ParticipantId> by, State state, Instant at);

  /**
   * Keeps one to be compared, unless it is known.
   *
   * @return what is known of it; that stays so until the transaction ends
   */
  State see(SignedCheckpoint checkpoint, ParticipantId by, Instant at);

  /** Claims some of those that were not compared yet and are due, those due longest first. */
  List<Shown> claimPending(Instant now, Instant until, int most);

  /** It could not be compared now; how often in a row decides when it is tried again. */
  void compareLater(SignedCheckpoint checkpoint, Instant now);

  /** Forgets those of our tree that came by before that moment, but for the newest. */
  void forgetBefore(Instant moment);
}
