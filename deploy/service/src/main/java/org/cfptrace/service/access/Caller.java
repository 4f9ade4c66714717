package org.cfptrace.service.access;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is acting: the signed-in user of this request, or the service itself outside of one. */
@ApplicationScoped
public class Caller {
  private final SecurityIdentity identity;
  private final String service;
  private final String companyClaim;

  /**
   * @param service the name noted for what nobody asked for: a message came in, a clock struck
   * @param companyClaim the member of a token that names the company its user acts for, at a
   *     service that several companies use
   */
  Caller(
      SecurityIdentity identity,
      @ConfigProperty(name = "quarkus.application.name") String service,
      @ConfigProperty(name = "cfptrace.tenant.claim", defaultValue = "participant")
          String companyClaim) {
    this.identity = identity;
    this.service = service;
    this.companyClaim = companyClaim;
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

  /**
   * Whose a write is: the user, and the company it acts for where the token names one. The same
   * user for another company is another writer.
   */
  public String writer() {
    String name = name();
    if (Arc.container().requestContext().isActive()
        && identity.getPrincipal() instanceof JsonWebToken token
        && token.getClaim(companyClaim) instanceof String company) {
      String writer = company.substring(company.lastIndexOf(':') + 1) + " " + name;
      return writer.length() <= 200 ? writer : writer.substring(0, 200);
    }
    return name;
  }

  /** Whether somebody is signed in who has that role. */
  public boolean has(String role) {
    return Arc.container().requestContext().isActive() && identity.hasRole(role);
  }
}
