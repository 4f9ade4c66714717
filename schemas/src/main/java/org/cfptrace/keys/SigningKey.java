package org.cfptrace.keys;

import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;

/** A private key that signs with ES256. Never used to agree on secrets or for TLS. */
public final class SigningKey {
  private final PrivateKey privateKey;
  private final VerificationKey verificationKey;
  private final Signatures signatures;

  private SigningKey(PrivateKey privateKey, ECPublicKey publicKey, CryptoProvider provider) {
    this.privateKey = privateKey;
    this.verificationKey = VerificationKey.of(publicKey, provider);
    this.signatures =
        new Signatures(
            () -> {
              Signature signature = provider.signature();
              signature.initSign(privateKey);
              return signature;
            });
  }

  /** A new key. */
  public static SigningKey generate() {
    return generate(CryptoProviders.chosen());
  }

  public static SigningKey generate(CryptoProvider provider) {
    KeyPair pair = provider.newKeyPair();
    return new SigningKey(pair.getPrivate(), (ECPublicKey) pair.getPublic(), provider);
  }

  /** A key from a key store. */
  public static SigningKey of(ECPrivateKey privateKey, ECPublicKey publicKey) {
    return of(privateKey, publicKey, CryptoProviders.chosen());
  }

  public static SigningKey of(
      ECPrivateKey privateKey, ECPublicKey publicKey, CryptoProvider provider) {
    requireNonNull(publicKey, "publicKey");
    return new SigningKey(PrivateKeys.of(privateKey, provider), publicKey, provider);
  }

  public VerificationKey verificationKey() {
    return verificationKey;
  }

  public KeyThumbprint thumbprint() {
    return verificationKey.thumbprint();
  }

  /** For the key file and certificate requests only. */
  public PrivateKey privateKey() {
    return privateKey;
  }

  /** ES256 over {@code input}: r and s, 64 bytes. */
  public byte[] sign(byte[] input) {
    try {
      return signatures.with(
          signature -> {
            signature.update(input);
            return signature.sign();
          });
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the signing key does not sign", e);
    }
  }

  /** Private keys as objects of one provider. */
  static final class PrivateKeys {
    private PrivateKeys() {}

    static PrivateKey of(ECPrivateKey key, CryptoProvider provider) {
      P256.requireCurve(key.getParams());
      try {
        // Not translateKey: Corretto destroys such a key when its signature object moves on.
        return provider.keyFactory().generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
      } catch (GeneralSecurityException e) {
        throw new IllegalArgumentException("not a P-256 private key", e);
      }
    }
  }
}
