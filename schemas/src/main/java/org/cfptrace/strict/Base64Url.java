package org.cfptrace.strict;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.cfptrace.strict.MalformedException.Fault;

/** Base64url without padding (RFC 4648 section 5), in its one spelling. */
public final class Base64Url {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private Base64Url() {}

  public static String encode(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  /** Decodes, and refuses padding, foreign characters and trailing bits that are not zero. */
  public static byte[] decode(String text) {
    byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
    byte[] decoded;
    try {
      decoded = DECODER.decode(ascii);
    } catch (IllegalArgumentException e) {
      throw new MalformedException(Fault.ENCODING, "expected base64url without padding", e);
    }
    // Two texts for the same bytes would be two tokens with one meaning.
    if (!Arrays.equals(ENCODER.encode(decoded), ascii)) {
      throw new MalformedException(Fault.ENCODING, "base64url is not in its one spelling");
    }
    return decoded;
  }

  /** Decodes exactly {@code length} bytes. */
  public static byte[] decode(String text, int length) {
    byte[] decoded = decode(text);
    if (decoded.length != length) {
      throw new MalformedException(
          Fault.ENCODING, "expected " + length + " bytes, saw " + decoded.length);
    }
    return decoded;
  }

  /** Whether the text is that many characters of the alphabet, whatever they decode to. */
  public static boolean isSpelled(String text, int characters) {
    if (text.length() != characters) {
      return false;
    }
    for (int i = 0; i < characters; i++) {
      if (!isInAlphabet(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInAlphabet(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }
}
