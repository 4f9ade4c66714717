package org.cfptrace.keys;

import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import org.cfptrace.keys.SigningKey.PrivateKeys;

/** The private key that opens what was sealed to its owner (ECDH on P-256). It never signs. */
public final class EncryptionKey {
  private final PrivateKey privateKey;
  private final SealingKey sealingKey;
  private final CryptoProvider provider;

  private EncryptionKey(PrivateKey privateKey, ECPublicKey publicKey, CryptoProvider provider) {
    this.privateKey = privateKey;
    this.sealingKey = SealingKey.of(publicKey, provider);
    this.provider = provider;
  }

  /** A new key. */
  public static EncryptionKey generate() {
    return generate(CryptoProviders.chosen());
  }

  public static EncryptionKey generate(CryptoProvider provider) {
    KeyPair pair = provider.newKeyPair();
    return new EncryptionKey(pair.getPrivate(), (ECPublicKey) pair.getPublic(), provider);
  }

  /** A key from a key store. */
  public static EncryptionKey of(ECPrivateKey privateKey, ECPublicKey publicKey) {
    return of(privateKey, publicKey, CryptoProviders.chosen());
  }

  public static EncryptionKey of(
      ECPrivateKey privateKey, ECPublicKey publicKey, CryptoProvider provider) {
    requireNonNull(publicKey, "publicKey");
    return new EncryptionKey(PrivateKeys.of(privateKey, provider), publicKey, provider);
  }

  public SealingKey sealingKey() {
    return sealingKey;
  }

  public KeyThumbprint thumbprint() {
    return sealingKey.thumbprint();
  }

  /** For the key file only. */
  public PrivateKey privateKey() {
    return privateKey;
  }

  /** The secret shared with the owner of the private key to ({@code x}, {@code y}). */
  public byte[] agreeWith(byte[] x, byte[] y) {
    ECPublicKey theirs = P256.publicKey(x, y, provider);
    try {
      return provider.agree(privateKey, theirs);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the encryption key does not agree", e);
    }
  }
}
