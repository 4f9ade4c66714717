package org.cfptrace.aggregator.disclose.sign;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.sign.SignedExports.Awaited;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.envelope.DraftMessage;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.SignatureAnswerBody;
import org.cfptrace.envelope.SignatureRequestId;
import org.cfptrace.exchange.receive.Handled;
import org.cfptrace.export.ExportStatement;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Randomness;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.log.EntryProof;
import org.cfptrace.verify.KeyDirectory;
import org.cfptrace.verify.KeyRecord;
import org.cfptrace.verify.Seen;
import org.cfptrace.verify.SignedTokens;
import org.cfptrace.verify.Standing;
import org.cfptrace.verify.StrictReader;
import org.cfptrace.verify.VerifiedMessage;
import org.junit.jupiter.api.Test;

/** What a company answers is kept only where it is the company's own word on just that export. */
class TakeSignaturesTest {
  private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final ParticipantId US = participant("a");
  private static final ParticipantId CARS = participant("b");
  private static final ParticipantId RIVAL = participant("c");
  private static final Map<ParticipantId, SigningKey> KEYS =
      Map.of(CARS, SigningKey.generate(), RIVAL, SigningKey.generate());
  private static final KeyDirectory DIRECTORY =
      who -> Optional.ofNullable(KEYS.get(who)).map(key -> standing(who, key));
  private static final String MANIFEST = "B".repeat(42) + "A";
  private static final int WARNINGS = 2;
  private static final String TOLD = "上流 1 件が未着です。";
  private static final SignatureRequestId ID = SignatureRequestId.random();

  private final ListedExports exports = new ListedExports();
  private final SmallLog log = new SmallLog(NOW.plusSeconds(60));

  TakeSignaturesTest() {
    exports.awaits(new Tenant(CARS), ID.uuid(), export("exp-1", MANIFEST));
  }

  @Test
  void aStatementOfJustThisExportIsKept() {
    String signature = sign(CARS, "exp-1", MANIFEST);

    Handled handled = answers(CARS, signed(signature));

    assertThat(reason(handled)).isEmpty();
    assertThat(exports.happened())
        .containsExactly("signed exp-1 by " + CARS.shortId() + " at " + NOW);
    assertThat(exports.find(ID).signature()).contains(signature);
  }

  @Test
  void aRefusalIsKeptWithItsReason() {
    assertThat(reason(answers(CARS, SignatureAnswerBody.refused(ID, "期間が違います")))).isEmpty();

    assertThat(exports.happened()).containsExactly("refused 期間が違います");
  }

  @Test
  void theSameAnswerTwiceIsNotedOnce() {
    String signature = sign(CARS, "exp-1", MANIFEST);

    answers(CARS, signed(signature));
    Handled again = answers(CARS, signed(signature));

    assertThat(reason(again)).isEmpty();
    assertThat(exports.happened()).hasSize(1);
  }

  @Test
  void theSameRefusalTwiceIsNotedOnce() {
    answers(CARS, SignatureAnswerBody.refused(ID, "no"));

    assertThat(reason(answers(CARS, SignatureAnswerBody.refused(ID, "no")))).isEmpty();
    assertThat(exports.happened()).hasSize(1);
  }

  @Test
  void anotherDecisionAfterTheFirstIsRefused() {
    answers(CARS, signed(sign(CARS, "exp-1", MANIFEST)));

    assertThat(reason(answers(CARS, SignatureAnswerBody.refused(ID, "no"))))
        .contains("ILLEGAL_MOVE");
    assertThat(reason(answers(CARS, signed(sign(CARS, "exp-1", MANIFEST)))))
        .as("another token, since each signature is drawn anew")
        .contains("ILLEGAL_MOVE");
    assertThat(exports.happened()).hasSize(1);
  }

  @Test
  void aSignatureAfterARefusalIsRefused() {
    answers(CARS, SignatureAnswerBody.refused(ID, "no"));

    assertThat(reason(answers(CARS, signed(sign(CARS, "exp-1", MANIFEST)))))
        .contains("ILLEGAL_MOVE");
    assertThat(reason(answers(CARS, SignatureAnswerBody.refused(ID, "never"))))
        .contains("ILLEGAL_MOVE");
    assertThat(exports.happened()).hasSize(1);
  }

