package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.trade.RequestId;

/**
 * The body of an {@link MessageType#AUDIT_DISCLOSURE}: what an auditor is shown of one declaration.
 * What does not fit into one message is spread over parts: each shows the same declaration with
 * other elements of its inputs.
 *
 * @param part which of the parts this is, from 1
 * @param declaration exactly the token asked for, with every claim an auditor sees, and its opening
 * @param statement the self-declaration that a copy was made from, fully shown, and its opening
 * @param proof where the declaration stands in the log, when that is known
 * @param statementProof where the self-declaration stands in the log
 * @param inputs the declarations of suppliers behind the elements shown in this part
 */
public record AuditDisclosureBody(
    RequestId requestId,
    long part,
    long parts,
    DeclarationBody declaration,
    Optional<DeclarationBody> statement,
    Optional<LoggedEntry> proof,
    Optional<LoggedEntry> statementProof,
    List<AuditedInput> inputs) {
  /** The most parts. */
  public static final long MOST_PARTS = 10_000;

  /** The most inputs in one part. */
  public static final int MOST_INPUTS = 256;

  public AuditDisclosureBody {
    requireNonNull(requestId, "requestId");
    if (part < 1 || part > parts || parts > MOST_PARTS) {
      throw new IllegalArgumentException(
          "expected 1 <= part <= parts <= " + MOST_PARTS + ", saw " + part + " of " + parts);
    }
    requireNonNull(declaration, "declaration");
    requireNonNull(statement, "statement");
    requireNonNull(proof, "proof");
    requireNonNull(statementProof, "statementProof");
    inputs = List.copyOf(inputs);
    if (inputs.size() > MOST_INPUTS) {
      throw new IllegalArgumentException("a part shows at most " + MOST_INPUTS + " inputs");
    }
    if (statement.isEmpty() && statementProof.isPresent()) {
      throw new IllegalArgumentException("a proof of a statement that is not there");
    }
  }

  public ObjectNode toJson() {
    ObjectNode json =
        StrictJson.object()
            .put("requestId", requestId.toString())
            .put("part", part)
            .put("parts", parts);
    json.setAll(declaration.toJson());
    statement.ifPresent(shown -> json.set("statement", shown.toJson()));
    proof.ifPresent(known -> json.set("proof", known.toJson()));
    statementProof.ifPresent(known -> json.set("statementProof", known.toJson()));
    ArrayNode array = json.putArray("inputs");
    inputs.forEach(input -> array.add(input.toJson()));
    return json;
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static AuditDisclosureBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    RequestId requestId = members.value("requestId", RequestId::of);
    long part = members.wholeNumber("part");
    long parts = members.wholeNumber("parts");
    DeclarationBody declaration = DeclarationBody.read(members);
    Optional<DeclarationBody> statement =
        members.has("statement")
            ? Optional.of(DeclarationBody.fromJson(members.any("statement")))
            : Optional.empty();
    Optional<LoggedEntry> proof =
        members.optionalObject("proof").map(object -> LoggedEntry.fromJson(object.node()));
    Optional<LoggedEntry> statementProof =
        members.optionalObject("statementProof").map(object -> LoggedEntry.fromJson(object.node()));
    List<AuditedInput> inputs = new ArrayList<>();
    for (JsonNode input : members.array("inputs", MOST_INPUTS)) {
      inputs.add(AuditedInput.read(Members.of(input, "body.inputs[]")));
    }
    members.end();
    try {
      return new AuditDisclosureBody(
          requestId, part, parts, declaration, statement, proof, statementProof, inputs);
    } catch (IllegalArgumentException e) {
      throw new MalformedException(Fault.MEMBER, "body: " + e.getMessage(), e);
    }
  }

  /** Shows which part it is, and nothing of the content. */
  @Override
  public String toString() {
    return "AuditDisclosureBody[" + requestId + ", " + part + " of " + parts + "]";
  }
}
