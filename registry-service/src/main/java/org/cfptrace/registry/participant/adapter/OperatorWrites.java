package org.cfptrace.registry.participant.adapter;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.cfptrace.registry.wiring.http.Body;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Writes;
import org.jspecify.annotations.Nullable;

/** Writes of an operator: done once, in the operator's name, and where it matters with a reason. */
@ApplicationScoped
class OperatorWrites {
  private static final int LONGEST_REASON = 1000;

  private final Writes writes;
  private final SecurityIdentity caller;

  OperatorWrites(Writes writes, SecurityIdentity caller) {
    this.writes = writes;
    this.caller = caller;
  }

  /** What an operator does. */
  interface Deed {
    Answer by(String operator);
  }

  /** What an operator does for a reason. */
  interface ReasonedDeed {
    Answer by(String operator, String reason);
  }

  /** Does it once; of the body only the digest counts. */
  Response once(byte @Nullable [] body, Deed deed) {
    var operator = caller.getPrincipal().getName();
    return writes.once(operator, orEmpty(body), () -> deed.by(operator));
  }

  /** Does it once, for the reason the body gives. */
  Response onceFor(byte @Nullable [] body, ReasonedDeed deed) {
    return once(body, operator -> deed.by(operator, reason(orEmpty(body))));
  }

  private static byte[] orEmpty(byte @Nullable [] body) {
    return body == null ? new byte[0] : body;
  }

  private static String reason(byte[] bytes) {
    var body = Body.of(bytes);
    var reason = body.text("reason", LONGEST_REASON);
    body.end();
    return reason;
  }
}
