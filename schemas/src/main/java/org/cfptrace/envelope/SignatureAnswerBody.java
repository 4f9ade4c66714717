package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.cfptrace.log.EntryProof;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * The body of a {@link MessageType#SIGNATURE_ANSWER}: the company has signed the statement of an
 * export, or will not, and why. Once the statement is in the public log the same answer comes
 * again, with the proof.
 *
 * @param signature the statement, a signed token of type {@code cfp-export-v1+jwt}; there exactly
 *     when it is signed
 * @param reason there exactly when it is refused
 * @param proof where the signature stands in the log; only with one
 */
public record SignatureAnswerBody(
    SignatureRequestId requestId,
    Optional<String> signature,
    Optional<String> reason,
    Optional<EntryProof> proof) {
  /** The longest reason; as long as that of a {@link RecallBody}. */
  public static final int LONGEST_REASON = RecallBody.LONGEST_REASON;

  /** The longest signature, in characters: its statement repeats the reason of an override. */
  public static final int LONGEST_SIGNATURE = 16 * 1024;

  public SignatureAnswerBody {
    requireNonNull(requestId, "requestId");
    signature.ifPresent(token -> CarriedToken.checked(token, LONGEST_SIGNATURE, "signature"));
    Words.checked(reason, LONGEST_REASON, "reason");
    requireNonNull(proof, "proof");
    if (!fits(signature, reason, proof)) {
      throw new IllegalArgumentException("signed, with a proof or without, or refused");
    }
  }

  public static SignatureAnswerBody signed(
      SignatureRequestId requestId, String signature, Optional<EntryProof> proof) {
    return new SignatureAnswerBody(requestId, Optional.of(signature), Optional.empty(), proof);
  }

  public static SignatureAnswerBody refused(SignatureRequestId requestId, String reason) {
    return new SignatureAnswerBody(
        requestId, Optional.empty(), Optional.of(reason), Optional.empty());
  }

  public ObjectNode toJson() {
    ObjectNode json = StrictJson.object().put("requestId", requestId.toString());
    signature.ifPresent(token -> json.put("signature", token));
    reason.ifPresent(text -> json.put("reason", text));
    proof.ifPresent(known -> json.set("proof", known.toJson()));
    return json;
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static SignatureAnswerBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    SignatureRequestId requestId = members.value("requestId", SignatureRequestId::of);
    Optional<String> signature = CarriedToken.readOptional(members, "signature", LONGEST_SIGNATURE);
    Optional<String> reason = members.optionalText("reason", LONGEST_REASON);
    Optional<EntryProof> proof = members.optionalObject("proof").map(EntryProof::from);
    members.end();
    if (!fits(signature, reason, proof)) {
      throw new MalformedException(
          Fault.MEMBER, "body: signed, with a proof or without, or refused");
    }
    return new SignatureAnswerBody(requestId, signature, reason, proof);
  }

  private static boolean fits(
      Optional<String> signature, Optional<String> reason, Optional<EntryProof> proof) {
    return signature.isPresent() != reason.isPresent()
        && (proof.isEmpty() || signature.isPresent());
  }
}
