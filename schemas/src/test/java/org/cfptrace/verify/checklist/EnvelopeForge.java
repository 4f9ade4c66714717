package org.cfptrace.verify.checklist;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.cfptrace.keys.Sha256;

/**
 * Seals an envelope by hand, straight from RFC 7518 and without the code that seals ours, and
 * spoils one thing of it. A spoiled header is what the seal authenticates.
 */
final class EnvelopeForge {
  private static final TestKey EPHEMERAL = TestKey.named("ephemeral");

  private byte[] padded;
  private UnaryOperator<String> headerSpoiler = UnaryOperator.identity();
  private UnaryOperator<String[]> partsSpoiler = UnaryOperator.identity();
  private UnaryOperator<String> spelling = UnaryOperator.identity();
  private byte[] contentKey = Cast.bytes("content key", 32);
  private byte[] iv = Cast.bytes("iv", 12);
  private TestKey recipient = Cast.PARTS_OPENS;

  private EnvelopeForge(byte[] padded) {
    this.padded = padded;
  }

  static EnvelopeForge around(String message) {
    return new EnvelopeForge(pad(message.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** One byte 0x80, then zeros to 4, 8, 16 … KiB. */
  static byte[] pad(byte[] text) {
    int size = 4096;
    while (size < text.length + 1) {
      size *= 2;
    }
    byte[] padded = Arrays.copyOf(text, size);
    padded[text.length] = (byte) 0x80;
    return padded;
  }

  EnvelopeForge header(UnaryOperator<String> spoiler) {
    headerSpoiler = spoiler;
    return this;
  }

  EnvelopeForge plaintext(UnaryOperator<byte[]> spoiler) {
    padded = spoiler.apply(padded);
    return this;
  }

  EnvelopeForge contentKey(int bytes) {
    contentKey = Cast.bytes("content key", bytes);
    return this;
  }

  EnvelopeForge iv(int bytes) {
    iv = Cast.bytes("iv", bytes);
    return this;
  }

  EnvelopeForge to(TestKey other) {
    recipient = other;
    return this;
  }

  /** Spoils the five parts: header, key, iv, ciphertext, tag. */
  EnvelopeForge parts(UnaryOperator<String[]> spoiler) {
    partsSpoiler = spoiler;
    return this;
  }

  /** Spoils one of the five parts. */
  EnvelopeForge part(int index, UnaryOperator<byte[]> spoiler) {
    return parts(
        parts -> {
          parts[index] = Base64Text.encode(spoiler.apply(Base64Text.decode(parts[index])));
          return parts;
        });
  }

  EnvelopeForge spelled(UnaryOperator<String> spoiler) {
    spelling = spoiler;
    return this;
  }

  String text() {
    String header =
        Base64Text.encode(headerSpoiler.apply(header()).getBytes(StandardCharsets.UTF_8));
    byte[] sealed = encrypt(header.getBytes(StandardCharsets.US_ASCII));
    int tagAt = sealed.length - 16;
    String[] parts = {
      header,
      Base64Text.encode(wrappedKey()),
      Base64Text.encode(iv),
      Base64Text.encode(Arrays.copyOf(sealed, tagAt)),
      Base64Text.encode(Arrays.copyOfRange(sealed, tagAt, sealed.length))
    };
    return spelling.apply(String.join(".", partsSpoiler.apply(parts)));
  }

  private String header() {
    return "{\"alg\":\"ECDH-ES+A256KW\",\"enc\":\"A256GCM\",\"kid\":\""
        + recipient.kid()
        + "\",\"epk\":"
        + EPHEMERAL.jwk()
        + ",\"cty\":\"cfp\"}";
  }

  private byte[] encrypt(byte[] authenticated) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(contentKey, "AES"), new GCMParameterSpec(128, iv));
      cipher.updateAAD(authenticated);
      return cipher.doFinal(padded);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java does not encrypt", e);
    }
  }

  private byte[] wrappedKey() {
    try {
      Cipher cipher = Cipher.getInstance("AESWrap");
      cipher.init(Cipher.WRAP_MODE, new SecretKeySpec(wrappingKey(), "AES"));
      return cipher.wrap(new SecretKeySpec(contentKey, "AES"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java does not wrap keys", e);
    }
  }

  /** One round of the Concat KDF: counter, secret, algorithm's name, no parties, 256 bits. */
  private byte[] wrappingKey() {
    byte[] algorithm = "ECDH-ES+A256KW".getBytes(StandardCharsets.US_ASCII);
    return Sha256.of(
        number(1),
        EPHEMERAL.agree(recipient),
        number(algorithm.length),
        algorithm,
        number(0),
        number(0),
        number(256));
  }

  private static byte[] number(int value) {
    return new byte[] {
      (byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value
    };
  }
}
