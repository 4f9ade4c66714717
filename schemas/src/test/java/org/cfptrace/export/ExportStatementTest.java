package org.cfptrace.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cfptrace.envelope.SignatureAnswerBody;
import org.cfptrace.envelope.SignatureRequestBody;
import org.cfptrace.envelope.SignatureRequestId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Jws;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.log.EntryProof;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.SignedCheckpoint;
import org.cfptrace.log.TestLog;
import org.cfptrace.log.Tiles;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.AnchorReader;
import org.cfptrace.verify.KeyDirectory;
import org.cfptrace.verify.KeyRecord;
import org.cfptrace.verify.Reading;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.SignedTokens;
import org.cfptrace.verify.Standing;
import org.junit.jupiter.api.Test;

/** What a company signs of its files comes back as it was signed, or with the reason why not. */
class ExportStatementTest {
  private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
  private static final ParticipantId CARS =
      ParticipantId.of("registry.cfptrace.example", "bbbbbbbbbbbbbbbb");
  private static final String TOLD = "上流 1 件が未着です。";
  private static final SigningKey KEY = SigningKey.generate();
  private static final KeyDirectory DIRECTORY =
      who ->
          Optional.of(
              new Standing(
                  who,
                  Standing.Status.ACTIVE,
                  List.of(KeyRecord.signing(KEY.verificationKey(), NOW.minus(Duration.ofDays(30)))),
                  NOW));

