package org.cfptrace.log;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A checkpoint that the log signed, and which known witnesses signed it when. Only {@link LogTrust}
 * makes one.
 */
public final class SignedCheckpoint {
  private final Checkpoint checkpoint;
  private final SignedNote note;
  private final Map<String, Instant> witnessed;
  private final int quorum;

  SignedCheckpoint(
      Checkpoint checkpoint, SignedNote note, Map<String, Instant> witnessed, int quorum) {
    this.checkpoint = requireNonNull(checkpoint, "checkpoint");
    this.note = requireNonNull(note, "note");
    this.witnessed = Collections.unmodifiableMap(new LinkedHashMap<>(witnessed));
    this.quorum = quorum;
  }

  public Checkpoint checkpoint() {
    return checkpoint;
  }

  public SignedNote note() {
    return note;
  }

  /** When each known witness signed, by its name; the earliest where one signed twice. */
  public Map<String, Instant> witnessed() {
    return witnessed;
  }

  /**
   * The moment from which on as many witnesses as we ask for had seen this checkpoint; empty when
   * too few did. The log's own word is not a time.
   */
  public Optional<Instant> time() {
    List<Instant> times = witnessed.values().stream().sorted().toList();
    return times.size() < quorum ? Optional.empty() : Optional.of(times.get(quorum - 1));
  }

  @Override
  public String toString() {
    return "SignedCheckpoint[" + checkpoint.origin() + ", " + checkpoint.size() + "]";
  }
}
