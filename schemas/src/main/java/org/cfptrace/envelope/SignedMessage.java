package org.cfptrace.envelope;

import java.nio.charset.StandardCharsets;

/**
 * A message signed by its issuer, in its exact bytes.
 *
 * @param jti the delivery's identity, {@code urn:uuid:…}
 */
public record SignedMessage(String jti, String token) {
  public byte[] bytes() {
    return token.getBytes(StandardCharsets.US_ASCII);
  }
}