  private final SignedTokens tokens = SignedTokens.of(DIRECTORY, Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void itIsReadAsItWasSigned() {
    ExportStatement first = statement(NOW, Optional.empty());
    ExportStatement correction = statement(NOW, Optional.of("exp-1"));

    assertThat(ExportStatement.read(first.sign(KEY), tokens).asOptional()).contains(first);
    assertThat(ExportStatement.read(correction.sign(KEY), tokens).asOptional())
        .contains(correction);
  }

  @Test
  void whatTheCompanyWasToldIsPartOfWhatItSigned() {
    ObjectNode signed = statement(NOW, Optional.empty()).toJson();

    assertThat(signed.get("warnings").intValue()).isEqualTo(2);
    assertThat(signed.get("overridden").textValue()).isEqualTo(TOLD);
    signed.remove("warnings");
    assertThat(ExportStatement.read(signed(ExportStatement.TYPE, signed), tokens).whyNot())
        .as("a statement that is silent on it")
        .contains(Reason.MALFORMED_PAYLOAD);
  }

  @Test
  void theLongestReasonOfAnOverrideFitsIntoWhatIsSignedAndAnswered() {
    String name = "\u0001".repeat(SignatureRequestBody.LONGEST_NAME);
    ExportStatement longest =
        new ExportStatement(
            CARS,
            NOW,
            name,
            "T".repeat(64),
            "B".repeat(42) + "A",
            Optional.of(name),
            Integer.MAX_VALUE,
            Optional.of("\u0001".repeat(SignatureRequestBody.LONGEST_REASON)));
    String token = longest.sign(KEY);

    assertThat(ExportStatement.read(token, tokens).asOptional()).contains(longest);
    assertThat(
            SignatureAnswerBody.signed(SignatureRequestId.random(), token, Optional.empty())
                .signature())
        .contains(token);
  }

  @Test
  void aStrangerReadsItByTheHistoryOfKeys() {
    ExportStatement statement = statement(NOW, Optional.empty());

    assertThat(
            ExportStatement.read(statement.sign(KEY), SignedTokens.ofHistory(DIRECTORY))
                .asOptional())
        .contains(statement);
  }

  @Test
  void anotherKeyIsRefused() {
    String foreign = statement(NOW, Optional.empty()).sign(SigningKey.generate());

    assertThat(ExportStatement.read(foreign, tokens).whyNot()).contains(Reason.UNKNOWN_KEY);
  }

  @Test
  void aChangedDigestIsRefused() {
    String signed = statement(NOW, Optional.empty()).sign(KEY);
    String other = statement(NOW, Optional.of("exp-1")).sign(KEY);
    String mixed =
        other.substring(0, other.lastIndexOf('.')) + signed.substring(signed.lastIndexOf('.'));

    assertThat(ExportStatement.read(mixed, tokens).whyNot()).contains(Reason.BAD_SIGNATURE);
  }

  @Test
  void theKeyIsJudgedAtTheTimeOfIssue() {
    String early = statement(NOW.minus(Duration.ofDays(31)), Optional.empty()).sign(KEY);

    assertThat(ExportStatement.read(early, tokens).whyNot()).contains(Reason.KEY_NOT_VALID_THEN);
  }

  @Test
  void whatIsNotOfItsFormIsRefusedWhoeverSignedIt() {
    ObjectNode more = statement(NOW, Optional.empty()).toJson().put("more", true);
    ObjectNode target = statement(NOW, Optional.empty()).toJson().put("target", "eu battery");

    assertThat(ExportStatement.read(signed(ExportStatement.TYPE, more), tokens).whyNot())
        .contains(Reason.MALFORMED_PAYLOAD);
    assertThat(ExportStatement.read(signed(ExportStatement.TYPE, target), tokens).whyNot())
        .contains(Reason.MALFORMED_PAYLOAD);
    assertThat(
            ExportStatement.read(
                    signed("cfp-mandate-v1+jwt", statement(NOW, Optional.empty()).toJson()), tokens)
                .whyNot())
        .contains(Reason.MALFORMED_HEADER);
  }

  @Test
  void itsProofSaysSinceWhenItWasInTheLog() {
    String token = statement(NOW, Optional.empty()).sign(KEY);

    Reading<SignedCheckpoint> read = anchored(token, token, NOW.plusSeconds(60));

    assertThat(read.asOptional().flatMap(SignedCheckpoint::time)).contains(NOW.plusSeconds(61));
  }

  @Test
  void aProofOfAnotherStatementIsRefused() {
    String token = statement(NOW, Optional.empty()).sign(KEY);
    String other = statement(NOW, Optional.of("exp-1")).sign(KEY);

    assertThat(anchored(token, other, NOW.plusSeconds(60)).whyNot())
        .contains(Reason.BAD_INCLUSION_PROOF);
  }

  @Test
  void anEntryOfAnotherKindIsNoProof() {
    String token = statement(NOW, Optional.empty()).sign(KEY);
    LogEntry asStatusList = LogEntry.ofStatusList(token);

    assertThat(anchored(token, asStatusList, NOW.plusSeconds(60)).whyNot())
        .contains(Reason.BAD_INCLUSION_PROOF);
    assertThat(LogEntry.ofExport(token).bytes()[0]).isEqualTo((byte) 4);
  }

  @Test
  void whatWasInTheLogBeforeItWasIssuedIsRefused() {
    String token = statement(NOW, Optional.empty()).sign(KEY);

    assertThat(anchored(token, token, NOW.minusSeconds(122)).whyNot())
        .contains(Reason.ISSUED_AFTER_INCLUSION);
  }

  private static Reading<SignedCheckpoint> anchored(String token, String logged, Instant at) {
    return anchored(token, LogEntry.ofExport(logged), at);
  }

  private static Reading<SignedCheckpoint> anchored(String token, LogEntry logged, Instant at) {
    TestLog log = TestLog.ofSize(5);
    log.append(logged);
    var checkpoint = log.checkpoint();
    EntryProof proof =
        new EntryProof(
            new Tiles(log.tiles(), 6).inclusion(5),
            TestLog.note(checkpoint, at, TestLog.FIRST, TestLog.SECOND));
    return new AnchorReader(TestLog.trust(), DIRECTORY)
        .read(token, ExportStatement.TYPE, LogEntry.ofExport(token), proof);
  }

  private static String signed(String type, ObjectNode json) {
    return Jws.sign(KEY, type, StrictJson.write(json));
  }

  private static ExportStatement statement(Instant issuedAt, Optional<String> supersedes) {
    return new ExportStatement(
        CARS,
        issuedAt,
        "exp-2",
        "EU_BATTERY_ART7",
        "B".repeat(42) + "A",
        supersedes,
        2,
        Optional.of(TOLD));
  }
}
