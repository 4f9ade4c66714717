package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * The body of a {@link MessageType#RECEIPT}: what became of one message.
 *
 * @param messageId the {@code jti} of the message answered
 * @param declarationId the declaration it carried, if it did and could be read
 * @param refusal why it was refused, as the sender may be told; empty when accepted
 */
public record ReceiptBody(
    String messageId, Optional<DeclarationId> declarationId, Optional<String> refusal) {
  private static final Pattern URN =
      Pattern.compile("urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern REASON = Pattern.compile("[A-Z][A-Z_]{0,63}");

  public ReceiptBody {
    requireNonNull(messageId, "messageId");
    requireNonNull(declarationId, "declarationId");
    requireNonNull(refusal, "refusal");
  }

  public static ReceiptBody accepted(String messageId, Optional<DeclarationId> declarationId) {
    return new ReceiptBody(messageId, declarationId, Optional.empty());
  }

  public static ReceiptBody refused(String messageId, String reason) {
    return new ReceiptBody(messageId, Optional.empty(), Optional.of(reason));
  }

  public boolean isAccepted() {
    return refusal.isEmpty();
  }

  public ObjectNode toJson() {
    ObjectNode json = StrictJson.object().put("messageId", messageId);
    declarationId.ifPresent(id -> json.put("declarationId", id.value()));
    json.put("outcome", isAccepted() ? "ACCEPTED" : "REFUSED");
    refusal.ifPresent(reason -> json.put("reason", reason));
    return json;
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static ReceiptBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    String messageId = matching(members.text("messageId"), URN, "body.messageId");
    Optional<DeclarationId> declarationId =
        members.has("declarationId")
            ? Optional.of(members.value("declarationId", DeclarationId::new))
            : Optional.empty();
    String outcome = members.text("outcome");
    Optional<String> refusal =
        members.optionalText("reason", 64).map(text -> matching(text, REASON, "body.reason"));
    members.end();
    if (!outcome.equals(refusal.isEmpty() ? "ACCEPTED" : "REFUSED")) {
      throw new MalformedException(
          Fault.MEMBER, "body.outcome: expected ACCEPTED, or REFUSED with a reason");
    }
    return new ReceiptBody(messageId, declarationId, refusal);
  }

  private static String matching(String text, Pattern pattern, String where) {
    if (!pattern.matcher(text).matches()) {
      throw new MalformedException(Fault.MEMBER, where + ": not of the agreed form");
    }
    return text;
  }
}
