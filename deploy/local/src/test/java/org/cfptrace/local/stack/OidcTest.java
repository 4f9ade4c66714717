package org.cfptrace.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OidcTest {

  private static final String GRANT = "grant_type=client_credentials";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static Oidc oidc;

  @BeforeAll
  static void start() {
    oidc = Oidc.start(new Ports().free());
    oidc.add(
        new Oidc.Client(
            "steel-mill", "cfp-connector-steel-mill", "clerk", "s3cret", Set.of("supplier")));
    oidc.add(new Oidc.Client("registry", "cfp-registry", "operator", "0ther", Set.of("operator")));
  }

  @AfterAll
  static void stop() {
    oidc.close();
  }

  @Test
  void givesATokenThatSaysWhoForWhomAndWithWhichRoles() throws Exception {
    HttpResponse<String> answer = token("steel-mill", basic("clerk", "s3cret"), GRANT);

    assertThat(answer.statusCode()).isEqualTo(200);
    SignedJWT token = SignedJWT.parse(json(answer).get("access_token").asText());
    assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(oidc.issuerUrl("steel-mill"));
    assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("clerk");
    assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("cfp-connector-steel-mill");
    assertThat(token.getJWTClaimsSet().getClaim("realm_access"))
        .isEqualTo(Map.of("roles", List.of("supplier")));
    JWKSet keys = JWKSet.parse(get("steel-mill/jwks").body());
    assertThat(token.verify(new ECDSAVerifier(keys.getKeys().get(0).toECKey()))).isTrue();
  }

  @Test
  void whoActsForACompanyAtASharedServiceIsSaidToDoSo() throws Exception {
    oidc.add(
        new Oidc.Client(
            "aggregator",
            "cfp-aggregator",
            "ann",
            "s3cret",
            Set.of("analyst"),
            Optional.of("did:web:x:participants:abc")));

    SignedJWT token =
        SignedJWT.parse(
            json(token("aggregator", basic("ann", "s3cret"), GRANT)).get("access_token").asText());

    assertThat(token.getJWTClaimsSet().getClaim("participant"))
        .isEqualTo("did:web:x:participants:abc");
  }

  @Test
  void takesTheSecretFromTheFormToo() throws Exception {
    String form = GRANT + "&client_id=clerk&client_secret=s3cret";
    assertThat(token("steel-mill", null, form).statusCode()).isEqualTo(200);
  }

  @Test
  void givesNoTokenForAWrongSecretAnUnknownClientOrAnotherCompanysClient() throws Exception {
    assertThat(token("steel-mill", basic("clerk", "wrong"), GRANT).statusCode()).isEqualTo(401);
    assertThat(token("steel-mill", basic("nobody", "s3cret"), GRANT).statusCode()).isEqualTo(401);
    assertThat(token("registry", basic("clerk", "s3cret"), GRANT).statusCode()).isEqualTo(401);
    assertThat(token("steel-mill", null, GRANT + "&client_id=clerk").statusCode()).isEqualTo(401);
    assertThat(token("nowhere", basic("clerk", "s3cret"), GRANT).statusCode()).isEqualTo(401);
  }

  @Test
  void opensNoOtherDoorOfTheLibrary() throws Exception {
    for (String path :
        List.of("steel-mill/authorize?client_id=clerk", "steel-mill/debugger", "nowhere/jwks")) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(401);
    }
    assertThat(
            token(
                    "steel-mill",
                    basic("clerk", "s3cret"),
                    "grant_type=password&username=x&password=y")
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void describesItselfUnderEachIssuer() throws Exception {
    JsonNode found = json(get("steel-mill/.well-known/openid-configuration"));
    assertThat(found.get("issuer").asText()).isEqualTo(oidc.issuerUrl("steel-mill"));
    assertThat(found.get("token_endpoint").asText()).isEqualTo(oidc.tokenUrl("steel-mill"));
  }

  private static String basic(String id, String secret) {
    return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8));
  }

  private static HttpResponse<String> token(String issuer, String authorization, String form)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(oidc.tokenUrl(issuer)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path) throws Exception {
    String base = oidc.issuerUrl("");
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(base + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }
}
