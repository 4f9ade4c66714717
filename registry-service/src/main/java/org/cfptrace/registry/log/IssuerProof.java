package org.cfptrace.registry.log;

import static java.util.Objects.requireNonNull;

import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.log.LogEntry;
import org.cfptrace.verify.DeclarationHead;

/**
 * Whose word a declaration is, shown by header and payload as they were signed: their digest is the
 * declaration's id, and they name the issuer. Whoever holds the declaration can show them too, but
 * with that issuer's name in them and never with its own. All figures, products and partners in
 * them are digests or commitments, so they tell us nothing more.
 */
public record IssuerProof(LogEntry entry, ParticipantId issuer) {
  /** The longest in characters. */
  public static final int LONGEST = DeclarationHead.LONGEST;

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
    return DeclarationHead.ofSigningInput(signingInput)
        .asOptional()
        .map(head -> new IssuerProof(LogEntry.ofDeclaration(head.id()), head.issuer()))
        .orElseThrow(
            () -> new IllegalArgumentException("expected header and payload of a declaration"));
  }
}
