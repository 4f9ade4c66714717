package org.cfptrace.envelope;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;

/**
 * A message signed by its issuer, in its exact bytes.
 *
 * @param jti the delivery's identity, {@code urn:uuid:…}
 */
public record SignedMessage(String jti, String token) {
  public byte[] bytes() {
    return token.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * The body of a message of our own, which lies in our own table and is only taken apart here.
   * What came from others goes through the strict reader.
   */
  public static ObjectNode bodyOfOwn(String token) {
    byte[] payload = Base64Url.decode(token.split("\\.", -1)[1]);
    return (ObjectNode) StrictJson.parseCarrier(payload).get("body");
  }
}
