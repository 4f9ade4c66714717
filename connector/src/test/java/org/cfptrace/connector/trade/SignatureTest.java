package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.sign.SignatureRequest;
import org.cfptrace.connector.sign.SignatureRequest.State;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.SignatureAnswerBody;
import org.cfptrace.envelope.SignatureRequestBody;
import org.cfptrace.envelope.SignatureRequestId;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.export.ExportStatement;
import org.cfptrace.log.EntryProof;
import org.cfptrace.log.LogEntry;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.verify.Reason;
import org.junit.jupiter.api.Test;

/** An aggregator has made files in a company's name; the company signs them, or does not. */
class SignatureTest {
  private static final String OFFICER = "officer";

  private final World world = new World();
  private final Firm cars = world.firm("Hama Cars");
  private final Firm dealer = world.firm("Ueno Motors");
  private final Collector collector =
      new Collector(world.space(), world.broker(), world.clock(), "zzzzzzzzzzzzzzzz");

  SignatureTest() {
    collector.becomePartnerOf(cars);
  }

  @Test
  void aRequestWaitsForAPersonAndSignsNothing() {
    SignatureRequestBody body = ask("exp-1");

    SignatureRequest waiting = find(body);
    assertThat(waiting.body()).isEqualTo(body);
    assertThat(waiting.asker()).isEqualTo(collector.id());
    assertThat(waiting.state()).isEqualTo(State.WAITING);
    assertThat(cars.told()).contains(NotificationType.SIGNATURE_REQUESTED);
    assertThat(collector.signatureAnswers()).isEmpty();
    assertThat(exportsInTheLog()).isEmpty();
  }

  @Test
  void whatIsSignedIsAnsweredWithAStatementOfJustThisExport() {
    SignatureRequestBody body = ask("exp-1");
    Instant now = world.clock().instant();

    SignatureRequest signed = sign(body);
    pass();

    String signature = signed.signature().orElseThrow();
    assertThat(signed.state()).isEqualTo(State.SIGNED);
    assertThat(signed.decided().orElseThrow().by()).isEqualTo(OFFICER);
    assertThat(collector.signatureAnswers())
        .containsExactly(SignatureAnswerBody.signed(body.requestId(), signature, Optional.empty()));
    assertThat(collector.reads(signature).asOptional())
        .contains(
            new ExportStatement(
                cars.id(),
                Instant.ofEpochSecond(now.getEpochSecond()),
                "exp-1",
                body.target(),
                ToSign.MANIFEST,
                Optional.of("exp-0"),
                2,
                Optional.of("上流 1 件が未着です。")));
  }

  @Test
  void theStatementGoesIntoTheLogAndItsProofFollows() {
    SignatureRequestBody body = ask("exp-1");

    String signature = sign(body).signature().orElseThrow();
    settle();

    assertThat(exportsInTheLog()).containsExactly(LogEntry.ofExport(signature));
    List<SignatureAnswerBody> answers = collector.signatureAnswers();
    assertThat(answers).hasSize(2);
    EntryProof proof = answers.get(1).proof().orElseThrow();
    assertThat(answers.get(1))
        .isEqualTo(SignatureAnswerBody.signed(body.requestId(), signature, Optional.of(proof)));
    assertThat(collector.loggedSince(signature, proof, cars.id()).asOptional()).isPresent();
    assertThat(
            cars.company().signing().proofOf(LogEntry.ofExport(signature)).map(EntryProof::proof))
        .contains(proof.proof());
  }

  @Test
  void aProofOfOneStatementIsNoneOfAnother() {
    String first = sign(ask("exp-1")).signature().orElseThrow();
    String second = sign(ask("exp-2")).signature().orElseThrow();
    settle();

    EntryProof proof = cars.company().signing().proofOf(LogEntry.ofExport(first)).orElseThrow();
    assertThat(collector.loggedSince(first, proof, cars.id()).asOptional()).isPresent();
    assertThat(collector.loggedSince(second, proof, cars.id()).whyNot())
        .contains(Reason.BAD_INCLUSION_PROOF);
  }

