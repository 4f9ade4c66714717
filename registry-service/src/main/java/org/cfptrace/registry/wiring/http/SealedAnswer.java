package org.cfptrace.registry.wiring.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps answers so that only whoever repeats the request can have them again: sealed with AES-GCM
 * under the digest of the caller's idempotency key, which we do not keep. An approval's answer
 * holds a one-time code, and codes are not to be found in our database.
 */
final class SealedAnswer {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private SealedAnswer() {}

  static byte[] seal(byte[] answer, String idempotencyKey) {
    var nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    var sealed = crypt(Cipher.ENCRYPT_MODE, nonce, answer, idempotencyKey);
    return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
  }

  static byte[] open(byte[] sealed, String idempotencyKey) {
    var buffer = ByteBuffer.wrap(sealed);
    var nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    var rest = new byte[buffer.remaining()];
    buffer.get(rest);
    return crypt(Cipher.DECRYPT_MODE, nonce, rest, idempotencyKey);
  }

  private static byte[] crypt(int mode, byte[] nonce, byte[] input, String idempotencyKey) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update("cfp-registry-answer-v1\n".getBytes(UTF_8));
      var key = new SecretKeySpec(digest.digest(idempotencyKey.getBytes(UTF_8)), "AES");
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a kept answer could not be sealed or opened", e);
    }
  }
}
