package org.cfptrace.declaration;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * What the recipient may do with it.
 *
 * @param policy the policy's name or digest
 * @param onward to whom it may be presented: a subset of AGGREGATOR and AUDITOR
 */
public record TermsClaim(
    Optional<String> agreementId, Optional<String> policy, Set<Audience> onward) implements Claim {
  private static final Set<Audience> POSSIBLE = Set.of(Audience.AGGREGATOR, Audience.AUDITOR);
  private static final int LONGEST = 256;

  public TermsClaim {
    requireNonNull(agreementId, "agreementId");
    requireNonNull(policy, "policy");
    if (!POSSIBLE.containsAll(onward)) {
      throw new IllegalArgumentException("onward only to AGGREGATOR and AUDITOR");
    }
    onward = Set.copyOf(onward);
  }

  @Override
  public ClaimName name() {
    return ClaimName.TERMS;
  }

  @Override
  public JsonNode toJson() {
    ObjectNode json = StrictJson.object();
    agreementId.ifPresent(id -> json.put("agreementId", id));
    policy.ifPresent(text -> json.put("policy", text));
    ArrayNode names = json.putArray("onward");
    onward.stream().sorted().forEach(audience -> names.add(audience.name()));
    return json;
  }

  static TermsClaim read(JsonNode json) {
    Members members = Members.of(json, "terms");
    Optional<String> agreementId = members.optionalText("agreementId", LONGEST);
    Optional<String> policy = members.optionalText("policy", LONGEST);
    Set<Audience> onward = EnumSet.noneOf(Audience.class);
    for (String name : members.texts("onward", POSSIBLE.size())) {
      if (!onward.add(audience(name))) {
        throw new MalformedException(Fault.MEMBER, "terms.onward: named twice");
      }
    }
    members.end();
    return new TermsClaim(agreementId, policy, onward);
  }

  private static Audience audience(String name) {
    return POSSIBLE.stream()
        .filter(audience -> audience.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new MalformedException(
                    Fault.MEMBER, "terms.onward: expected AGGREGATOR or AUDITOR"));
  }
}
