package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.connector.present.Presentation;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;
import org.junit.jupiter.api.Test;

/** The proof that what was handed on is in the public log goes where it was handed on. */
class PresentedProofTest {
  private static final String HANDED_ON = MessageType.PRESENTATION.jsonName();
  private static final String PROVED = MessageType.INCLUSION_PROOF.jsonName();

  private final Dying dying = new Dying();
  private final HandingOn on = new HandingOn(dying);

  /** Notes where a process comes by, and dies once where it was told to. */
  private static final class Dying implements CrashPoints {
    private final Set<CrashPoint> reached = EnumSet.noneOf(CrashPoint.class);
    private final Set<CrashPoint> deadly = EnumSet.noneOf(CrashPoint.class);

    @Override
    public void reach(CrashPoint point) {
      reached.add(point);
      if (deadly.remove(point)) {
        throw new Firm.Death();
      }
    }
  }

  @Test
  void whatIsProvedAlreadyIsHandedOnWithItsProofBehindIt() {
    DeclarationId given = on.answered(ReleaseSwitch.TOTAL);
    on.settleOverTime();
    LoggedEntry held = held(given);

    on.present(given);
    on.settle();

    assertThat(sentToTheCollector()).containsExactly(HANDED_ON, PROVED);
    assertThat(on.collector.proofOf(given).orElseThrow().proof()).isEqualTo(held);
    assertThat(on.collector.refusals()).isEmpty();
  }

  @Test
  void aProofThatComesLaterFollows() {
    DeclarationId given = presentedBeforeItsProof();
    assertThat(on.collector.heard()).hasSize(1);
    assertThat(on.collector.proofOf(given)).isEmpty();

    theLogComesBack();

    assertThat(sentToTheCollector()).containsExactly(HANDED_ON, PROVED);
    assertThat(on.collector.proofOf(given).orElseThrow().proof()).isEqualTo(held(given));
  }

  @Test
  void itIsPassedOnOnceWhateverIsSaidLater() {
    DeclarationId given = presentedBeforeItsProof();
    theLogComesBack();

    on.mill.releases(
        on.parts, on.steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL, ReleaseSwitch.QUALITY);
    on.settleOverTime();
    on.present(given);
    on.end(given);
    on.present(given);
    catchUp();
    on.settleOverTime();

    assertThat(sentToTheCollector())
        .containsExactly(HANDED_ON, PROVED, HANDED_ON, HANDED_ON, HANDED_ON);
    assertThat(presentation(given).proofMessageId()).isPresent();
  }

  @Test
  void ofWhatStandsNoMoreNothingIsProved() {
    DeclarationId given = presentedBeforeItsProof();
    on.mill.recalls(given, "wrong meter");
    on.settle();

    theLogComesBack();

    assertThat(held(given).declarationId()).isEqualTo(given);
    assertThat(sentToTheCollector()).containsExactly(HANDED_ON, HANDED_ON);
    assertThat(on.collector.proofOf(given)).isEmpty();
  }

  @Test
  void aCorrectionIsProvedAsWhatItCorrects() {
    DeclarationId first = presentedBeforeItsProof();
    theLogComesBack();

    on.mill.emits(on.steel, "3.5");
    on.settleOverTime();

    DeclarationId second = on.collector.heard().get(1).id();
    assertThat(second).isNotEqualTo(first);
    assertThat(on.collector.proofOf(second).orElseThrow().proof()).isEqualTo(held(second));
  }

  @Test
  void theProofOfWhatWasNotHandedOnIsRefused() {
    DeclarationId given = on.answered(ReleaseSwitch.TOTAL);
    on.settleOverTime();

    proves(on.parts, held(given));
    on.settle();

    assertThat(on.collector.refusals()).containsExactly("UNKNOWN_DECLARATION");
    assertThat(on.collector.proofOf(given)).isEmpty();
  }

