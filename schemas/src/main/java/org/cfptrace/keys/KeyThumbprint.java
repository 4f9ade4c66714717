package org.cfptrace.keys;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;

/** The name of a public key: SHA-256 of its JSON Web Key, base64url (RFC 7638), 43 characters. */
public record KeyThumbprint(String value) {

  public KeyThumbprint {
    requireNonNull(value, "value");
    try {
      Base64Url.decode(value, 32);
    } catch (MalformedException e) {
      throw new IllegalArgumentException("expected a key thumbprint of 43 characters", e);
    }
  }

  static KeyThumbprint of(ECPublicKey key) {
    byte[] jwk = PublicJwk.write(key).getBytes(StandardCharsets.UTF_8);
    return new KeyThumbprint(Base64Url.encode(Sha256.of(jwk)));
  }

  @Override
  public String toString() {
    return value;
  }
}
