package org.cfptrace.service;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;

/**
 * An issuer for tests: its tokens are checked for real (signature, issuer, audience, expiry,
 * roles).
 */
public final class Tokens {
  public static final String ISSUER = "https://issuer.example/service";
  public static final String AUDIENCE = "cfp-service-test";
  private static final KeyPair KEYS = newKeys();

  private Tokens() {}

  /** What makes a service believe these tokens. */
  public static Map<String, String> issuerSettings() {
    return Map.of(
        "quarkus.oidc.public-key",
        Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()),
        "quarkus.oidc.token.issuer",
        ISSUER,
        "quarkus.oidc.token.audience",
        AUDIENCE);
  }

  /** A good token of a user with these roles. */
  public static String of(String user, String... roles) {
    return signed(claims(user, roles).build());
  }

  /** A good token that is soon none. */
  public static String of(String user, Instant expiry, String... roles) {
    return signed(claims(user, roles).expirationTime(Date.from(expiry)).build());
  }

  /** What a good token says, to be spoiled by a test. */
  public static JWTClaimsSet.Builder claims(String user, String... roles) {
    var now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .subject(user)
        .claim("preferred_username", user)
        .claim("realm_access", Map.of("roles", List.of(roles)))
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(600)));
  }

  /** A token that says this. */
  public static String signed(JWTClaimsSet claims) {
    try {
      var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
      token.sign(new RSASSASigner(KEYS.getPrivate()));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }

  private static KeyPair newKeys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has RSA", e);
    }
  }
}
