package org.cfptrace.declaration;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.strict.Members;

/** The issuer's own emissions by stage and account: for the auditor only. */
public record OwnClaim(Emissions emissions) implements Claim {

  public OwnClaim {
    requireNonNull(emissions, "emissions");
  }

  @Override
  public ClaimName name() {
    return ClaimName.OWN;
  }

  @Override
  public JsonNode toJson() {
    return EmissionsJson.write(emissions);
  }

  static OwnClaim read(JsonNode json) {
    return new OwnClaim(EmissionsJson.read(Members.of(json, "own")));
  }
}
