package org.cfptrace.declaration;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * Where it was made.
 *
 * @param country two capital letters (ISO 3166-1)
 */
public record SiteClaim(String plant, String country) implements Claim {

  public SiteClaim {
    requireNonNull(plant, "plant");
    if (!country.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("a country is two capital letters");
    }
  }

  @Override
  public ClaimName name() {
    return ClaimName.SITE;
  }

  @Override
  public JsonNode toJson() {
    return StrictJson.object().put("plant", plant).put("country", country);
  }

  static SiteClaim read(JsonNode json) {
    Members members = Members.of(json, "site");
    String plant = members.text("plant", 256);
    String country = members.text("country", 2);
    members.end();
    if (!country.matches("[A-Z]{2}")) {
      throw new MalformedException(Fault.MEMBER, "site.country: expected two capital letters");
    }
    return new SiteClaim(plant, country);
  }
}
