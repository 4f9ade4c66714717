package org.cfptrace.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the provider, which by itself hands a token to anyone who asks: discovery and
 * public keys are open, the token door wants a known client with its own secret, everything else is
 * closed.
 */
final class OidcDoorkeeper implements Route {

  private final Map<String, Oidc.Client> clients;

  OidcDoorkeeper(Map<String, Oidc.Client> clients) {
    this.clients = clients;
  }

  /** This route takes, in order to refuse them, the requests that may not pass. */
  @Override
  public boolean match(OAuth2HttpRequest request) {
    return !mayPass(request);
  }

  @Override
  public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
    return new OAuth2HttpResponse(
        Headers.of("Content-Type", "application/json", "Cache-Control", "no-store"),
        401,
        "{\"error\":\"invalid_client\"}",
        null);
  }

  private boolean mayPass(OAuth2HttpRequest request) {
    List<String> path = request.getUrl().pathSegments();
    if (request.getMethod().equals("GET")) {
      return path.size() >= 2
          && isIssuer(path.get(0))
          && (path.equals(List.of(path.get(0), ".well-known", "openid-configuration"))
              || path.equals(List.of(path.get(0), "jwks")));
    }
    return request.getMethod().equals("POST")
        && path.size() == 2
        && path.get(1).equals("token")
        && "client_credentials".equals(request.getFormParameters().get("grant_type"))
        && provesItself(path.get(0), request);
  }

  private boolean isIssuer(String issuer) {
    return clients.values().stream().anyMatch(client -> client.issuer().equals(issuer));
  }

  private boolean provesItself(String issuer, OAuth2HttpRequest request) {
    String authorization = request.getHeaders().get("Authorization");
    if (authorization == null) {
      return isRight(
          issuer,
          request.getFormParameters().get("client_id"),
          request.getFormParameters().get("client_secret"));
    }
    if (!authorization.startsWith("Basic ")) {
      return false;
    }
    try {
      String[] pair =
          new String(Base64.getDecoder().decode(authorization.substring(6).strip()), UTF_8)
              .split(":", 2);
      return pair.length == 2
          && isRight(issuer, URLDecoder.decode(pair[0], UTF_8), URLDecoder.decode(pair[1], UTF_8));
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private boolean isRight(String issuer, @Nullable String clientId, @Nullable String secret) {
    Oidc.Client client = clientId == null ? null : clients.get(Oidc.key(issuer, clientId));
    return client != null
        && secret != null
        && MessageDigest.isEqual(client.clientSecret().getBytes(UTF_8), secret.getBytes(UTF_8));
  }
}
