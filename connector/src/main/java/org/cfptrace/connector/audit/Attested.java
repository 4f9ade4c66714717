package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.chain.Coverage;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;

/**
 * What an auditor has attested of a product of ours.
 *
 * @param digest SHA-256 of the token, base64url
 */
public record Attested(
    String digest,
    ParticipantId auditor,
    TraceId product,
    Period period,
    DeclarationId declaration,
    AuditResult result,
    Coverage coverage,
    String token,
    Instant issuedAt,
    long number) {
  public Attested {
    requireNonNull(digest, "digest");
    requireNonNull(auditor, "auditor");
    requireNonNull(product, "product");
    requireNonNull(period, "period");
    requireNonNull(declaration, "declaration");
    requireNonNull(result, "result");
    requireNonNull(coverage, "coverage");
    requireNonNull(token, "token");
    requireNonNull(issuedAt, "issuedAt");
  }
}