  @Test
  void aLogThatIsAwayOnlyDelaysTheProof() {
    world.space().isLogAway(true);
    SignatureRequestBody body = ask("exp-1");
    sign(body);
    settle();
    assertThat(collector.signatureAnswers()).hasSize(1);

    world.clock().advance(Duration.ofHours(1));
    world.space().isLogAway(false);
    settle();

    assertThat(collector.signatureAnswers()).hasSize(2);
    assertThat(collector.signatureAnswers().get(1).proof()).isPresent();
  }

  @Test
  void onlyTheManifestThatWasAskedForIsSigned() {
    SignatureRequestBody body = ask("exp-1");

    assertRefused(() -> sign(body, ToSign.OTHER_MANIFEST), ProblemCode.INVALID_FIELDS);
    settle();

    assertThat(find(body).state()).isEqualTo(State.WAITING);
    assertThat(collector.signatureAnswers()).isEmpty();
    assertThat(exportsInTheLog()).isEmpty();
  }

  @Test
  void whatIsRefusedIsAnsweredWithItsReason() {
    SignatureRequestBody body = ask("exp-1");

    SignatureRequest refused = refuse(body, "期間が違います");
    settle();

    assertThat(refused.state()).isEqualTo(State.REFUSED);
    assertThat(collector.signatureAnswers())
        .containsExactly(SignatureAnswerBody.refused(body.requestId(), "期間が違います"));
    assertThat(exportsInTheLog()).isEmpty();
  }

  @Test
  void aSignatureIsDecidedOnce() {
    SignatureRequestBody signed = ask("exp-1");
    SignatureRequestBody refused = ask("exp-2");
    sign(signed);
    refuse(refused, "no");

    assertRefused(() -> refuse(signed, "no"), ProblemCode.ILLEGAL_MOVE);
    assertRefused(() -> sign(signed), ProblemCode.ILLEGAL_MOVE);
    assertRefused(() -> sign(refused), ProblemCode.ILLEGAL_MOVE);
    assertThat(find(signed).state()).isEqualTo(State.SIGNED);
    assertThat(find(refused).state()).isEqualTo(State.REFUSED);
  }

  @Test
  void theSameRequestAgainGetsTheSameAnswer() {
    SignatureRequestBody body = ask("exp-1");
    String signature = sign(body).signature().orElseThrow();
    settle();
    askAgain(body);

    List<SignatureAnswerBody> answers = collector.signatureAnswers();
    assertThat(answers).hasSize(3);
    assertThat(answers.get(2)).isEqualTo(answers.get(1));
    assertThat(answers.get(2).signature()).contains(signature);
    assertThat(all()).extracting(SignatureRequest::id).containsExactly(body.requestId());
    assertThat(exportsInTheLog()).hasSize(1);
  }

  @Test
  void aRefusalByMistakeIsMendedByANewRequest() {
    SignatureRequestBody refused = ask("exp-1");
    refuse(refused, "wrong button");
    pass();

    SignatureRequestBody anew = ask("exp-1");

    assertThat(find(anew).state()).isEqualTo(State.WAITING);
    assertThat(collector.signatureAnswers()).hasSize(1);
    assertThat(cars.told()).filteredOn(NotificationType.SIGNATURE_REQUESTED::equals).hasSize(2);
    String signature = sign(anew).signature().orElseThrow();
    pass();
    assertThat(collector.signatureAnswers())
        .containsExactly(
            SignatureAnswerBody.refused(refused.requestId(), "wrong button"),
            SignatureAnswerBody.signed(anew.requestId(), signature, Optional.empty()));
    assertThat(find(refused).decided().orElseThrow().reason())
        .as("the history is kept")
        .contains("wrong button");
    assertThat(find(anew).signedBefore()).isEmpty();
  }

