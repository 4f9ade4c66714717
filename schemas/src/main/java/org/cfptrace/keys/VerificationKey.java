package org.cfptrace.keys;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;

/** A public key that checks ES256 signatures. Two are equal when they are the same point. */
public final class VerificationKey {
  private static final int SIGNATURE_BYTES = 64;

  private final ECPublicKey publicKey;
  private final KeyThumbprint thumbprint;
  private final Signatures signatures;

  private VerificationKey(ECPublicKey publicKey, CryptoProvider provider) {
    this.publicKey = publicKey;
    this.thumbprint = KeyThumbprint.of(publicKey);
    this.signatures =
        new Signatures(
            () -> {
              Signature signature = provider.signature();
              signature.initVerify(publicKey);
              return signature;
            });
  }

  public static VerificationKey of(ECPublicKey publicKey) {
    return of(publicKey, CryptoProviders.chosen());
  }

  public static VerificationKey of(ECPublicKey publicKey, CryptoProvider provider) {
    requireNonNull(publicKey, "publicKey");
    return new VerificationKey(P256.publicKey(publicKey, provider), provider);
  }

  /** Reads a JSON Web Key of exactly {@code crv kty x y}. */
  public static VerificationKey ofJwk(JsonNode jwk) {
    return ofJwk(jwk, CryptoProviders.chosen());
  }

  public static VerificationKey ofJwk(JsonNode jwk, CryptoProvider provider) {
    return new VerificationKey(PublicJwk.read(jwk, provider), provider);
  }

  /** The same point, checked by another provider. */
  public VerificationKey with(CryptoProvider provider) {
    return of(publicKey, provider);
  }

  public KeyThumbprint thumbprint() {
    return thumbprint;
  }

  public ECPublicKey publicKey() {
    return publicKey;
  }

  /** {@code {"crv":"P-256","kty":"EC","x":…,"y":…}}. */
  public String jwk() {
    return PublicJwk.write(publicKey);
  }

  /** Whether {@code signature} (r and s, 64 bytes) was made over {@code input} by this key. */
  public boolean verifies(byte[] input, byte[] signature) {
    // r or s of zero or of the order have fooled verifiers before (CVE-2022-21449).
    if (signature.length != SIGNATURE_BYTES
        || !P256.isScalar(signature, 0)
        || !P256.isScalar(signature, P256.COORDINATE_BYTES)) {
      return false;
    }
    try {
      return signatures.with(
          checking -> {
            checking.update(input);
            return checking.verify(signature);
          });
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerificationKey key && key.thumbprint.equals(thumbprint);
  }

  @Override
  public int hashCode() {
    return thumbprint.hashCode();
  }

  @Override
  public String toString() {
    return "VerificationKey[" + thumbprint + "]";
  }
}