  @Test
  void anotherCompanysAnswerIsToNothing() {
    assertThat(reason(answers(RIVAL, signed(sign(RIVAL, "exp-1", MANIFEST)))))
        .contains("UNKNOWN_REQUEST");
    assertThat(reason(answers(RIVAL, SignatureAnswerBody.refused(ID, "no"))))
        .contains("UNKNOWN_REQUEST");
    assertThat(exports.happened()).isEmpty();
  }

  @Test
  void anotherCompanysStatementIsNotTheSenders() {
    assertThat(reason(answers(CARS, signed(sign(RIVAL, "exp-1", MANIFEST))))).contains("FORWARDED");
    assertThat(exports.happened()).isEmpty();
  }

  @Test
  void aKeyThatIsNotTheCompanysSignsNothing() {
    String signature = statement(CARS, "exp-1", MANIFEST).sign(SigningKey.generate());

    assertThat(reason(answers(CARS, signed(signature)))).contains("UNKNOWN_KEY");
    assertThat(exports.happened()).isEmpty();
  }

  @Test
  void aStatementOfOtherFilesIsRefused() {
    assertThat(reason(answers(CARS, signed(sign(CARS, "exp-1", "C".repeat(42) + "A")))))
        .contains("NOT_THE_ONE_ASKED");
    assertThat(reason(answers(CARS, signed(sign(CARS, "exp-2", MANIFEST)))))
        .contains("NOT_THE_ONE_ASKED");
    String another =
        new ExportStatement(
                CARS,
                NOW,
                "exp-1",
                "EU_BATTERY_ART7",
                MANIFEST,
                Optional.of("exp-0"),
                WARNINGS,
                Optional.of(TOLD))
            .sign(KEYS.get(CARS));
    assertThat(reason(answers(CARS, signed(another)))).contains("NOT_THE_ONE_ASKED");
    assertThat(exports.happened()).isEmpty();
  }

  @Test
  void aStatementThatDoesNotRepeatWhatTheCompanyWasToldIsRefused() {
    for (ExportStatement other :
        List.of(
            told(0, Optional.of(TOLD)),
            told(WARNINGS, Optional.empty()),
            told(WARNINGS, Optional.of("nothing was missing")))) {
      assertThat(reason(answers(CARS, signed(other.sign(KEYS.get(CARS))))))
          .as("%s warnings, %s", other.warnings(), other.overridden())
          .contains("NOT_THE_ONE_ASKED");
    }
    assertThat(exports.happened()).isEmpty();
  }

  private static ExportStatement told(int warnings, Optional<String> overridden) {
    return new ExportStatement(
        CARS, NOW, "exp-1", "EU_BATTERY_ART7", MANIFEST, Optional.empty(), warnings, overridden);
  }

  @Test
  void whatIsNotTakenIsToldToTheOfficerWithItsReason() {
    answers(CARS, signed(sign(CARS, "exp-2", MANIFEST)));
    answers(CARS, signed(sign(RIVAL, "exp-1", MANIFEST)));
    assertThat(exports.troubles())
        .satisfiesExactly(
            first -> assertThat(first).contains("NOT_THE_ONE_ASKED").contains("another export"),
            second -> assertThat(second).contains("FORWARDED").contains(RIVAL.toString()));
  }

  @Test
  void aDecisionThatChangesIsToldToTheOfficer() {
    answers(CARS, SignatureAnswerBody.refused(ID, "no"));
    answers(CARS, signed(sign(CARS, "exp-1", MANIFEST)));

    assertThat(exports.troubles())
        .singleElement()
        .satisfies(text -> assertThat(text).contains("ILLEGAL_MOVE"));
  }

  @Test
  void whatIsTakenAndWhatComesOfOthersIsNoTrouble() {
    answers(RIVAL, signed(sign(RIVAL, "exp-1", MANIFEST)));
    answers(CARS, signed(sign(CARS, "exp-1", MANIFEST)));

    assertThat(exports.troubles()).isEmpty();
  }

  @Test
  void theProofThatFollowsIsKeptBesideTheSignature() {
    String signature = sign(CARS, "exp-1", MANIFEST);
    EntryProof proof = log.prove(signature);
    answers(CARS, signed(signature));

    Handled logged = answers(CARS, SignatureAnswerBody.signed(ID, signature, Optional.of(proof)));

    assertThat(reason(logged)).isEmpty();
    assertThat(exports.happened())
        .containsExactly(
            "signed exp-1 by " + CARS.shortId() + " at " + NOW,
            "logged 0 of 1 since " + NOW.plusSeconds(60));
  }

