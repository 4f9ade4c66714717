package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * The body of a {@link MessageType#DISCLOSED}: a customer tells its supplier which claims of the
 * supplier's declaration it has just shown to which auditor. It says nothing of who has ordered the
 * audit, nor of anything else in it.
 */
public record DisclosedBody(
    DeclarationId declarationId, ParticipantId auditor, Set<ClaimName> claims) {

  public DisclosedBody {
    requireNonNull(declarationId, "declarationId");
    requireNonNull(auditor, "auditor");
    claims = ClaimNames.copyOf(claims);
    if (claims.isEmpty()) {
      throw new IllegalArgumentException("claims: expected at least one");
    }
  }

  public ObjectNode toJson() {
    ObjectNode json =
        StrictJson.object()
            .put("declarationId", declarationId.value())
            .put("auditor", auditor.did());
    ClaimNames.write(json, "claims", claims);
    return json;
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static DisclosedBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    DisclosedBody disclosed =
        new DisclosedBody(
            members.value("declarationId", DeclarationId::new),
            members.value("auditor", ParticipantId::new),
            ClaimNames.read(members, "claims"));
    members.end();
    return disclosed;
  }
}
