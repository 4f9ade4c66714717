package org.cfptrace.connector.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.Claims;
import org.cfptrace.strict.StrictJson;

/**
 * Claims as they are kept beside a token that was made or verified here, so that reading a list
 * does not mean checking every signature again.
 */
public final class StoredClaims {
  private StoredClaims() {}

  /** One JSON object, a member for each claim. */
  public static String write(Collection<Claim> claims) {
    ObjectNode json = StrictJson.object();
    claims.forEach(claim -> json.set(claim.name().jsonName(), claim.toJson()));
    return new String(StrictJson.write(json), UTF_8);
  }

  /** Reads what {@link #write} has written. */
  public static Map<ClaimName, Claim> read(String text) {
    Map<ClaimName, Claim> claims = new EnumMap<>(ClaimName.class);
    for (Map.Entry<String, JsonNode> member : StrictJson.parseKept(text).properties()) {
      ClaimName name = ClaimName.ofJsonName(member.getKey()).orElseThrow();
      claims.put(name, Claims.read(name, member.getValue()));
    }
    return claims;
  }
}
