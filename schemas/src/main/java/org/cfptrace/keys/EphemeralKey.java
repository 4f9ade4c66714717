package org.cfptrace.keys;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;

/** A key made for one envelope: its public point travels, its secret is used once and forgotten. */
public final class EphemeralKey {
  private final byte[] x;
  private final byte[] y;
  private final byte[] sharedSecret;

  private EphemeralKey(byte[] x, byte[] y, byte[] sharedSecret) {
    this.x = x;
    this.y = y;
    this.sharedSecret = sharedSecret;
  }

  /** A fresh key and the secret it shares with the owner of {@code recipient}. */
  public static EphemeralKey towards(SealingKey recipient) {
    KeyPair pair = recipient.provider().newKeyPair();
    ECPublicKey point = (ECPublicKey) pair.getPublic();
    try {
      return new EphemeralKey(
          P256.x(point),
          P256.y(point),
          recipient.provider().agree(pair.getPrivate(), recipient.publicKey()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the sealing key does not agree", e);
    }
  }

  public byte[] x() {
    return x.clone();
  }

  public byte[] y() {
    return y.clone();
  }

  public byte[] sharedSecret() {
    return sharedSecret.clone();
  }
}
