package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.trade.RequestId;

/**
 * The body of an {@link MessageType#AUDIT_REFUSAL}: what was asked for is not shown.
 *
 * @param message a word of the person who refused
 */
public record AuditRefusalBody(
    RequestId requestId, AuditRefusalReason reason, Optional<String> message) {
  /** The longest message. */
  public static final int LONGEST_MESSAGE = 1000;

  public AuditRefusalBody {
    requireNonNull(requestId, "requestId");
    requireNonNull(reason, "reason");
    Words.checked(message, LONGEST_MESSAGE, "message");
  }

  public ObjectNode toJson() {
    ObjectNode json =
        StrictJson.object().put("requestId", requestId.toString()).put("reason", reason.name());
    message.ifPresent(text -> json.put("message", text));
    return json;
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static AuditRefusalBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    AuditRefusalBody refusal =
        new AuditRefusalBody(
            members.value("requestId", RequestId::of),
            members.value("reason", AuditRefusalReason::valueOf),
            members.optionalText("message", LONGEST_MESSAGE));
    members.end();
    return refusal;
  }
}
