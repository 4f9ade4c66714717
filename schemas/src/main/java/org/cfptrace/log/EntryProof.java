package org.cfptrace.log;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * The proof that an entry is in the log, beside what the entry is of: JSON members {@code index,
 * size} (decimal strings), {@code path} (standard base64) and {@code checkpoint}, the whole note
 * with its signatures. It says nothing until {@link #check} did.
 */
public record EntryProof(InclusionProof proof, String checkpoint) {
  public EntryProof {
    requireNonNull(proof, "proof");
    requireNonNull(checkpoint, "checkpoint");
  }

  /** Checks the note, its witnesses and the path; answers with the checkpoint, which has a time. */
  public LogVerdict<SignedCheckpoint> check(LogEntry entry, LogTrust trust) {
    return trust
        .witnessed(checkpoint)
        .then(
            signed ->
                proof.check(entry, signed.checkpoint()).then(index -> LogVerdict.proven(signed)));
  }

  public ObjectNode toJson() {
    return proof.writeTo(StrictJson.object()).put("checkpoint", checkpoint);
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static EntryProof from(Members members) {
    EntryProof proof =
        new EntryProof(
            InclusionProof.read(members),
            SignedNote.spelled(members.text("checkpoint", SignedNote.LONGEST)));
    members.end();
    return proof;
  }
}