  @Test
  void theSameRequestAfterARefusalIsRefusedAgain() {
    SignatureRequestBody refused = ask("exp-1");
    refuse(refused, "wrong year");
    askAgain(refused);

    assertThat(find(refused).state()).isEqualTo(State.REFUSED);
    assertThat(collector.signatureAnswers())
        .containsExactly(
            SignatureAnswerBody.refused(refused.requestId(), "wrong year"),
            SignatureAnswerBody.refused(refused.requestId(), "wrong year"));
  }

  @Test
  void aPersonDecidesAnewOnWhatWasSignedUnderAnotherRequest() {
    SignatureRequestBody first = ask("exp-1");
    Instant at = sign(first).decided().orElseThrow().at();
    pass();
    world.clock().advance(Duration.ofDays(1));

    SignatureRequestBody anew = ask("exp-1");

    assertThat(find(anew).state()).isEqualTo(State.WAITING);
    assertThat(find(anew).signedBefore()).contains(at);
    assertThat(find(first).signedBefore()).isEmpty();
    assertThat(collector.signatureAnswers())
        .extracting(SignatureAnswerBody::requestId)
        .containsExactly(first.requestId());

    refuse(anew, "revoked for good");
    pass();
    assertThat(collector.signatureAnswers().get(1))
        .isEqualTo(SignatureAnswerBody.refused(anew.requestId(), "revoked for good"));
    assertThat(find(first).state()).isEqualTo(State.SIGNED);
  }

  @Test
  void twoSignaturesOfOneExportAreTwoEntriesOfTheLog() {
    SignatureRequestBody first = ask("exp-1");
    String one = sign(first).signature().orElseThrow();
    SignatureRequestBody anew = ask("exp-1");
    String other = sign(anew).signature().orElseThrow();
    settle();

    assertThat(exportsInTheLog())
        .containsExactlyInAnyOrder(LogEntry.ofExport(one), LogEntry.ofExport(other));
    assertThat(collector.signatureAnswers())
        .filteredOn(answer -> answer.proof().isPresent())
        .extracting(SignatureAnswerBody::requestId)
        .containsExactlyInAnyOrder(first.requestId(), anew.requestId());
  }

  @Test
  void whoAsksUnderANewIdHasGivenTheWaitingOneUp() {
    SignatureRequestBody first = ask("exp-1");
    SignatureRequestBody anew = ask("exp-1");

    assertThat(find(first).state()).isEqualTo(State.WITHDRAWN);
    assertThat(find(anew).state()).isEqualTo(State.WAITING);
    assertRefused(() -> sign(first), ProblemCode.ILLEGAL_MOVE);
    refuse(anew, "no");
    settle();

    assertThat(collector.signatureAnswers())
        .containsExactly(SignatureAnswerBody.refused(anew.requestId(), "no"));
  }

  @Test
  void whatIsTakenBackCannotBeSignedAnyMore() {
    SignatureRequestBody body = ask("exp-1");
    Instant at = world.clock().instant();

    takeBack(body);

    assertThat(find(body).state()).isEqualTo(State.WITHDRAWN);
    assertThat(find(body).withdrawnAt()).contains(at);
    assertRefused(() -> sign(body), ProblemCode.ILLEGAL_MOVE);
    assertRefused(() -> refuse(body, "no"), ProblemCode.ILLEGAL_MOVE);
    assertThat(listed(Optional.of(State.WITHDRAWN))).containsExactly(body.requestId());
    askAgain(body);
    settle();
    assertThat(find(body).state()).as("asked after it was taken back").isEqualTo(State.WITHDRAWN);
    assertThat(collector.signatureAnswers()).isEmpty();
    assertThat(exportsInTheLog()).isEmpty();
    assertThat(quarantined()).isEmpty();
  }

