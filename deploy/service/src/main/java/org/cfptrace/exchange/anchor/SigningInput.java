package org.cfptrace.exchange.anchor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import org.cfptrace.declaration.DeclarationId;

/**
 * Header and payload of a declaration as its issuer has signed them. Its id is their digest, so
 * that they show whose it is to whoever knows the id; what is hidden in the declaration is hidden
 * in them.
 *
 * @param text {@code header.payload}
 */
public record SigningInput(String text) {
  public SigningInput {
    requireNonNull(text, "text");
    if (text.indexOf('.') < 1 || text.indexOf('.') != text.lastIndexOf('.')) {
      throw new IllegalArgumentException("expected header and payload");
    }
  }

  /** The beginning of a declaration, with or without disclosures. */
  public static SigningInput ofToken(String token) {
    int end = token.indexOf('~');
    String signed = end < 0 ? token : token.substring(0, end);
    return new SigningInput(signed.substring(0, Math.max(0, signed.lastIndexOf('.'))));
  }

  /** The declaration's id. */
  public DeclarationId id() {
    return DeclarationId.ofSigningInput(text.getBytes(US_ASCII));
  }
}
