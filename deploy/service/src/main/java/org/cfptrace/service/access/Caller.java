package org.cfptrace.service.access;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who is acting: the signed-in user of this request, or the service itself outside of one. */
@ApplicationScoped
public class Caller {
  private final SecurityIdentity identity;
  private final String service;

  /**
   * @param service the name noted for what nobody asked for: a message came in, a clock struck
   */
  Caller(
      SecurityIdentity identity,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.identity = identity;
    this.service = service;
  }

  /** The user's name from the token; never longer than the journal's column. */
  public String name() {
    if (!Arc.container().requestContext().isActive() || identity.isAnonymous()) {
      return service;
    }
    String name = identity.getPrincipal().getName();
    if (name == null || name.isBlank()) {
      // Nobody could be held to what this caller does, so it does nothing here.
      throw new Refused(ProblemCode.UNAUTHENTICATED, "the bearer token names nobody");
    }
    return name.length() <= 200 ? name : name.substring(0, 200);
  }

  /** Whether somebody is signed in who has that role. */
  public boolean has(String role) {
    return Arc.container().requestContext().isActive() && identity.hasRole(role);
  }
}
