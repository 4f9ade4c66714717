package org.cfptrace.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import org.cfptrace.keys.Randomness;
import org.cfptrace.keys.Sha256;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;

/**
 * One hidden value and the salt that hides it (RFC 9901 section 4.2), in the text that is shown or
 * kept back. Its digest stands in the signed payload.
 */
record Disclosure(String text) {
  /** Largest disclosure taken. */
  static final int LONGEST = 16 * 1024;

  private static final int SALT_BYTES = 16;

  /** A member of an object: {@code [salt, name, value]}. */
  static Disclosure ofMember(String name, JsonNode value, Randomness random) {
    return of(salt(random).add(name).add(value));
  }

  /** An element of an array: {@code [salt, value]}. */
  static Disclosure ofElement(JsonNode value, Randomness random) {
    return of(salt(random).add(value));
  }

  /** b64url(SHA-256(ASCII text)). */
  String digest() {
    return Base64Url.encode(Sha256.of(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private static ArrayNode salt(Randomness random) {
    return StrictJson.array().add(Base64Url.encode(random.bytes(SALT_BYTES)));
  }

  private static Disclosure of(ArrayNode content) {
    String text = Base64Url.encode(StrictJson.write(content));
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a disclosure holds at most 16 KiB, this one " + text.length() + " bytes");
    }
    return new Disclosure(text);
  }

  /** Shows nothing. */
  @Override
  public String toString() {
    return "Disclosure";
  }
}
