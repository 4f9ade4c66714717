package org.cfptrace.envelope;

import com.nimbusds.jose.crypto.impl.AuthenticatedCipherText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.cfptrace.keys.EphemeralKey;
import org.cfptrace.keys.Randomness;
import org.cfptrace.keys.SealingKey;
import org.cfptrace.strict.Base64Url;

/**
 * Seals signed messages: JWE compact (RFC 7516), ECDH-ES+A256KW with A256GCM, one recipient, padded
 * to a size class. It proves nothing about the sender; only the signature inside does.
 */
public final class Envelopes {
  private static final Randomness RANDOM = Randomness.secure();
  private static final int CONTENT_KEY_BYTES = 32;

  private Envelopes() {}

  /** Seals with fresh keys; the result is ASCII. */
  public static byte[] seal(byte[] message, SealingKey recipient) {
    byte[] padded = SizeClasses.pad(message);
    EphemeralKey ephemeral = EphemeralKey.towards(recipient);
    String header =
        new EnvelopeHeader(
                recipient.thumbprint(),
                Base64Url.encode(ephemeral.x()),
                Base64Url.encode(ephemeral.y()))
            .encoded();
    byte[] contentKey = RANDOM.bytes(CONTENT_KEY_BYTES);
    byte[] iv = RANDOM.bytes(KeyWrap.IV_BYTES);
    byte[] wrapped = KeyWrap.wrap(contentKey, ephemeral.sharedSecret());
    AuthenticatedCipherText sealed = KeyWrap.encrypt(contentKey, iv, padded, ascii(header));
    Arrays.fill(contentKey, (byte) 0);
    return ascii(
        String.join(
            ".",
            header,
            Base64Url.encode(wrapped),
            Base64Url.encode(iv),
            Base64Url.encode(sealed.getCipherText()),
            Base64Url.encode(sealed.getAuthenticationTag())));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
