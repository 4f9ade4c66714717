package org.cfptrace.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.cfptrace.envelope.EnvelopeHeader;
import org.cfptrace.envelope.KeyWrap;
import org.cfptrace.envelope.SizeClasses;
import org.cfptrace.keys.EncryptionKey;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/** Opens envelopes: exact header, exact lengths, our key, an unbroken seal, the agreed padding. */
final class EnvelopeReader {
  /** What a padded text of the largest class becomes in base64url, and the four small parts. */
  private static final int LONGEST = SizeClasses.LARGEST / 3 * 4 + 1024;

  private EnvelopeReader() {}

  static byte[] open(byte[] envelope, Collection<EncryptionKey> mine) {
    Refusal.unless(envelope.length <= LONGEST, Reason.TOO_LARGE, "an envelope above 256 KiB");
    String[] parts = new String(envelope, StandardCharsets.ISO_8859_1).split("\\.", 6);
    Refusal.unless(parts.length == 5, Reason.MALFORMED_ENVELOPE, "expected five parts");
    EnvelopeHeader header = header(parts[0]);
    EncryptionKey key = key(header.kid(), mine);
    byte[] wrappedKey = bytes(parts[1], KeyWrap.WRAPPED_KEY_BYTES);
    byte[] iv = bytes(parts[2], KeyWrap.IV_BYTES);
    byte[] ciphertext = bytes(parts[3]);
    byte[] tag = bytes(parts[4], KeyWrap.TAG_BYTES);
    byte[] padded =
        KeyWrap.open(
                secret(key, header),
                wrappedKey,
                iv,
                ciphertext,
                tag,
                parts[0].getBytes(StandardCharsets.US_ASCII))
            .orElseThrow(() -> new Refusal(Reason.CANNOT_BE_OPENED, "the seal is broken"));
    return SizeClasses.unpad(padded)
        .orElseThrow(() -> new Refusal(Reason.BAD_PADDING, "expected 80 00 … to a size class"));
  }

  /** Reads the three things that vary, rebuilds the header from them and compares bytes. */
  private static EnvelopeHeader header(String encoded) {
    try {
      JsonNode json = StrictJson.parse(Base64Url.decode(encoded));
      Members members = Members.of(json, "header");
      KeyThumbprint kid = members.value("kid", KeyThumbprint::new);
      Members epk = members.object("epk");
      EnvelopeHeader header = new EnvelopeHeader(kid, epk.text("x"), epk.text("y"));
      Refusal.unless(
          header.encoded().equals(encoded), Reason.MALFORMED_ENVELOPE, "not the header agreed");
      return header;
    } catch (MalformedException e) {
      throw new Refusal(Reason.MALFORMED_ENVELOPE, Malformed.detail(e));
    }
  }

  private static EncryptionKey key(KeyThumbprint kid, Collection<EncryptionKey> mine) {
    return mine.stream()
        .filter(key -> key.thumbprint().equals(kid))
        .findFirst()
        .orElseThrow(() -> new Refusal(Reason.NOT_SEALED_TO_US, "sealed to " + kid));
  }

  private static byte[] secret(EncryptionKey key, EnvelopeHeader header) {
    try {
      return key.agreeWith(Base64Url.decode(header.x()), Base64Url.decode(header.y()));
    } catch (MalformedException e) {
      throw new Refusal(Reason.MALFORMED_ENVELOPE, Malformed.detail(e));
    }
  }

  private static byte[] bytes(String text, int length) {
    byte[] bytes = bytes(text);
    Refusal.unless(bytes.length == length, Reason.MALFORMED_ENVELOPE, "a part has another length");
    return bytes;
  }

  private static byte[] bytes(String text) {
    try {
      return Base64Url.decode(text);
    } catch (MalformedException e) {
      throw new Refusal(Reason.MALFORMED_ENVELOPE, Malformed.detail(e));
    }
  }
}
