package org.cfptrace.connector.wiring;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.cfptrace.connector.answer.ProblemCode;
import org.cfptrace.connector.answer.Refused;

/** Who is acting: the signed-in user of this request, or the connector itself outside of one. */
@ApplicationScoped
public class Caller {
  /** The name noted for what nobody asked for: a message came in, a clock struck. */
  public static final String CONNECTOR = "connector";

  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The user's name from the token; never longer than the journal's column. */
  public String name() {
    if (!Arc.container().requestContext().isActive() || identity.isAnonymous()) {
      return CONNECTOR;
    }
    String name = identity.getPrincipal().getName();
    if (name == null || name.isBlank()) {
      // Nobody could be held to what this caller does, so it does nothing here.
      throw new Refused(ProblemCode.UNAUTHENTICATED, "the bearer token names nobody");
    }
    return name.length() <= 200 ? name : name.substring(0, 200);
  }
}
