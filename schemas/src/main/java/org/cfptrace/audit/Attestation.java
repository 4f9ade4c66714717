package org.cfptrace.audit;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.cfptrace.chain.Coverage;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.Jws;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.Reading;
import org.cfptrace.verify.SignedTokens;
import org.cfptrace.verify.TokenClaims;
import org.cfptrace.verify.TokenForm;

/**
 * An auditor's word on one declaration, short enough to be attached to it ({@code attest}). {@code
 * typ: cfp-attestation-v1+jwt}. It names no other company; the report it rests on is named by its
 * digest.
 *
 * @param company whose declaration was audited
 * @param coverage how much of the emissions was verified
 * @param reportSha256 SHA-256 of the signed report, base64url
 */
public record Attestation(
    ParticipantId issuer,
    ParticipantId company,
    Instant issuedAt,
    DeclarationId declarationId,
    TraceId product,
    Period period,
    AuditResult result,
    Coverage coverage,
    String reportSha256) {
  /** The token's type. */
  public static final String TYPE = "cfp-attestation-v1+jwt";

  private static final int DIGEST_BYTES = 32;

  public Attestation {
    requireNonNull(issuer, "issuer");
    requireNonNull(company, "company");
    requireNonNull(issuedAt, "issuedAt");
    requireNonNull(declarationId, "declarationId");
    requireNonNull(product, "product");
    requireNonNull(period, "period");
    requireNonNull(result, "result");
    requireNonNull(coverage, "coverage");
    Base64Url.decode(reportSha256, DIGEST_BYTES);
  }

  /** Signs it with the auditor's key. */
  public String sign(SigningKey key) {
    return Jws.sign(key, TYPE, StrictJson.write(toJson()));
  }

  /** Reads an attestation; whether its issuer is accredited is for the caller to judge. */
  public static Reading<Attestation> read(String token, SignedTokens tokens) {
    return tokens
        .read(token, TYPE, AuditTokens.LONGEST_LEAVE)
        .then(payload -> TokenForm.read(payload, "attestation", Attestation::from));
  }

  ObjectNode toJson() {
    ObjectNode json =
        StrictJson.object()
            .put("iss", issuer.did())
            .put("sub", company.did())
            .put("iat", issuedAt.getEpochSecond())
            .put("declarationId", declarationId.value())
            .put("traceId", product.toString());
    AuditedPeriod.write(json, period);
    return json.put("result", result.name())
        .put("coverage", coverage.text())
        .put("reportSha256", reportSha256);
  }

  static Attestation from(Members members) {
    return new Attestation(
        members.value("iss", ParticipantId::new),
        members.value("sub", ParticipantId::new),
        TokenClaims.instant(members, "iat"),
        members.value("declarationId", DeclarationId::new),
        members.value("traceId", TraceId::of),
        AuditedPeriod.read(members),
        members.value("result", AuditResult::valueOf),
        Coverage.read(members, "coverage"),
        Base64Url.encode(members.bytes("reportSha256", DIGEST_BYTES)));
  }
}