  @Test
  void whatIsSignedStaysSignedAndIsMarkedWhenItIsTakenBack() {
    SignatureRequestBody body = ask("exp-1");
    String signature = sign(body).signature().orElseThrow();
    Instant at = world.clock().instant();

    takeBack(body);
    world.clock().advance(Duration.ofDays(1));
    takeBack(body);

    assertThat(find(body).state()).isEqualTo(State.SIGNED);
    assertThat(find(body).signature()).contains(signature);
    assertThat(find(body).withdrawnAt()).as("the first time counts").contains(at);
    assertThat(listed(Optional.of(State.WITHDRAWN))).isEmpty();

    askAgain(body);
    assertThat(find(body).withdrawnAt()).as("the export stands again").isEmpty();
    assertThat(find(body).state()).isEqualTo(State.SIGNED);
  }

  @Test
  void whatIsTakenBackMayBeAskedForUnderANewRequest() {
    SignatureRequestBody body = ask("exp-1");
    takeBack(body);

    SignatureRequestBody anew = ask("exp-1");

    assertThat(sign(anew).state()).isEqualTo(State.SIGNED);
    assertThat(find(body).state()).isEqualTo(State.WITHDRAWN);
  }

  @Test
  void onlyItsAskerTakesARequestBackAndOnlyOneThatIsThere() {
    Collector other =
        new Collector(world.space(), world.broker(), world.clock(), "zzzzzzzzzzzzzzzy");
    other.becomePartnerOf(cars);
    SignatureRequestBody body = ask("exp-1");

    other.asksToSign(cars.id(), body.takenBack());
    other.relay();
    collector.asksToSign(cars.id(), ToSign.export("exp-9").takenBack());
    settle();

    assertThat(quarantined()).containsExactly("REQUEST_EXISTS", "UNKNOWN_REQUEST");
    assertThat(listed(Optional.of(State.WAITING))).containsExactly(body.requestId());
    assertThat(all()).hasSize(1);
  }

  @Test
  void otherWarningsThanWereToldUnderTheSameRequestAreRefused() {
    SignatureRequestBody body = ask("exp-1");

    askAgain(
        new SignatureRequestBody(
            body.requestId(),
            body.exportId(),
            body.target(),
            body.title(),
            body.manifestSha256(),
            body.products(),
            body.supersedes(),
            0,
            Optional.empty(),
            false));

    assertThat(quarantined()).containsExactly("EXPORT_DIFFERS");
    assertThat(find(body).body()).isEqualTo(body);
  }

  @Test
  void otherFilesUnderTheSameExportAreRefused() {
    SignatureRequestBody body = ask("exp-1");
    sign(body);

    collector.asksToSign(
        cars.id(), ToSign.export(SignatureRequestId.random(), "exp-1", ToSign.OTHER_MANIFEST));
    settle();

    assertThat(quarantined()).containsExactly("EXPORT_DIFFERS");
    assertThat(all()).hasSize(1);
    assertThat(collector.signatureAnswers()).hasSize(2);
  }

  @Test
  void anIdIsUsedForOneExport() {
    SignatureRequestBody body = ask("exp-1");

    collector.asksToSign(cars.id(), ToSign.export(body.requestId(), "exp-2", ToSign.MANIFEST));
    settle();

    assertThat(quarantined()).containsExactly("REQUEST_EXISTS");
    assertThat(all()).extracting(each -> each.body().exportId()).containsExactly("exp-1");
  }

  @Test
  void twoAggregatorsMayNameTheirExportsAlike() {
    Collector other =
        new Collector(world.space(), world.broker(), world.clock(), "zzzzzzzzzzzzzzzy");
    other.becomePartnerOf(cars);
    ask("exp-1");

    other.asksToSign(
        cars.id(), ToSign.export(SignatureRequestId.random(), "exp-1", ToSign.OTHER_MANIFEST));
    other.relay();
    settle();

    assertThat(quarantined()).isEmpty();
    assertThat(all())
        .extracting(SignatureRequest::asker)
        .containsExactly(other.id(), collector.id());
  }

