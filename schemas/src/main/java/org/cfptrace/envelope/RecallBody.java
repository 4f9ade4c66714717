package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * The body of a {@link MessageType#RECALL}: the issuer withdraws a declaration, and nothing stands
 * in its place.
 */
public record RecallBody(DeclarationId declarationId, String reason) {
  /** The longest reason. */
  public static final int LONGEST_REASON = 1000;

  public RecallBody {
    requireNonNull(declarationId, "declarationId");
    Words.checked(reason, LONGEST_REASON, "reason");
  }

  public ObjectNode toJson() {
    return StrictJson.object().put("declarationId", declarationId.value()).put("reason", reason);
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static RecallBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    RecallBody recall =
        new RecallBody(
            members.value("declarationId", DeclarationId::new),
            members.text("reason", LONGEST_REASON));
    members.end();
    return recall;
  }
}
