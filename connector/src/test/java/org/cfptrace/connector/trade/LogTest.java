package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.exchange.anchor.PublicLog.StatusBit;
import org.cfptrace.exchange.anchor.ReceivedProofs;
import org.cfptrace.exchange.partner.Alarm;
import org.cfptrace.exchange.partner.AlarmKind;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.TraceId;
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
