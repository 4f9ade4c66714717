package org.cfptrace.log;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * The proof that a declaration is in the log, as it travels: JSON members {@code declarationId,
 * index, size} (decimal strings), {@code path} (standard base64) and {@code checkpoint}, the whole
 * note with its signatures. It says nothing until {@link #check} did.
 */
public record LoggedEntry(DeclarationId declarationId, InclusionProof proof, String checkpoint) {
  public LoggedEntry {
    requireNonNull(declarationId, "declarationId");
    requireNonNull(proof, "proof");
    requireNonNull(checkpoint, "checkpoint");
  }

  /** Checks the note, its witnesses and the path; answers with where and since when it is there. */
  public LogVerdict<Inclusion> check(LogTrust trust) {
    return new EntryProof(proof, checkpoint)
        .check(LogEntry.ofDeclaration(declarationId), trust)
        .then(
            signed ->
                LogVerdict.proven(
                    new Inclusion(
                        declarationId, proof.index(), signed.time().orElseThrow(), signed)));
  }

  public ObjectNode toJson() {
    ObjectNode json = StrictJson.object().put("declarationId", declarationId.value());
    return proof.writeTo(json).put("checkpoint", checkpoint);
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static LoggedEntry fromJson(JsonNode json) {
    Members members = Members.of(json, "body");
    LoggedEntry entry =
        new LoggedEntry(
            members.value("declarationId", DeclarationId::new),
            InclusionProof.read(members),
            SignedNote.spelled(members.text("checkpoint", SignedNote.LONGEST)));
    members.end();
    return entry;
  }
}
