package org.cfptrace.verify.checklist;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Base64url of the Java library: samples are not made with the code they are to test. */
final class Base64Text {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private Base64Text() {}

  static String encode(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] decode(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  static String decodeText(String text) {
    return new String(decode(text), StandardCharsets.UTF_8);
  }
}
