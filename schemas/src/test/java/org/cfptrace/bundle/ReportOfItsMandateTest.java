package org.cfptrace.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.bundle.SampleAudit.AUDITED;

import java.util.List;
import org.cfptrace.audit.AuditReport;
import org.cfptrace.audit.Mandate;
import org.cfptrace.chain.ChainVerdict;
import org.cfptrace.chain.ChainWorld;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.verify.Reason;
import org.junit.jupiter.api.Test;

/** A report is by the auditor of the mandate beside it, on that mandate, and made in its time. */
class ReportOfItsMandateTest {
  private static final String OTHER_ID = "urn:uuid:33333333-3333-4333-8333-333333333333";
  private static final long TWO_DAYS = 2 * 86_400L;

  private final SampleAudit audit = new SampleAudit();
  private final ChainWorld.Firm second = audit.world.firm("y");
  private final ChainWorld.Made car = audit.car(audit.part(audit.steel("3")));
  private final Mandate mandate = audit.mandate(car);

  @Test
  void anotherAuditorMayReportOnAMandateOfItsOwnAlone() {
    second.accreditedUntil(AUDITED.plusSeconds(TWO_DAYS));
    Bundle evidence = audit.bundle(car).evidence();
    Mandate itsOwn = mandate(second.id(), mandate.jti(), second.fingerprint());
    Bundle underItsOwn = under(evidence, itsOwn);

    BundleVerdict own = verdict(audit.signed(underItsOwn, report(itsOwn, underItsOwn), second));
    BundleVerdict others = verdict(audit.signed(evidence, report(itsOwn, evidence), second));

    assertThat(own.reason()).as(own.steps().toString()).isEmpty();
    assertNotItsReport(others);
  }

  @Test
  void aReportOnAnotherMandateIsFound() {
    Bundle evidence = audit.bundle(car).evidence();
    Mandate another = mandate(mandate.auditor(), OTHER_ID, mandate.auditorKey());

    assertThat(verdict(audit.signed(evidence, report(mandate, evidence))).reason()).isEmpty();
    assertNotItsReport(verdict(audit.signed(evidence, report(another, evidence))));
  }

  @Test
  void aReportIsMadeWithinTheTimeOfItsMandate() {
    audit.auditor.accreditedUntil(AUDITED.plusSeconds(TWO_DAYS));
    Bundle evidence = audit.bundle(car).evidence();

    BundleVerdict last =
        verdict(audit.reported(car, evidence, mandate.expiresAt().minusSeconds(1)));
    BundleVerdict expired = verdict(audit.reported(car, evidence, mandate.expiresAt()));
    BundleVerdict first = verdict(audit.reported(car, evidence, mandate.issuedAt()));
    BundleVerdict before =
        verdict(audit.reported(car, evidence, mandate.issuedAt().minusSeconds(1)));

    assertThat(last.reason()).as(last.steps().toString()).isEmpty();
    assertNotItsReport(expired);
    // In time for the mandate, and too early for what it rests on.
    assertThat(first.reason()).contains(Reason.EVIDENCE_DIFFERS);
    assertNotItsReport(before);
  }

  private static void assertNotItsReport(BundleVerdict verdict) {
    List<Step> steps = verdict.steps();
    assertThat(verdict.reason()).contains(Reason.NOT_THE_ONE_ASKED);
    assertThat(steps.get(steps.size() - 1).text().en())
        .contains("the report is not by the auditor of the mandate, in its time");
  }

  private Mandate mandate(ParticipantId auditor, String jti, Fingerprint key) {
    return new Mandate(
        mandate.issuer(),
        auditor,
        jti,
        mandate.issuedAt(),
        mandate.expiresAt(),
        mandate.product(),
        mandate.period(),
        mandate.depth(),
        key);
  }

  private Bundle under(Bundle evidence, Mandate other) {
    return new Bundle(
        audit.world.settled(other.sign(audit.c.key()), audit.c.key()),
        evidence.companyKey(),
        evidence.root(),
        evidence.answers(),
        evidence.checkpoint(),
        evidence.directory(),
        evidence.statusList(),
        evidence.stamp());
  }

  private AuditReport report(Mandate of, Bundle evidence) {
    ChainVerdict chain =
        audit.world.verifier().verify(ChainWorld.rootOf(car), evidence.root(), evidence.answers());
    return AuditReport.of(of, chain, AUDITED, BundleFile.digestOf(evidence));
  }

  private BundleVerdict verdict(SignedBundle bundle) {
    return new BundleVerifier(audit.trust())
        .verify(BundleFile.write(bundle))
        .asOptional()
        .orElseThrow();
  }
}
