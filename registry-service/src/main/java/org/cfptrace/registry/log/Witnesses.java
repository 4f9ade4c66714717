package org.cfptrace.registry.log;

import java.util.List;
import java.util.function.LongFunction;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.log.NoteSignature;
import org.cfptrace.log.SignedNote;
import org.cfptrace.log.TreeHash;
import org.cfptrace.log.VerifierKey;

/** The witnesses, wherever they are. */
public interface Witnesses {
  /** What one of them is asked. */
  record Ask(VerifierKey witness, SignedNote note, Checkpoint checkpoint) {}

  /**
   * Asks all side by side and answers with the lines whose signatures fit, within a short time.
   *
   * @param proofFrom makes the proof from the size a witness saw last
   */
  List<NoteSignature> cosign(List<Ask> asks, LongFunction<List<TreeHash>> proofFrom);

  /** No witnesses. */
  static Witnesses none() {
    return (asks, proofFrom) -> List.of();
  }
}
