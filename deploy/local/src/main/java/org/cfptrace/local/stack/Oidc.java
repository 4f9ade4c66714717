package org.cfptrace.local.stack;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * The OIDC provider of a local platform: one issuer per company, as every company has its own in
 * real life. Clients get a token for their client id and secret (client credentials grant) and for
 * nothing else; roles lie where Keycloak puts them, in {@code realm_access.roles}.
 */
public final class Oidc implements AutoCloseable {

  private final Map<String, Client> clients = new ConcurrentHashMap<>();
  private final Set<OAuth2TokenCallback> issuers = ConcurrentHashMap.newKeySet();
  private final MockOAuth2Server server;
  private final int port;

  private Oidc(int port) {
    this.port = port;
    // The library carries a signing key in its jar that anyone can read; ours are drawn anew.
    OAuth2TokenProvider tokens = new OAuth2TokenProvider(new KeyProvider(List.of(), "ES256"));
    OAuth2Config config =
        new OAuth2Config(false, null, null, false, tokens, issuers, new NettyWrapper());
    this.server = new MockOAuth2Server(config, new OidcDoorkeeper(clients));
  }

  /**
   * Someone who can get tokens.
   *
   * @param participant the company it acts for, at a service that several companies use
   */
  public record Client(
      String issuer,
      String audience,
      String clientId,
      String clientSecret,
      Set<String> roles,
      Optional<String> participant) {
    public Client {
      roles = Set.copyOf(roles);
      requireNonNull(participant, "participant");
    }

    /** At a service of one company. */
    public Client(
        String issuer, String audience, String clientId, String clientSecret, Set<String> roles) {
      this(issuer, audience, clientId, clientSecret, roles, Optional.empty());
    }

    @Override
    public String toString() {
      return "Client[" + issuer + ", " + clientId + ", " + roles + "]";
    }
  }

  public static Oidc start(int port) {
    Oidc oidc = new Oidc(port);
    try {
      oidc.server.start(InetAddress.getLoopbackAddress(), port);
      return oidc;
    } catch (IllegalStateException e) {
      throw new StackFailure("the OIDC provider cannot be started on port " + port, e);
    }
  }

  /** Lets a client in; a second one with the same id replaces the first. */
  public void add(Client client) {
    clients.put(key(client.issuer(), client.clientId()), client);
    issuers.add(new OidcIssuer(client.issuer(), clients));
  }

  public String issuerUrl(String issuer) {
    return "http://127.0.0.1:" + port + "/" + issuer;
  }

  public String tokenUrl(String issuer) {
    return issuerUrl(issuer) + "/token";
  }

  static String key(String issuer, String clientId) {
    return issuer + "\n" + clientId;
  }

  @Override
  public void close() {
    server.shutdown();
  }
}
