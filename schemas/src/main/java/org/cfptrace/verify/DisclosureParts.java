package org.cfptrace.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cfptrace.keys.Sha256;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.StrictJson;

/**
 * One received disclosure (RFC 9901 section 4.2): its digest, its value, and the name it gives to
 * the value if it is a member of an object.
 */
record DisclosureParts(String digest, Optional<String> name, JsonNode value) {
  private static final int LONGEST = 16 * 1024;
  private static final int SALT_LENGTH = 22;
  private static final int SALT_BYTES = 16;

  static DisclosureParts parse(String text) {
    Refusal.unless(text.length() <= LONGEST, Reason.TOO_LARGE, "a disclosure above 16 KiB");
    JsonNode content = content(text);
    Refusal.unless(
        content.isArray() && (content.size() == 2 || content.size() == 3),
        Reason.MALFORMED_DISCLOSURE,
        "expected [salt, value] or [salt, name, value]");
    checkSalt(content.get(0));
    String digest = Base64Url.encode(Sha256.of(text.getBytes(StandardCharsets.US_ASCII)));
    return content.size() == 2
        ? new DisclosureParts(digest, Optional.empty(), content.get(1))
        : new DisclosureParts(digest, Optional.of(nameIn(content.get(1))), content.get(2));
  }

  private static JsonNode content(String text) {
    try {
      return StrictJson.parse(Base64Url.decode(text));
    } catch (MalformedException e) {
      throw new Refusal(Reason.MALFORMED_DISCLOSURE, Malformed.detail(e));
    }
  }

  /** 128 bits or more, in base64url: a short salt lets values be guessed. */
  private static void checkSalt(JsonNode salt) {
    Refusal.unless(salt.isTextual(), Reason.MALFORMED_DISCLOSURE, "expected a salt");
    String text = salt.textValue();
    try {
      Refusal.unless(
          text.length() >= SALT_LENGTH && Base64Url.decode(text).length >= SALT_BYTES,
          Reason.WEAK_SALT,
          "expected 128 bits");
    } catch (MalformedException e) {
      throw new Refusal(Reason.MALFORMED_DISCLOSURE, "expected a salt in base64url");
    }
  }

  private static String nameIn(JsonNode name) {
    Refusal.unless(name.isTextual(), Reason.MALFORMED_DISCLOSURE, "expected a claim's name");
    String text = name.textValue();
    Refusal.unless(
        !text.equals("_sd") && !text.equals("..."),
        Reason.RESERVED_CLAIM_NAME,
        "a claim is named as digests are");
    return text;
  }
}
