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
   */
  record Shown(String note, ParticipantId by) {}

  /** The newest that our registry has shown us, the whole signed note. */
  Optional<String> newest();

  /** What we know of a checkpoint of this size and root. */
  Optional<State> stateOf(SignedCheckpoint checkpoint);

  /** Whether there is one of this size with another root, of the tree we see. */
  boolean hasTwin(SignedCheckpoint checkpoint);

  /** Keeps one, or what has come out about it. */
  void keep(SignedCheckpoint checkpoint, Optional<ParticipantId> by, State state, Instant at);

  /** Those that were not compared yet. */
  List<Shown> pending(int most);
}
