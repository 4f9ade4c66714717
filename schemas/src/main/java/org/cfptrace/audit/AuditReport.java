package org.cfptrace.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.cfptrace.chain.ChainVerdict;
import org.cfptrace.chain.Check;
import org.cfptrace.chain.Coverage;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.Jws;
import org.cfptrace.keys.Sha256;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.KeptTokens;
import org.cfptrace.verify.Reading;
import org.cfptrace.verify.SignedTokens;
import org.cfptrace.verify.TokenClaims;
import org.cfptrace.verify.TokenForm;

/**
 * What an auditor found, declaration by declaration. {@code typ: cfp-audit-report-v1+jwt}, signed
 * by the auditor. The tree is told as a list, each buyer before its suppliers: JSON is at most 16
 * deep, a chain may be deeper. It names every company of the chain, so it stays with the auditor;
 * the company audited gets the {@link Attestation}.
 *
 * @param mandateId the {@code jti} of the mandate
 * @param checkedAt when the last check was made
 * @param result what was found, all in all
 * @param coverage how much of the emissions was verified
 * @param checks what was looked at in each declaration, in the order of the catalogue
 * @param evidenceSha256 SHA-256 of the evidence that the auditor keeps, base64url
 */
public record AuditReport(
    ParticipantId auditor,
    ParticipantId company,
    String mandateId,
    Instant checkedAt,
    TraceId product,
    Period period,
    AuditResult result,
    Coverage coverage,
    Set<Check> checks,
    List<ReportedHop> hops,
    String evidenceSha256) {
  /** The token's type. */
  public static final String TYPE = "cfp-audit-report-v1+jwt";

  /** The most declarations in one report. */
  public static final int MOST_HOPS = 100_000;

  /** The longest report. */
  public static final int LONGEST = 64 * 1024 * 1024;

  private static final int DIGEST_BYTES = 32;

  public AuditReport {
    requireNonNull(auditor, "auditor");
    requireNonNull(company, "company");
    requireNonNull(mandateId, "mandateId");
    requireNonNull(checkedAt, "checkedAt");
    requireNonNull(product, "product");
    requireNonNull(period, "period");
    requireNonNull(result, "result");
    requireNonNull(coverage, "coverage");
    checks = Collections.unmodifiableSet(EnumSet.copyOf(checks));
    hops = List.copyOf(hops);
    checkTree(hops);
    Base64Url.decode(evidenceSha256, DIGEST_BYTES);
  }

  /** The report of a verdict, on the mandate that asked for it. */
  public static AuditReport of(
      Mandate mandate, ChainVerdict verdict, Instant checkedAt, String evidenceSha256) {
    return new AuditReport(
        mandate.auditor(),
        mandate.issuer(),
        mandate.jti(),
        checkedAt,
        mandate.product(),
        mandate.period(),
        AuditResult.of(verdict),
        verdict.coverage(),
        EnumSet.allOf(Check.class),
        verdict.hops().stream().map(ReportedHop::of).toList(),
        evidenceSha256);
  }

  /** The declaration the audit is about. */
  public DeclarationId declarationId() {
    return hops.get(0).declarationId();
  }

  /** Signs it with the auditor's key. */
  public String sign(SigningKey key) {
    return Jws.sign(key, TYPE, StrictJson.write(toJson()));
  }

  /** SHA-256 of a signed report, base64url, as an attestation names it. */
  public static String digestOf(String token) {
    return Base64Url.encode(Sha256.of(token.getBytes(US_ASCII)));
  }

  /** Reads a report; whether its issuer is accredited is for the caller to judge. */
  public static Reading<AuditReport> read(String token, SignedTokens tokens) {
    return tokens
        .read(token, TYPE, LONGEST)
        .then(payload -> TokenForm.read(payload, "report", AuditReport::from));
  }

  /** Reads one that we have signed ourselves, from where it is kept. */
  public static Reading<AuditReport> readKept(String token) {
    return read(token, KeptTokens.KEPT);
  }

  ObjectNode toJson() {
    ObjectNode json =
        StrictJson.object()
            .put("iss", auditor.did())
            .put("sub", company.did())
            .put("mandateId", mandateId)
            .put("iat", checkedAt.getEpochSecond())
            .put("traceId", product.toString());
    AuditedPeriod.write(json, period);
    json.put("result", result.name()).put("coverage", coverage.text());
    ArrayNode names = json.putArray("checks");
    checks.forEach(check -> names.add(check.name()));
    ArrayNode list = json.putArray("hops");
    hops.forEach(hop -> list.add(hop.toJson()));
    return json.put("evidenceSha256", evidenceSha256);
  }

  static AuditReport from(Members members) {
    List<ReportedHop> hops = new ArrayList<>();
    for (JsonNode hop : members.array("hops", MOST_HOPS)) {
      hops.add(ReportedHop.read(Members.of(hop, "report.hops[]")));
    }
    return new AuditReport(
        members.value("iss", ParticipantId::new),
        members.value("sub", ParticipantId::new),
        TokenClaims.urn(members, "mandateId"),
        TokenClaims.instant(members, "iat"),
        members.value("traceId", TraceId::of),
        AuditedPeriod.read(members),
        members.value("result", AuditResult::valueOf),
        Coverage.read(members, "coverage"),
        checks(members),
        hops,
        Base64Url.encode(members.bytes("evidenceSha256", DIGEST_BYTES)));
  }

  /** One spelling of each set: sorted as the catalogue is, each once. */
  private static Set<Check> checks(Members members) {
    List<String> names = members.texts("checks", Check.values().length);
    Set<Check> checks = EnumSet.noneOf(Check.class);
    for (Check check : Check.values()) {
      if (names.contains(check.name())) {
        checks.add(check);
      }
    }
    if (checks.isEmpty() || !names.equals(checks.stream().map(Check::name).toList())) {
      throw new MalformedException(
          Fault.MEMBER, "report.checks: expected known names, in order, each once");
    }
    return checks;
  }

  /** The first is what the audit is about; every other follows a buyer that stands before it. */
  private static void checkTree(List<ReportedHop> hops) {
    if (hops.isEmpty() || hops.size() > MOST_HOPS) {
      throw new IllegalArgumentException("expected 1 to " + MOST_HOPS + " hops");
    }
    for (int place = 0; place < hops.size(); place++) {
      OptionalInt buyer = hops.get(place).buyer();
      if (place == 0 ? buyer.isPresent() : buyer.isEmpty() || buyer.getAsInt() >= place) {
        throw new IllegalArgumentException("hops: each stands behind its buyer");
      }
    }
  }
}
