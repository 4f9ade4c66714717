package org.cfptrace.log;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;

/**
 * What a log asks a witness (C2SP tlog-witness, {@code add-checkpoint}): a checkpoint, and the
 * proof that it goes on where the witness last saw it.
 *
 * @param old the size the witness saw last, as the log believes
 */
public record WitnessRequest(long old, List<TreeHash> proof, String note) {
  private static final String OLD = "old ";

  public WitnessRequest {
    proof = List.copyOf(proof);
    requireNonNull(note, "note");
  }

  /** The body of the request. */
  public String written() {
    StringBuilder body = new StringBuilder(OLD).append(old).append('\n');
    proof.forEach(hash -> body.append(hash.base64()).append('\n'));
    return body.append('\n').append(note).toString();
  }

  /** Reads what {@link #written()} writes. */
  public static WitnessRequest parse(String body) {
    int parting = body.indexOf("\n\n");
    if (!body.startsWith(OLD) || parting < 0) {
      throw new MalformedException(Fault.ENCODING, "expected old size, proof and checkpoint");
    }
    String[] lines = body.substring(0, parting).split("\n", -1);
    if (lines.length - 1 > InclusionProof.LONGEST) {
      throw new MalformedException(Fault.ENCODING, "no proof is that long");
    }
    List<TreeHash> proof = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      proof.add(TreeHash.parse(lines[i]));
    }
    return new WitnessRequest(
        Checkpoint.wholeNumber(lines[0].substring(OLD.length())),
        proof,
        body.substring(parting + 2));
  }
}
