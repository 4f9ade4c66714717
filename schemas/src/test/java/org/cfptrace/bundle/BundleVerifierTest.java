package org.cfptrace.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.cfptrace.audit.AuditReport;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.audit.Mandate;
import org.cfptrace.chain.ChainVerdict;
import org.cfptrace.chain.ChainWorld;
import org.cfptrace.chain.Coverage;
import org.cfptrace.chain.HopAnswer;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.AuditRefusalReason;
import org.cfptrace.verify.Reading;
import org.cfptrace.verify.Reason;
import org.junit.jupiter.api.Test;

/** A stranger with the file and the trust anchor finds what the auditor found, or why not. */
class BundleVerifierTest {
  private static final long SEED = 20_261_127L;

  private final SampleAudit audit = new SampleAudit();
  private final ChainWorld.Copy steel = audit.steel("3");
  private final ChainWorld.Copy part = audit.part(steel);
  private final ChainWorld.Made car = audit.car(part);

  @Test
  void theBundleOfAnHonestChainHolds() {
    BundleVerdict verdict = verdict(audit.bundle(car));

    assertThat(verdict.holds()).as(verdict.steps().toString()).isTrue();
    assertThat(verdict.steps()).allMatch(Step::holds);
    assertThat(verdict.chain().orElseThrow().coverage()).isEqualTo(Coverage.of("100"));
  }

  @Test
  void everyByteOfTheSampleIsTheSameOnEveryRun() {
    assertThat(SampleAudit.accepted()).isEqualTo(SampleAudit.accepted());
    assertThat(SampleAudit.anchor().toJson()).isEqualTo(SampleAudit.anchor().toJson());
  }

  @Test
  void aBundleIsReadAsItWasWritten() {
    SignedBundle bundle = audit.bundle(car);

    assertThat(BundleFile.read(BundleFile.write(bundle)).asOptional()).contains(bundle);
  }

  @Test
  void whatAnotherAuditWasShownIsReadAsItWasWrittenToo() {
    SignedBundle bundle = EvidenceFiles.twoStories();

    assertThat(bundle.evidence().earlier()).hasSize(1);
    assertThat(BundleFile.read(BundleFile.write(bundle)).asOptional()).contains(bundle);
  }

  @Test
  void whoTookTheOtherStoryOutOfTheEvidenceIsFoundOut() {
    SignedBundle bundle = EvidenceFiles.twoStories();
    SignedBundle without = bundle.evidence().beside(List.of()).with(bundle.report());

    assertThat(verdict(bundle).reason()).contains(Reason.STATEMENT_DIFFERS);
    assertThat(verdict(without).reason()).contains(Reason.EVIDENCE_DIFFERS);
  }

  @Test
  void noByteCanBeChangedUnseen() {
    byte[] file = SampleAudit.accepted();
    BundleVerifier verifier = new BundleVerifier(SampleAudit.anchor());
    Random random = new Random(SEED);
    for (int round = 0; round < 400; round++) {
      byte[] flipped = file.clone();
      int place = round * (file.length / 400) + random.nextInt(file.length / 400);
      flipped[place] ^= (byte) (1 << random.nextInt(8));

      assertThat(holds(verifier.verify(flipped)))
          .as("seed " + SEED + ", byte " + place + " of " + file.length)
          .isFalse();
    }
  }

  @Test
  void whiteSpaceAndOrderAreRefused() {
    String file = new String(SampleAudit.accepted(), UTF_8);

    assertThat(read(file + "\n")).contains(Reason.MALFORMED_PAYLOAD);
    assertThat(read(" " + file)).contains(Reason.MALFORMED_PAYLOAD);
    assertThat(read(file.replace("\",\"mandate\":", "\", \"mandate\":")))
        .contains(Reason.MALFORMED_PAYLOAD);
    assertThat(read(file.replace("cfp-bundle-v1", "cfp-bundle-v2")))
        .contains(Reason.MALFORMED_PAYLOAD);
  }

  @Test
  void aRefusalAndAMissingAnswerAreToldAndHold() {
    SignedBundle bundle =
        audit.bundle(
            car,
            answers ->
                with(
                    answers,
                    steel.signed().id(),
                    new HopAnswer.Refused(AuditRefusalReason.REFUSED_BY_OWNER)));

    BundleVerdict verdict = verdict(bundle);

    assertThat(verdict.holds()).as(verdict.steps().toString()).isTrue();
    assertThat(verdict.chain().orElseThrow().coverage()).isEqualTo(Coverage.of("83.333333333"));
  }

