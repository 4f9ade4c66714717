package org.cfptrace.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;

/** Base64 with padding and the alphabet of notes ({@code +} and {@code /}), in its one spelling. */
final class NoteBase64 {
  private NoteBase64() {}

  static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static byte[] decode(String text) {
    byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
    byte[] decoded;
    try {
      decoded = Base64.getDecoder().decode(ascii);
    } catch (IllegalArgumentException e) {
      throw new MalformedException(Fault.ENCODING, "expected base64", e);
    }
    if (!Arrays.equals(Base64.getEncoder().encode(decoded), ascii)) {
      throw new MalformedException(Fault.ENCODING, "base64 is not in its one spelling");
    }
    return decoded;
  }
}
