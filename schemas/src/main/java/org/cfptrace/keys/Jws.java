package org.cfptrace.keys;

import java.nio.charset.StandardCharsets;
import org.cfptrace.strict.Base64Url;

/**
 * Makes compact signed tokens (RFC 7515) with the one header we speak: {@code
 * {"alg":"ES256","kid":…,"typ":…}}. Readers rebuild that header and compare bytes.
 */
public final class Jws {
  private Jws() {}

  /** The exact protected header. */
  public static String header(KeyThumbprint kid, String typ) {
    return "{\"alg\":\"ES256\",\"kid\":\"" + kid.value() + "\",\"typ\":\"" + typ + "\"}";
  }

  /** {@code header.payload.signature}. */
  public static String sign(SigningKey key, String typ, byte[] payload) {
    String input = signingInput(key.thumbprint(), typ, payload);
    byte[] signature = key.sign(input.getBytes(StandardCharsets.US_ASCII));
    return input + "." + Base64Url.encode(signature);
  }

  private static String signingInput(KeyThumbprint kid, String typ, byte[] payload) {
    byte[] header = header(kid, typ).getBytes(StandardCharsets.US_ASCII);
    return Base64Url.encode(header) + "." + Base64Url.encode(payload);
  }
}
