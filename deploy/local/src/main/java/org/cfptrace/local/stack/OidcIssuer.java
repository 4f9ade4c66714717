package org.cfptrace.local.stack;

import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/** What one company's tokens say about their bearer. */
record OidcIssuer(String issuerId, Map<String, Oidc.Client> clients)
    implements OAuth2TokenCallback {

  private static final long LIFETIME_SECONDS = 600;

  @Override
  public String subject(TokenRequest request) {
    return client(request).clientId();
  }

  @Override
  public String typeHeader(TokenRequest request) {
    return "JWT";
  }

  @Override
  public List<String> audience(TokenRequest request) {
    return List.of(client(request).audience());
  }

  @Override
  public Map<String, Object> addClaims(TokenRequest request) {
    Oidc.Client client = client(request);
    Map<String, Object> claims = new HashMap<>();
    claims.put("azp", client.clientId());
    claims.put("preferred_username", client.clientId());
    claims.put("realm_access", Map.of("roles", List.copyOf(client.roles())));
    client.participant().ifPresent(did -> claims.put("participant", did));
    return claims;
  }

  @Override
  public long tokenExpiry() {
    return LIFETIME_SECONDS;
  }

  private Oidc.Client client(TokenRequest request) {
    ClientID id =
        request.getClientAuthentication() == null
            ? request.getClientID()
            : request.getClientAuthentication().getClientID();
    Oidc.Client client = clients.get(Oidc.key(issuerId, id.getValue()));
    if (client == null) {
      throw new IllegalStateException("the doorkeeper let an unknown client pass: " + id);
    }
    return client;
  }

  // Two callbacks are one when they speak for the same issuer: the set keeps the first.
  @Override
  public boolean equals(Object other) {
    return other instanceof OidcIssuer that && issuerId.equals(that.issuerId);
  }

  @Override
  public int hashCode() {
    return issuerId.hashCode();
  }
}
