package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.ReceiptBody;
import org.cfptrace.exchange.anchor.PublicLog;
import org.cfptrace.exchange.anchor.PublicLog.StatusBit;
import org.cfptrace.exchange.anchor.ReceivedProofs;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Alarm;
import org.cfptrace.exchange.partner.AlarmKind;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.trade.RequestId;
import org.junit.jupiter.api.Test;

/** What is declared comes into the public log in the background, and its proof to the customer. */
class LogTest {
  private final World world = new World();
  private final Firm mill = world.firm("Seto Steel");
  private final Firm parts = world.firm("Naka Parts");
  private final TraceId steel = mill.makes("coil", DeclaredUnit.KILOGRAM);
  private final TraceId bracket = parts.makes("bracket", DeclaredUnit.PIECE);

  LogTest() {
    mill.becomePartnerOf(parts);
    parts.buys(bracket, "coil", "1", DeclaredUnit.KILOGRAM);
    parts.emits(bracket, "5");
  }

  private void millDeclares() {
    mill.emits(steel, "3");
    RequestId asked = parts.asks(mill, bracket, "coil");
    world.settle();
    mill.links(asked, steel);
    mill.releases(parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    settle();
  }

  @Test
  void theProofIsKeptBesideTheDeclaration() {
    millDeclares();

    DeclarationId copy = copyOfTheSteel();
    ReceivedProofs.Kept proof = proofOf(copy).orElseThrow();
    assertThat(proof.isLate()).isFalse();
    assertThat(proof.proof().declarationId()).isEqualTo(copy);
    assertThat(mill.company().exchange().logBook().orElseThrow().entries().unproven()).isZero();
    // The statement behind the copy is in the log as well, and so is nothing else.
    assertThat(world.space().log().size()).isEqualTo(2);
  }

  @Test
  void aLogThatIsAwayOnlyDelays() {
    world.space().isLogAway(true);
    millDeclares();
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("8"));
    assertThat(proofOf(copyOfTheSteel())).isEmpty();

    world.clock().advance(Duration.ofHours(30));
    world.space().isLogAway(false);
    settle();

    assertThat(proofOf(copyOfTheSteel()).orElseThrow().isLate()).isTrue();
  }

  @Test
  void theLogIsToldWhatDoesNotStandAnyMore() {
    millDeclares();
    DeclarationId first = copyOfTheSteel();
    mill.emits(steel, "4");
    settle();
    DeclarationId second = copyOfTheSteel();
    mill.recalls(second, "wrong meter");
    settle();

    assertThat(world.space().log().toldOf(first)).containsExactly(StatusBit.SUPERSEDED);
    assertThat(world.space().log().toldOf(second)).containsExactly(StatusBit.RECALLED);
  }

