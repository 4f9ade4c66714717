package org.cfptrace.participant;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.TokenClaims;

/**
 * What the operator has accredited a participant for, and for how long.
 *
 * @param scope names like {@link #CFP_AUDIT}
 * @param from first instant
 * @param until end, not included; ended early, it is the moment of that
 */
public record Accreditation(List<String> scope, Instant from, Instant until) {
  /** May audit footprints. */
  public static final String CFP_AUDIT = "CFP_AUDIT";

  private static final int MOST = 16;

  public Accreditation {
    scope = List.copyOf(scope);
    requireNonNull(from, "from");
    requireNonNull(until, "until");
    if (scope.isEmpty() || scope.size() > MOST || until.isBefore(from)) {
      throw new IllegalArgumentException("expected a scope, and an end after the beginning");
    }
  }

  /** Whether it holds for {@code what} at this time. */
  public boolean covers(String what, Instant at) {
    return scope.contains(what) && !at.isBefore(from) && at.isBefore(until);
  }

  ObjectNode toJson() {
    ObjectNode json = StrictJson.object();
    var names = json.putArray("scope");
    scope.forEach(names::add);
    return json.put("from", from.getEpochSecond()).put("until", until.getEpochSecond());
  }

  static Accreditation from(Members members) {
    var scope = members.texts("scope", MOST);
    var from = TokenClaims.instant(members, "from");
    var until = TokenClaims.instant(members, "until");
    members.end();
    try {
      return new Accreditation(scope, from, until);
    } catch (IllegalArgumentException e) {
      throw new MalformedException(Fault.MEMBER, members.path() + ": not an accreditation", e);
    }
  }
}
