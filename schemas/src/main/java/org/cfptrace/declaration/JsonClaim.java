package org.cfptrace.declaration;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Set;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;

/**
 * A claim whose members are still read by those who use them; strict JSON all the same. An object,
 * or for {@link ClaimName#EVIDENCE} an array.
 */
public record JsonClaim(ClaimName name, JsonNode json) implements Claim {
  /** The claims that have no type of their own yet. */
  static final Set<ClaimName> NAMES =
      EnumSet.of(
          ClaimName.VERIFICATION,
          ClaimName.CONTENT,
          ClaimName.EMBEDDED,
          ClaimName.GX,
          ClaimName.EVIDENCE,
          ClaimName.ATTEST,
          ClaimName.ELECTRICITY,
          ClaimName.EXT);

  public JsonClaim {
    requireNonNull(name, "name");
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(name + " has a type of its own");
    }
    json = json.deepCopy();
  }

  @Override
  public JsonNode toJson() {
    return json.deepCopy();
  }

  static JsonClaim read(ClaimName name, JsonNode json) {
    boolean fits = name == ClaimName.EVIDENCE ? json.isArray() : json.isObject();
    if (!fits) {
      throw new MalformedException(Fault.MEMBER, name.jsonName() + ": expected an object");
    }
    return new JsonClaim(name, json);
  }

  /** Only the name: the content may be a trade secret. */
  @Override
  public String toString() {
    return "JsonClaim[" + name + "]";
  }
}
