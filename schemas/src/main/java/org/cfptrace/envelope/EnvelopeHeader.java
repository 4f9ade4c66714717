package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.strict.Base64Url;

/**
 * The protected header of an envelope, in its one spelling. Whoever opens rebuilds it from the
 * key's name and the ephemeral point, and compares bytes.
 *
 * @param x first coordinate of the ephemeral point, 32 bytes in base64url
 * @param y second coordinate
 */
public record EnvelopeHeader(KeyThumbprint kid, String x, String y) {

  public EnvelopeHeader {
    requireNonNull(kid, "kid");
    Base64Url.decode(x, 32);
    Base64Url.decode(y, 32);
  }

  /** {@code alg enc kid epk cty}, in this order, without white space. */
  public String json() {
    return "{\"alg\":\"ECDH-ES+A256KW\",\"enc\":\"A256GCM\",\"kid\":\""
        + kid.value()
        + "\",\"epk\":{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\""
        + x
        + "\",\"y\":\""
        + y
        + "\"},\"cty\":\"cfp\"}";
  }

  /** The header as it travels, which is also what the seal authenticates. */
  public String encoded() {
    return Base64Url.encode(json().getBytes(StandardCharsets.US_ASCII));
  }
}
