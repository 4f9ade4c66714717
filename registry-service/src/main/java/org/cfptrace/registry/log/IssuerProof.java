package org.cfptrace.registry.log;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Jws;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.log.LogEntry;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.StrictJson;

/**
 * Whose word a declaration is, shown by header and payload as they were signed: their digest is the
 * declaration's id, and they name the issuer. Whoever holds the declaration can show them too, but
 * with that issuer's name in them and never with its own. All figures, products and partners in
 * them are digests or commitments, so they tell us nothing more.
 */
public record IssuerProof(LogEntry entry, ParticipantId issuer) {
  /** The longest in characters; they are about 3,000, whatever the declaration says. */
  public static final int LONGEST = 32 * 1024;

  private static final String KID = "kid";

  public IssuerProof {
    requireNonNull(entry, "entry");
    requireNonNull(issuer, "issuer");
  }

  /**
   * Reads {@code header.payload}.
   *
   * @throws IllegalArgumentException when that is not the beginning of a declaration
   */
  public static IssuerProof of(String signingInput) {
    int dot = signingInput.indexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException("expected header and payload of a declaration");
    }
    try {
      requireHeader(Base64Url.decode(signingInput.substring(0, dot)));
      JsonNode payload = StrictJson.parse(Base64Url.decode(signingInput.substring(dot + 1)));
      return new IssuerProof(
          LogEntry.ofDeclaration(DeclarationId.ofSigningInput(signingInput.getBytes(US_ASCII))),
          new ParticipantId(payload.path("iss").asText()));
    } catch (MalformedException e) {
      throw new IllegalArgumentException("expected header and payload of a declaration", e);
    }
  }

  /** Exactly a declaration's, so that no other signed token passes for one. */
  private static void requireHeader(byte[] header) {
    KeyThumbprint kid = new KeyThumbprint(StrictJson.parse(header).path(KID).asText());
    if (!new String(header, US_ASCII).equals(Jws.header(kid, DraftDeclaration.TYP))) {
      throw new IllegalArgumentException("expected the header of a declaration");
    }
  }
}
