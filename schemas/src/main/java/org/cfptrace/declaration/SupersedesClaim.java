package org.cfptrace.declaration;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/** The declaration that this one corrects: same product, plant, recipient and period. */
public record SupersedesClaim(DeclarationId declarationId) implements Claim {

  public SupersedesClaim {
    requireNonNull(declarationId, "declarationId");
  }

  @Override
  public ClaimName name() {
    return ClaimName.SUPERSEDES;
  }

  @Override
  public JsonNode toJson() {
    return StrictJson.object().put("declarationId", declarationId.value());
  }

  static SupersedesClaim read(JsonNode json) {
    Members members = Members.of(json, "supersedes");
    DeclarationId id = members.value("declarationId", DeclarationId::new);
    members.end();
    return new SupersedesClaim(id);
  }
}
