package org.cfptrace.aggregator.wiring;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/** Who is acting: the signed-in user of this request, or the aggregator itself outside of one. */
@ApplicationScoped
public class Caller {
  /** The name noted for what nobody asked for: a message came in, a clock struck. */
  public static final String AGGREGATOR = "aggregator";

  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The user's name from the token; never longer than the journal's column. */
  public String name() {
    if (!Arc.container().requestContext().isActive() || identity.isAnonymous()) {
      return AGGREGATOR;
    }
    var name = identity.getPrincipal().getName();
    return name.length() <= 200 ? name : name.substring(0, 200);
  }
}