  @Test
  void aFailedAuditDoesNotHold() {
    SignedBundle bundle =
        audit.bundle(
            car,
            answers ->
                with(
                    answers,
                    part.signed().id(),
                    new HopAnswer.Shown(audit.world.shown(steel, audit.world.proofs()))));

    assertThat(verdict(bundle).reason()).contains(Reason.NOT_THE_ONE_ASKED);
  }

  @Test
  void aReportThatFlattersIsFound() {
    Bundle evidence =
        audit
            .bundle(
                car, answers -> with(answers, steel.signed().id(), new HopAnswer.Unavailable("-")))
            .evidence();
    AuditReport honest =
        AuditReport.of(
            audit.mandate(car),
            chain(evidence),
            SampleAudit.AUDITED,
            BundleFile.digestOf(evidence));
    AuditReport flattering =
        new AuditReport(
            honest.auditor(),
            honest.company(),
            honest.mandateId(),
            honest.checkedAt(),
            honest.product(),
            honest.period(),
            AuditResult.VERIFIED,
            Coverage.of("100"),
            honest.checks(),
            honest.hops(),
            honest.evidenceSha256());

    assertThat(verdict(audit.signed(evidence, flattering)).reason())
        .contains(Reason.REPORT_DIFFERS);
  }

  @Test
  void aReportOnOtherEvidenceIsFound() {
    SignedBundle one = audit.bundle(car);
    SignedBundle other =
        audit.bundle(
            car, answers -> with(answers, steel.signed().id(), new HopAnswer.Unavailable("-")));

    assertThat(verdict(other.evidence().with(one.report())).reason())
        .contains(Reason.EVIDENCE_DIFFERS);
  }

  @Test
  void anAuditorWithoutAccreditationIsNone() {
    audit.auditor.accreditedUntil(SampleAudit.AUDITED);

    assertThat(verdict(audit.bundle(car)).reason()).contains(Reason.NOT_ACCREDITED);
  }

  @Test
  void aReportUnderAKeyThatTheCompanyHasNotComparedIsFound() {
    Mandate mandate = audit.mandate(car);

    audit.auditor.changesKey(ChainWorld.NOON.plusSeconds(60), false);

    assertThat(verdict(mandated(mandate)).reason()).contains(Reason.KEY_NOT_PINNED);
  }

  @Test
  void aReportUnderTheSuccessorOfThatKeyIsGood() {
    Mandate mandate = audit.mandate(car);

    audit.auditor.changesKey(ChainWorld.NOON.plusSeconds(60), true);

    assertThat(verdict(mandated(mandate)).reason()).isEmpty();
  }

  /** The bundle, with a mandate that was given before. */
  private SignedBundle mandated(Mandate mandate) {
    Bundle evidence = audit.bundle(car).evidence();
    Bundle changed =
        new Bundle(
            mandate.sign(audit.c.key()),
            evidence.companyKey(),
            evidence.root(),
            evidence.answers(),
            evidence.checkpoint(),
            evidence.directory(),
            evidence.statusList(),
            evidence.stamp());
    return audit.reported(car, changed);
  }

  @Test
  void anotherTrustAnchorDoesNotVouchForIt() {
    byte[] file = BundleFile.write(audit.bundle(car));

    BundleVerdict verdict =
        new BundleVerifier(new ChainWorld().anchor()).verify(file).asOptional().orElseThrow();

    assertThat(verdict.reason()).contains(Reason.UNKNOWN_KEY);
  }

  private ChainVerdict chain(Bundle evidence) {
    return audit
        .world
        .verifier()
        .verify(ChainWorld.rootOf(car), evidence.root(), evidence.answers());
  }

  private static Map<DeclarationId, HopAnswer> with(
      Map<DeclarationId, HopAnswer> answers, DeclarationId id, HopAnswer answer) {
    Map<DeclarationId, HopAnswer> changed = new LinkedHashMap<>(answers);
    changed.put(id, answer);
    return changed;
  }

  private BundleVerdict verdict(SignedBundle bundle) {
    return new BundleVerifier(audit.trust())
        .verify(BundleFile.write(bundle))
        .asOptional()
        .orElseThrow();
  }

  private static Optional<Reason> read(String file) {
    return BundleFile.read(file.getBytes(UTF_8)).whyNot();
  }

  private static boolean holds(Reading<BundleVerdict> reading) {
    return reading.asOptional().filter(BundleVerdict::holds).isPresent();
  }
}
