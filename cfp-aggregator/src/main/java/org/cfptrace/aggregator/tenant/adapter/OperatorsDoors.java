package org.cfptrace.aggregator.tenant.adapter;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Who keeps the aggregator running sees which companies deal with it; people of one of these
 * companies do not see the others.
 */
class OperatorsDoors {
  private static final List<String> DOORS =
      List.of("/api/v1/partners", "/api/v1/alarms", "/api/v1/journal", "/api/v1/quarantine");

  private final SecurityIdentity identity;
  private final String claim;

  OperatorsDoors(
      SecurityIdentity identity,
      @ConfigProperty(name = "cfptrace.tenant.claim", defaultValue = "participant") String claim) {
    this.identity = identity;
    this.claim = claim;
  }

  @ServerRequestFilter
  void closeToTenants(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    if (DOORS.stream().anyMatch(path::startsWith)
        && identity.getPrincipal() instanceof JsonWebToken token
        && token.getClaim(claim) != null) {
      throw new Refused(
          ProblemCode.FORBIDDEN,
          "this door is for those who run the aggregator, not for one of its companies");
    }
  }
}