  @Test
  void signatureAndProofMayComeTogether() {
    String signature = sign(CARS, "exp-1", MANIFEST);

    answers(CARS, SignatureAnswerBody.signed(ID, signature, Optional.of(log.prove(signature))));

    assertThat(exports.happened()).hasSize(2);
  }

  @Test
  void nothingIsKeptOfAnAnswerWithAProofOfSomethingElse() {
    String signature = sign(CARS, "exp-1", MANIFEST);
    EntryProof other = log.prove(sign(CARS, "exp-1", MANIFEST));

    Handled handled = answers(CARS, SignatureAnswerBody.signed(ID, signature, Optional.of(other)));

    assertThat(reason(handled)).contains("BAD_INCLUSION_PROOF");
    assertThat(exports.happened()).isEmpty();
  }

  @Test
  void aProofOfAnotherTreeThanOursIsRefused() {
    String signature = sign(CARS, "exp-1", MANIFEST);
    EntryProof proof = log.prove(signature);
    log.showsUsAnotherTree();

    Handled handled = answers(CARS, SignatureAnswerBody.signed(ID, signature, Optional.of(proof)));

    assertThat(reason(handled)).contains("FORK");
    assertThat(exports.happened()).isEmpty();
  }

  @Test
  void withoutALogAProofSaysNothingAndDoesNoHarm() {
    String signature = sign(CARS, "exp-1", MANIFEST);
    TakeSignatures taking =
        new TakeSignatures(exports, SignedTokens.of(DIRECTORY, CLOCK), Optional.empty(), CLOCK);

    Handled handled =
        taking
            .handler()
            .prepare(
                message(
                    CARS,
                    SignatureAnswerBody.signed(ID, signature, Optional.of(log.prove(signature)))))
            .apply();

    assertThat(reason(handled)).isEmpty();
    assertThat(exports.happened()).hasSize(1);
  }

  private Handled answers(ParticipantId company, SignatureAnswerBody body) {
    return new TakeSignatures(
            exports, SignedTokens.of(DIRECTORY, CLOCK), Optional.of(log.judge(DIRECTORY)), CLOCK)
        .handler()
        .prepare(message(company, body))
        .apply();
  }

  private static VerifiedMessage message(ParticipantId company, SignatureAnswerBody body) {
    String token =
        new DraftMessage(company, US, MessageType.SIGNATURE_ANSWER, "thread-1", 1, body.toJson())
            .sign(KEYS.get(company), NOW, NOW.plus(Duration.ofDays(1)), Randomness.secure())
            .token();
    return new StrictReader(US, DIRECTORY, Seen.nothing(), CLOCK)
        .message(token.getBytes(US_ASCII))
        .asOptional()
        .orElseThrow();
  }

  private static Optional<String> reason(Handled handled) {
    return handled.fold(
        applied -> Optional.empty(),
        refused -> Optional.of(refused.why().reason()),
        held -> Optional.of(held.why().reason()));
  }

  private static SignatureAnswerBody signed(String signature) {
    return SignatureAnswerBody.signed(ID, signature, Optional.empty());
  }

  private static String sign(ParticipantId company, String exportId, String manifest) {
    return statement(company, exportId, manifest).sign(KEYS.get(company));
  }

  private static ExportStatement statement(
      ParticipantId company, String exportId, String manifest) {
    return new ExportStatement(
        company,
        NOW,
        exportId,
        "EU_BATTERY_ART7",
        manifest,
        Optional.empty(),
        WARNINGS,
        Optional.of(TOLD));
  }

  private static Awaited export(String exportId, String manifest) {
    return new Awaited(
        exportId,
        "EU_BATTERY_ART7",
        manifest,
        Optional.empty(),
        WARNINGS,
        Optional.of(TOLD),
        Optional.empty(),
        Optional.empty());
  }

  private static Standing standing(ParticipantId who, SigningKey key) {
    return new Standing(
        who,
        Standing.Status.ACTIVE,
        List.of(KeyRecord.signing(key.verificationKey(), NOW.minus(Duration.ofDays(30)))),
        NOW);
  }

  private static ParticipantId participant(String letter) {
    return ParticipantId.of("registry.cfptrace.example", letter.repeat(16));
  }
}
