package org.cfptrace.declaration;

import static java.util.Objects.requireNonNull;

import org.cfptrace.keys.Sha256;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;

/**
 * SHA-256 of a declaration's signing input, base64url, 43 characters. The signature is left out:
 * two valid signatures over the same input are the same declaration.
 */
public record DeclarationId(String value) {

  public DeclarationId {
    requireNonNull(value, "value");
    try {
      Base64Url.decode(value, 32);
    } catch (MalformedException e) {
      throw new IllegalArgumentException("expected a declaration id of 43 characters", e);
    }
  }

  public static DeclarationId ofSigningInput(byte[] signingInput) {
    return new DeclarationId(Base64Url.encode(Sha256.of(signingInput)));
  }

  @Override
  public String toString() {
    return value;
  }
}
