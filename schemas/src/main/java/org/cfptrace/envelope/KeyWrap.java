package org.cfptrace.envelope;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.impl.AESGCM;
import com.nimbusds.jose.crypto.impl.AESKW;
import com.nimbusds.jose.crypto.impl.AuthenticatedCipherText;
import com.nimbusds.jose.crypto.impl.ConcatKDF;
import com.nimbusds.jose.crypto.impl.ECDH;
import com.nimbusds.jose.util.Container;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The symmetric half of ECDH-ES+A256KW with A256GCM (RFC 7518): from the shared secret to the
 * wrapped content key and the sealed text. The ciphers are left to the JVM's own provider: Corretto
 * has no AES key wrap, and BouncyCastle's AES-GCM is three times slower.
 */
public final class KeyWrap {
  /** Bytes of a wrapped content key, an initialisation vector and a tag. */
  public static final int WRAPPED_KEY_BYTES = 40;

  public static final int IV_BYTES = 12;
  public static final int TAG_BYTES = 16;

  private static final JWEHeader ALGORITHMS =
      new JWEHeader(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM);

  private KeyWrap() {}

  /** Sealed text and tag. */
  static AuthenticatedCipherText encrypt(
      byte[] contentKey, byte[] iv, byte[] plaintext, byte[] authenticated) {
    try {
      return AESGCM.encrypt(aes(contentKey), new Container<>(iv), plaintext, authenticated, null);
    } catch (JOSEException e) {
      throw new IllegalStateException("AES-GCM does not encrypt", e);
    }
  }

  static byte[] wrap(byte[] contentKey, byte[] sharedSecret) {
    try {
      return AESKW.wrapCEK(aes(contentKey), wrappingKey(sharedSecret), null);
    } catch (JOSEException e) {
      throw new IllegalStateException("AES key wrap does not wrap", e);
    }
  }

  /** The text, or nothing when any part of the seal is not as it was made. */
  public static Optional<byte[]> open(
      byte[] sharedSecret,
      byte[] wrappedKey,
      byte[] iv,
      byte[] ciphertext,
      byte[] tag,
      byte[] authenticated) {
    try {
      SecretKey contentKey = AESKW.unwrapCEK(wrappingKey(sharedSecret), wrappedKey, null);
      return Optional.of(AESGCM.decrypt(contentKey, iv, ciphertext, authenticated, tag, null));
    } catch (JOSEException e) {
      return Optional.empty();
    }
  }

  private static SecretKey wrappingKey(byte[] sharedSecret) throws JOSEException {
    return ECDH.deriveSharedKey(ALGORITHMS, aes(sharedSecret), new ConcatKDF("SHA-256"));
  }

  private static SecretKey aes(byte[] key) {
    return new SecretKeySpec(key, "AES");
  }
}
