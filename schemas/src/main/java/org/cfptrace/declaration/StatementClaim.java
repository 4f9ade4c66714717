package org.cfptrace.declaration;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * The self-declaration this copy was made from, so that an auditor sees when two customers were
 * told different things.
 */
public record StatementClaim(DeclarationId declarationId) implements Claim {

  public StatementClaim {
    requireNonNull(declarationId, "declarationId");
  }

  @Override
  public ClaimName name() {
    return ClaimName.STATEMENT;
  }

  @Override
  public JsonNode toJson() {
    return StrictJson.object().put("declarationId", declarationId.value());
  }

  static StatementClaim read(JsonNode json) {
    Members members = Members.of(json, "statement");
    DeclarationId id = members.value("declarationId", DeclarationId::new);
    members.end();
    return new StatementClaim(id);
  }
}