  @Test
  void nobodyProvesWhatAnotherHasHandedOn() {
    DeclarationId given = presentedBeforeItsProof();
    on.collector.becomePartnerOf(on.mill);
    on.world.space().isLogAway(false);
    on.parts.isOffline(true);
    on.settleOverTime();
    LoggedEntry proof =
        on.mill.company().exchange().logBook().orElseThrow().entries().proofOf(given).orElseThrow();

    proves(on.mill, proof);
    on.settle();

    assertThat(on.collector.refusals()).containsExactly("UNKNOWN_DECLARATION");
    assertThat(on.collector.proofOf(given)).isEmpty();
  }

  @Test
  void whatWasHandedOnByAVersionThatPassedNoProofsOnIsMadeGood() {
    DeclarationId given = on.answered(ReleaseSwitch.TOTAL);
    on.settleOverTime();
    on.present(given);
    on.settle();
    on.parts.database().sql().update("update presentation set proof_message_id = null");

    catchUp();
    catchUp();
    on.settle();

    assertThat(sentToTheCollector()).containsExactly(HANDED_ON, PROVED, PROVED);
    assertThat(presentation(given).proofMessageId()).isPresent();
    assertThat(on.collector.refusals()).isEmpty();
  }

  @Test
  void aDeathAnywhereOnTheWayChangesNothing() {
    presentedBeforeItsProof();
    dying.reached.clear();
    theLogComesBack();
    Set<CrashPoint> onTheWay = EnumSet.copyOf(dying.reached);
    assertThat(onTheWay)
        .contains(
            CrashPoint.RECEIVE_BEFORE_COMMIT,
            CrashPoint.RECEIVE_AFTER_COMMIT,
            CrashPoint.RELAY_BEFORE_SEND,
            CrashPoint.RELAY_AFTER_SEND,
            CrashPoint.RELAY_AFTER_COMMIT);

    for (CrashPoint point : onTheWay) {
      PresentedProofTest again = new PresentedProofTest();
      again.diesAndGoesOn(point);
    }
  }

  private void diesAndGoesOn(CrashPoint point) {
    DeclarationId given = presentedBeforeItsProof();
    dying.deadly.add(point);

    theLogComesBack();
    on.parts.restarts();
    on.settleOverTime();

    assertThat(dying.deadly).as("died at %s", point).isEmpty();
    assertThat(sentToTheCollector()).as("death at %s", point).containsExactly(HANDED_ON, PROVED);
    assertThat(on.collector.proofOf(given)).as("death at %s", point).isPresent();
    assertThat(on.collector.heard()).hasSize(1);
    assertThat(on.collector.refusals()).isEmpty();
  }

  // ---- the words of the tests

  private DeclarationId presentedBeforeItsProof() {
    on.world.space().isLogAway(true);
    DeclarationId given = on.answered(ReleaseSwitch.TOTAL);
    on.present(given);
    on.settle();
    return given;
  }

  private void theLogComesBack() {
    on.world.space().isLogAway(false);
    on.world.clock().advance(Duration.ofMinutes(2));
    on.settleOverTime();
  }

  private void catchUp() {
    on.parts.database().inNew(() -> on.parts.trade().tellWhatIsDue());
  }

  /** The proof the parts maker holds. */
  private LoggedEntry held(DeclarationId id) {
    return on.parts
        .company()
        .exchange()
        .logBook()
        .orElseThrow()
        .proofs()
        .of(id)
        .orElseThrow()
        .proof();
  }

  private Presentation presentation(DeclarationId id) {
    return on.handed(id).get(0).presentation();
  }

  private void proves(Firm firm, LoggedEntry proof) {
    ParticipantId collector = on.collector.id();
    firm.database()
        .inNew(
            () ->
                firm.company()
                    .exchange()
                    .post()
                    .post(
                        collector,
                        Way.INBOX,
                        firm.company().exchange().threads().about(collector, Optional.of(on.steel)),
                        MessageType.INCLUSION_PROOF,
                        proof.toJson()));
    firm.relay();
  }

  /** Types of messages that were written to the collector about the steel, in their order. */
  private List<String> sentToTheCollector() {
    return on.parts
        .database()
        .sql()
        .list(
            "select type from outbox where recipient = ?"
                + " and type in (?, ?) order by thread, seq",
            row -> row.text("type"),
            on.collector.id().toString(),
            HANDED_ON,
            PROVED);
  }
}
