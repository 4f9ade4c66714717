package org.cfptrace.keys;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.interfaces.ECPublicKey;

/** A public key to which messages are sealed (ECDH on P-256). */
public final class SealingKey {
  private final ECPublicKey publicKey;
  private final KeyThumbprint thumbprint;
  private final CryptoProvider provider;

  private SealingKey(ECPublicKey publicKey, CryptoProvider provider) {
    this.publicKey = publicKey;
    this.thumbprint = KeyThumbprint.of(publicKey);
    this.provider = provider;
  }

  public static SealingKey of(ECPublicKey publicKey) {
    return of(publicKey, CryptoProviders.chosen());
  }

  public static SealingKey of(ECPublicKey publicKey, CryptoProvider provider) {
    requireNonNull(publicKey, "publicKey");
    return new SealingKey(P256.publicKey(publicKey, provider), provider);
  }

  /** Reads a JSON Web Key of exactly {@code crv kty x y}. */
  public static SealingKey ofJwk(JsonNode jwk) {
    return ofJwk(jwk, CryptoProviders.chosen());
  }

  public static SealingKey ofJwk(JsonNode jwk, CryptoProvider provider) {
    return new SealingKey(PublicJwk.read(jwk, provider), provider);
  }

  public KeyThumbprint thumbprint() {
    return thumbprint;
  }

  public ECPublicKey publicKey() {
    return publicKey;
  }

  public CryptoProvider provider() {
    return provider;
  }

  /** {@code {"crv":"P-256","kty":"EC","x":…,"y":…}}. */
  public String jwk() {
    return PublicJwk.write(publicKey);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealingKey key && key.thumbprint.equals(thumbprint);
  }

  @Override
  public int hashCode() {
    return thumbprint.hashCode();
  }

  @Override
  public String toString() {
    return "SealingKey[" + thumbprint + "]";
  }
}