  @Test
  void twoCompaniesThatAreShownTwoHistoriesFindOut() {
    world.space().forkFor(parts.id());

    millDeclares();

    assertThat(alarms(parts))
        .extracting(Alarm::kind, Alarm::participant)
        .containsExactly(tuple(AlarmKind.FORKED_LOG, mill.id()));
    assertThat(alarms(mill))
        .extracting(Alarm::kind, Alarm::participant)
        .containsExactly(tuple(AlarmKind.FORKED_LOG, parts.id()));
    assertThat(proofOf(copyOfTheSteel())).isEmpty();
    // The figure itself came with the mill's signature and counts as before.
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("8"));
  }

  @Test
  void aProofIsRefusedOnceItsTreeTurnsOutToBeAnother() {
    world.space().forkFor(parts.id());
    // As long as parts cannot ask its log, it cannot tell.
    parts.isLogLoopOff(true);
    millDeclares();
    DeclarationId copy = copyOfTheSteel();
    assertThat(proofOf(copy)).isPresent();
    assertThat(alarms(mill)).isEmpty();

    parts.isLogLoopOff(false);
    settle();

    assertThat(proofOf(copy)).isEmpty();
    assertThat(alarms(parts)).extracting(Alarm::kind).containsExactly(AlarmKind.FORKED_LOG);
    assertThat(alarms(mill)).extracting(Alarm::kind).containsExactly(AlarmKind.FORKED_LOG);
  }

  @Test
  void aLogThatStandsStillForOneCompanyRings() {
    world.space().freezeFor(parts.id());
    millDeclares();
    assertThat(alarms(parts)).isEmpty();

    world.clock().advance(Duration.ofMinutes(61));
    settle();

    assertThat(alarms(parts))
        .extracting(Alarm::kind, Alarm::participant)
        .containsExactly(tuple(AlarmKind.LOG_STANDS_STILL, mill.id()));
  }

  @Test
  void aLogThatHasShrunkRingsAfterAnHour() {
    PublicLog empty = world.space().frozen();
    millDeclares();
    world.space().showTo(mill.id(), empty);
    mill.emits(steel, "4");
    settle();
    assertThat(alarms(mill)).isEmpty();

    world.clock().advance(Duration.ofMinutes(61));
    settle();

    assertThat(alarms(mill))
        .extracting(Alarm::kind, Alarm::participant)
        .containsExactly(tuple(AlarmKind.LOG_STANDS_STILL, mill.id()));
  }

  @Test
  void whatTheTopicSaysIsComparedWithWhatTheLogShows() {
    millDeclares();
    mill.hears(world.space().logFor(parts.id()).checkpoint());
    settle();
    assertThat(alarms(mill)).isEmpty();

    mill.hears(world.space().log().forked(1).checkpoint());
    settle();

    assertThat(alarms(mill))
        .extracting(Alarm::kind, Alarm::participant)
        .containsExactly(tuple(AlarmKind.FORKED_LOG, mill.id()));
  }

  @Test
  void whatTheLogDoesNotTakeRings() {
    millDeclares();
    DeclarationId copy = copyOfTheSteel();
    world.space().log().refusesStatus();

    mill.recalls(copy, "wrong meter");
    settle();

    assertThat(alarms(mill))
        .extracting(Alarm::kind, Alarm::key)
        .containsExactly(tuple(AlarmKind.REFUSED_BY_LOG, copy.value()));
  }

  @Test
  void onlyTheRefusalOfAProofSpeaksOfTheLog() {
    millDeclares();
    String declared =
        "select message_id from outbox where type = 'Declaration' and recipient = ? limit 1";
    UUID message =
        mill.database()
            .sql()
            .first(declared, row -> row.uuid("message_id"), parts.id().toString())
            .orElseThrow();
    mill.database().sql().update("update outbox set state = 'SENT' where message_id = ?", message);

    parts
        .database()
        .doInNew(
            () ->
                parts
                    .company()
                    .exchange()
                    .post()
                    .post(
                        mill.id(),
                        Way.INBOX,
                        parts.company().exchange().threads().about(mill.id(), Optional.empty()),
                        MessageType.RECEIPT,
                        ReceiptBody.refused("urn:uuid:" + message, "FORK").toJson()));
    settle();

    assertThat(alarms(mill)).isEmpty();
  }

  @Test
  void whatComesOverTheDoorIsNotLookedAt() {
    millDeclares();
    LoggedEntry proof =
        mill.company()
            .exchange()
            .logBook()
            .orElseThrow()
            .entries()
            .proofOf(copyOfTheSteel())
            .orElseThrow();
    parts.database().sql().update("delete from log_checkpoint");

    mill.database()
        .doInNew(
            () ->
                mill.company()
                    .exchange()
                    .post()
                    .post(
                        parts.id(),
                        Way.DOOR,
                        mill.company().exchange().threads().about(parts.id(), Optional.empty()),
                        MessageType.INCLUSION_PROOF,
                        proof.toJson()));
    settle();

    assertThat(parts.database().sql().number("select count(*) from log_checkpoint")).isZero();
    assertThat(
            parts
                .database()
                .sql()
                .number("select count(*) from quarantine where reason = 'WRONG_WAY'"))
        .isEqualTo(1);
  }

  private void settle() {
    for (int second = 0; second < 4; second++) {
      world.settle();
      world.clock().advance(Duration.ofSeconds(61));
    }
    world.settle();
  }

  private DeclarationId copyOfTheSteel() {
    return parts.company().received().of(mill.id(), steel).get(0).id();
  }

  private Optional<ReceivedProofs.Kept> proofOf(DeclarationId id) {
    return parts.company().exchange().logBook().orElseThrow().proofs().of(id);
  }

  private static List<Alarm> alarms(Firm firm) {
    return firm.company()
        .exchange()
        .alarms()
        .newestFirst(new PageRequest(10, Optional.empty()))
        .items();
  }
}