  @Test
  void whoIsNoAggregatorInTheDirectoryAsksForNothing() {
    dealer.becomePartnerOf(cars);
    SignatureRequestBody body = ToSign.export("exp-1");

    dealer.says(cars, Way.INBOX, MessageType.SIGNATURE_REQUEST, body.toJson());
    settle();

    assertThat(all()).isEmpty();
    assertThat(quarantined()).containsExactly("NOT_AN_AGGREGATOR");
  }

  @Test
  void aBodyThatIsNoRequestIsLaidAside() {
    dealer.becomePartnerOf(cars);

    dealer.says(
        cars,
        Way.INBOX,
        MessageType.SIGNATURE_REQUEST,
        ToSign.export("exp-1").toJson().put("products", 0));
    settle();

    assertThat(quarantined()).containsExactly("MALFORMED_BODY");
  }

  @Test
  void theyAreListedByState() {
    SignatureRequestBody first = ask("exp-1");
    SignatureRequestBody second = ask("exp-2");
    SignatureRequestBody third = ask("exp-3");
    sign(first);
    refuse(second, "no");

    assertThat(listed(Optional.of(State.WAITING))).containsExactly(third.requestId());
    assertThat(listed(Optional.of(State.SIGNED))).containsExactly(first.requestId());
    assertThat(listed(Optional.of(State.REFUSED))).containsExactly(second.requestId());
    assertThat(listed(Optional.empty()))
        .containsExactly(third.requestId(), second.requestId(), first.requestId());
  }

  private SignatureRequestBody ask(String exportId) {
    SignatureRequestBody body = ToSign.export(exportId);
    collector.asksToSign(cars.id(), body);
    pass();
    return body;
  }

  private void askAgain(SignatureRequestBody body) {
    collector.asksToSign(cars.id(), body);
    pass();
  }

  private void takeBack(SignatureRequestBody body) {
    askAgain(body.takenBack());
  }

  private SignatureRequest sign(SignatureRequestBody body) {
    return sign(body, ToSign.MANIFEST);
  }

  private SignatureRequest sign(SignatureRequestBody body, String manifest) {
    return cars.database()
        .inNew(
            () -> cars.company().signing().signExport().sign(body.requestId(), manifest, OFFICER));
  }

  private SignatureRequest refuse(SignatureRequestBody body, String reason) {
    return cars.database()
        .inNew(
            () -> cars.company().signing().signExport().refuse(body.requestId(), reason, OFFICER));
  }

  private SignatureRequest find(SignatureRequestBody body) {
    return cars.company().signing().requests().find(body.requestId()).orElseThrow();
  }

  private List<SignatureRequest> all() {
    return requests(Optional.empty());
  }

  private List<SignatureRequestId> listed(Optional<State> state) {
    return requests(state).stream().map(SignatureRequest::id).toList();
  }

  private List<SignatureRequest> requests(Optional<State> state) {
    return cars.company()
        .signing()
        .requests()
        .newestFirst(new PageRequest(10, Optional.empty()), state)
        .items();
  }

  private List<LogEntry> exportsInTheLog() {
    return world.space().log().entries(LogEntry.Kind.EXPORT);
  }

  private List<String> quarantined() {
    return cars.database()
        .sql()
        .list("select reason from quarantine order by 1", row -> row.text("reason"));
  }

  /** Messages only; nothing is brought to the log. */
  private void pass() {
    int moved = 1;
    while (moved > 0) {
      moved = collector.relay() + cars.take().size() + cars.relay() + collector.take().size();
    }
  }

  private void settle() {
    for (int second = 0; second < 4; second++) {
      int moved = 1;
      while (moved > 0) {
        world.settle();
        moved = collector.take().size() + collector.relay();
      }
      world.clock().advance(Duration.ofSeconds(61));
    }
  }

  private static void assertRefused(ThrowingCallable work, ProblemCode code) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
