package org.cfptrace.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.cfptrace.chain.ChainVerdict;
import org.cfptrace.chain.Check;
import org.cfptrace.chain.Coverage;
import org.cfptrace.chain.HopOutcome;
import org.cfptrace.chain.HopVerdict;
import org.cfptrace.chain.Remark;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.Jws;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.KeyRecord;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.SignedTokens;
import org.cfptrace.verify.Standing;
import org.junit.jupiter.api.Test;

/** What the parties of an audit sign comes back as it was signed, or with the reason why not. */
class AuditTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
  private static final ParticipantId BUYER =
      ParticipantId.of("registry.cfptrace.example", "bbbbbbbbbbbbbbbb");
  private static final ParticipantId SUPPLIER =
      ParticipantId.of("registry.cfptrace.example", "aaaaaaaaaaaaaaaa");
  private static final ParticipantId AUDITOR =
      ParticipantId.of("registry.cfptrace.example", "xxxxxxxxxxxxxxxx");
  private static final String JTI = "urn:uuid:22222222-2222-4222-8222-222222222222";
  private static final TraceId PRODUCT =
      TraceId.of("urn:uuid:11111111-1111-4111-8111-111111111111");
  private static final DeclarationId DECLARATION = new DeclarationId("A".repeat(43));
  private static final String DIGEST = Base64Url.encode(new byte[32]);
  private static final SigningKey KEY = SigningKey.generate();
  private static final Fingerprint FINGERPRINT = Fingerprint.of(AUDITOR, KEY.thumbprint());

  private final SignedTokens tokens =
      SignedTokens.of(
          who ->
              Optional.of(
                  new Standing(
                      who,
                      Standing.Status.ACTIVE,
                      List.of(
                          KeyRecord.signing(KEY.verificationKey(), NOW.minus(Duration.ofDays(30)))),
                      NOW)),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void aMandateIsReadAsItWasSigned() {
    assertThat(Mandate.read(mandate(50).sign(KEY), tokens).asOptional()).contains(mandate(50));
  }

  @Test
  void anEndorsementIsReadAsItWasSigned() {
    assertThat(Endorsement.read(endorsement().sign(KEY), tokens).asOptional())
        .contains(endorsement());
  }

  @Test
  void whatIsKeptIsReadWhoeverSignedItAndInItsOwnFormOnly() {
    SigningKey earlier = SigningKey.generate();

    assertThat(Mandate.readKept(mandate(50).sign(earlier)).asOptional()).contains(mandate(50));
    assertThat(Endorsement.readKept(endorsement().sign(earlier)).asOptional())
        .contains(endorsement());
    assertThat(Mandate.readKept(endorsement().sign(KEY)).whyNot())
        .contains(Reason.MALFORMED_HEADER);
    assertThat(Endorsement.readKept(mandate(50).sign(KEY)).whyNot())
        .contains(Reason.MALFORMED_HEADER);
  }

  @Test
  void anEndorsementNamesNothingButWhatTheSupplierGave() {
    Set<String> members = new TreeSet<>();
    endorsement().toJson().fieldNames().forEachRemaining(members::add);

    assertThat(members)
        .containsExactly(
            "aud", "auditorKey", "declarationId", "depth", "exp", "iat", "iss", "jti", "sub");
  }

  @Test
  void anAttestationIsReadAsItWasSigned() {
    assertThat(Attestation.read(attestation().sign(KEY), tokens).asOptional())
        .contains(attestation());
  }

  @Test
  void aWithdrawalIsReadAsItWasSignedHoweverLongItsReason() {
    AttestationWithdrawal withdrawal =
        new AttestationWithdrawal(
            AUDITOR,
            BUYER,
            NOW,
            DIGEST,
            "\uD83D\uDCA8".repeat(AttestationWithdrawal.LONGEST_REASON));

    assertThat(AttestationWithdrawal.read(withdrawal.sign(KEY), tokens).asOptional())
        .contains(withdrawal);
  }

  @Test
  void aReportIsReadAsItWasSignedHoweverDeepTheChain() {
    AuditReport report = report(200);
    String signed = report.sign(KEY);

    assertThat(signed.length()).isGreaterThan(40_000);
    assertThat(AuditReport.read(signed, tokens).asOptional()).contains(report);
    assertThat(AuditReport.digestOf(signed)).hasSize(43);
  }

  @Test
  void aReportOfOursIsReadFromWhereItIsKept() {
    AuditReport report = report(1);

    assertThat(AuditReport.readKept(report.sign(SigningKey.generate())).asOptional())
        .contains(report);
  }

  @Test
  void aReportTellsWhatIsRemarked() {
    AuditReport report =
        AuditReport.of(mandate(1), verdict(Set.of(Remark.LATE_ANCHOR)), NOW, DIGEST);

    AuditReport read = AuditReport.read(report.sign(KEY), tokens).asOptional().orElseThrow();

    assertThat(read.hops().get(0).remarks()).containsExactly(Remark.LATE_ANCHOR);
    assertThat(read.result()).isEqualTo(AuditResult.VERIFIED);
  }

  @Test
  void whatIsIncompleteIsVerifiedInPartOnly() {
    AuditReport report =
        AuditReport.of(mandate(1), verdict(Set.of(Remark.INCOMPLETE_TOTAL)), NOW, DIGEST);

    assertThat(report.result()).isEqualTo(AuditResult.PARTLY_VERIFIED);
  }

  @Test
  void remarksHaveOneSpelling() {
    assertThat(reportWith(StrictJson.array().add("LATE_ANCHOR").add("INCOMPLETE_TOTAL"))).isEmpty();
    assertThat(reportWith(StrictJson.array().add("INCOMPLETE_TOTAL").add("LATE_ANCHOR")))
        .contains(Reason.MALFORMED_PAYLOAD);
    assertThat(reportWith(StrictJson.array().add("LUCK"))).contains(Reason.MALFORMED_PAYLOAD);
  }

  @Test
  void oneFormIsNotReadAsAnother() {
    assertThat(Mandate.read(endorsement().sign(KEY), tokens).whyNot())
        .contains(Reason.MALFORMED_HEADER);
    assertThat(Attestation.read(report(1).sign(KEY), tokens).whyNot())
        .contains(Reason.MALFORMED_HEADER);
  }

  @Test
  void anotherKeyIsRefused() {
    String foreign = mandate(3).sign(SigningKey.generate());

    assertThat(Mandate.read(foreign, tokens).whyNot()).contains(Reason.UNKNOWN_KEY);
  }

  @Test
  void aChangedTokenIsRefused() {
    String signed = mandate(3).sign(KEY);
    String other = mandate(4).sign(KEY);
    String mixed =
        signed.substring(0, signed.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));

    assertThat(Mandate.read(mixed, tokens).whyNot()).contains(Reason.BAD_SIGNATURE);
  }

  @Test
  void aKeyIsJudgedAtTheTimeOfIssue() {
    Mandate early =
        new Mandate(
            BUYER,
            AUDITOR,
            JTI,
            NOW.minus(Duration.ofDays(31)),
            NOW,
            PRODUCT,
            Period.ofYear(2025),
            1,
            FINGERPRINT);

    assertThat(Mandate.read(early.sign(KEY), tokens).whyNot()).contains(Reason.KEY_NOT_VALID_THEN);
  }

  @Test
  void whatIsOutOfRangeIsRefusedWhoeverSignedIt() {
    assertThat(mandateWith("depth", StrictJson.object().put("n", 51).get("n")))
        .contains(Reason.MALFORMED_PAYLOAD);
    assertThat(
            mandateWith(
                "exp",
                StrictJson.object()
                    .put("n", NOW.plus(Duration.ofDays(367)).getEpochSecond())
                    .get("n")))
        .contains(Reason.MALFORMED_PAYLOAD);
    assertThat(mandateWith("more", StrictJson.object())).contains(Reason.MALFORMED_PAYLOAD);
  }

  @Test
  void aTooLongTokenIsNotOpened() {
    String signed = mandate(3).sign(KEY);

    assertThat(Mandate.read(signed + "A".repeat(4096), tokens).whyNot()).contains(Reason.TOO_LARGE);
  }

  @Test
  void aLeaveExpiresAtItsInstant() {
    assertThat(mandate(1).isExpiredAt(NOW.plusSeconds(3599))).isFalse();
    assertThat(mandate(1).isExpiredAt(NOW.plusSeconds(3600))).isTrue();
    assertThat(endorsement().isExpiredAt(NOW.plusSeconds(3600))).isTrue();
  }

  @Test
  void aReportIsATree() {
    ReportedHop root = hop(OptionalInt.empty());
    ReportedHop beforeItsBuyer = hop(OptionalInt.of(1));

    assertThatIllegalArgumentException().isThrownBy(() -> reportOf(List.of(root, root)));
    assertThatIllegalArgumentException().isThrownBy(() -> reportOf(List.of(root, beforeItsBuyer)));
    assertThatIllegalArgumentException().isThrownBy(() -> reportOf(List.of()));
  }

  private Optional<Reason> mandateWith(String member, JsonNode value) {
    ObjectNode json = mandate(3).toJson();
    json.set(member, value);
    return Mandate.read(Jws.sign(KEY, Mandate.TYPE, StrictJson.write(json)), tokens).whyNot();
  }

  private Optional<Reason> reportWith(JsonNode remarks) {
    ObjectNode json = report(1).toJson();
    ((ObjectNode) json.get("hops").get(0)).set("remarks", remarks);
    return AuditReport.read(Jws.sign(KEY, AuditReport.TYPE, StrictJson.write(json)), tokens)
        .whyNot();
  }

  private static ChainVerdict verdict(Set<Remark> remarks) {
    return new ChainVerdict(
        List.of(
            new HopVerdict(
                OptionalInt.empty(),
                BUYER,
                DECLARATION,
                Optional.empty(),
                HopOutcome.VERIFIED,
                Optional.empty(),
                Optional.empty(),
                remarks,
                Coverage.of("100"))),
        Coverage.of("100"));
  }

  private static Mandate mandate(long depth) {
    return new Mandate(
        BUYER,
        AUDITOR,
        JTI,
        NOW,
        NOW.plusSeconds(3600),
        PRODUCT,
        Period.ofYear(2025),
        depth,
        FINGERPRINT);
  }

  private static Endorsement endorsement() {
    return new Endorsement(
        BUYER, AUDITOR, SUPPLIER, JTI, NOW, NOW.plusSeconds(3600), DECLARATION, 49, FINGERPRINT);
  }

  private static Attestation attestation() {
    return new Attestation(
        AUDITOR,
        BUYER,
        NOW,
        DECLARATION,
        PRODUCT,
        Period.ofYear(2025),
        AuditResult.PARTLY_VERIFIED,
        Coverage.of("66.666666666"),
        Base64Url.encode(new byte[32]));
  }

  private static AuditReport report(int hops) {
    List<ReportedHop> list = new ArrayList<>();
    for (int place = 0; place < hops; place++) {
      list.add(hop(place == 0 ? OptionalInt.empty() : OptionalInt.of(place - 1)));
    }
    return reportOf(list);
  }

  private static ReportedHop hop(OptionalInt buyer) {
    return new ReportedHop(
        buyer,
        SUPPLIER,
        DECLARATION,
        HopOutcome.FAILED,
        Optional.of(Reason.BAD_SIGNATURE),
        Optional.of("expected one key, saw another"),
        Set.of(Remark.LATE_ANCHOR, Remark.INCOMPLETE_TOTAL),
        Coverage.of("12.5"));
  }

  private static AuditReport reportOf(List<ReportedHop> hops) {
    return new AuditReport(
        AUDITOR,
        BUYER,
        JTI,
        NOW,
        PRODUCT,
        Period.ofYear(2025),
        AuditResult.FAILED,
        Coverage.of("0"),
        EnumSet.allOf(Check.class),
        hops,
        Base64Url.encode(new byte[32]));
  }
}
