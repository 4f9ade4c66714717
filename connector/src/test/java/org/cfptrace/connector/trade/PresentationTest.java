package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cfptrace.connector.present.PresentDeclaration.Handed;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.connector.trade.Collector.Heard;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.SupersedesClaim;
import org.cfptrace.envelope.PresentationBody.Fallen;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.trade.RequestId;
import org.cfptrace.verify.VerifiedDeclaration;
import org.junit.jupiter.api.Test;

/** A mill's figure goes on to an aggregator through the parts maker, and so does what follows. */
class PresentationTest {
  private final World world = new World();
  private final Firm mill = world.firm("Seto Steel");
  private final Firm parts = world.firm("Naka Parts");
  private final Collector collector =
      new Collector(world.space(), world.broker(), world.clock(), "zzzzzzzzzzzzzzzz");
  private final TraceId steel = mill.makes("coil", DeclaredUnit.KILOGRAM);
  private final TraceId bracket = parts.makes("bracket", DeclaredUnit.PIECE);

  @Test
  void whatWasGivenGoesOnAsFarAsAnAggregatorSeesIt() {
    answered(ReleaseSwitch.TOTAL, ReleaseSwitch.QUALITY);
    DeclarationId given = received().get(0).id();

    Handed handed = present(given);
    settle();

    Heard heard = only(collector.heard());
    VerifiedDeclaration declaration = heard.declaration().orElseThrow();
    assertThat(heard.presenter()).isEqualTo(parts.id());
    assertThat(declaration.issuer()).isEqualTo(mill.id());
    assertThat(declaration.id()).isEqualTo(given);
    assertThat(declaration.total().orElseThrow().exclBiogenicUptake()).isEqualTo(KgCo2e.of("3"));
    assertThat(declaration.shown())
        .contains(ClaimName.QUALITY, ClaimName.TERMS)
        .containsExactlyElementsOf(handed.presentation().shown());
    assertThat(handed.order().orElseThrow().givenBy()).isEqualTo("approver");
  }

  @Test
  void withoutTheSuppliersLeaveNothingGoesOn() {
    mill.letsHandOnTo(Audience.AUDITOR);
    answered(ReleaseSwitch.TOTAL);
    DeclarationId given = received().get(0).id();

    assertRefused(() -> present(given), ProblemCode.ONWARD_NOT_ALLOWED);

    settle();
    assertThat(collector.heard()).isEmpty();
    assertThat(handed(given)).isEmpty();
  }

  @Test
  void itGoesToAnAggregatorThatIsAPartnerAndToNobodyElse() {
    answered(ReleaseSwitch.TOTAL);
    DeclarationId given = received().get(0).id();
    Firm cars = world.firm("Hama Cars");
    Collector stranger =
        new Collector(world.space(), world.broker(), world.clock(), "yyyyyyyyyyyyyyyy");

    assertRefused(() -> present(given, stranger.id()), ProblemCode.NOT_FOUND);
    parts.becomePartnerOf(cars);
    assertRefused(() -> present(given, cars.id()), ProblemCode.NOT_ALLOWED_NOW);
  }

  @Test
  void whatIsOursOrRecalledIsNotHandedOn() {
    answered(ReleaseSwitch.TOTAL);
    DeclarationId given = received().get(0).id();

    assertRefused(() -> present(parts.states(bracket)), ProblemCode.NOT_FOUND);
    mill.recalls(given, "wrong meter");
    settle();
    assertRefused(() -> present(given), ProblemCode.ILLEGAL_MOVE);
    assertThat(collector.heard()).isEmpty();
  }

  @Test
  void correctionsAndRenewalsFollowByThemselves() {
    answered(ReleaseSwitch.TOTAL);
    DeclarationId first = received().get(0).id();
    present(first);
    settle();

    mill.emits(steel, "3.5");
    settle();
    mill.emits(steel, Period.ofYear(2026), "4", null);
    settle();

    List<VerifiedDeclaration> heard =
        collector.heard().stream().map(each -> each.declaration().orElseThrow()).toList();
    assertThat(heard)
        .extracting(each -> each.total().orElseThrow().exclBiogenicUptake())
        .containsExactly(KgCo2e.of("3"), KgCo2e.of("3.5"), KgCo2e.of("4"));
    assertThat(heard.get(1).supersedes()).contains(new SupersedesClaim(first));
    assertThat(heard.get(2).supersedes()).isEmpty();
    assertThat(handed(first).get(0).presentation().isFallen(Fallen.Kind.SUPERSEDED)).isTrue();
  }

  @Test
  void aCorrectionThatMayNotGoOnStillEndsTheFigureItCorrects() {
    answered(ReleaseSwitch.TOTAL);
    DeclarationId first = received().get(0).id();
    present(first);
    settle();

    mill.letsHandOnTo(Audience.AUDITOR);
    mill.emits(steel, "3.5");
    settle();

    assertThat(received()).hasSize(2);
    Heard last = only(collector.heardSince(1));
    assertThat(last.id()).isEqualTo(first);
    assertThat(last.fallen().orElseThrow().kind()).isEqualTo(Fallen.Kind.SUPERSEDED);
  }

  @Test
  void aRecallIsToldOnWithItsReason() {
    answered(ReleaseSwitch.TOTAL);
    DeclarationId given = received().get(0).id();
    present(given);
    settle();

    mill.recalls(given, "wrong meter");
    settle();

    Fallen fallen = only(collector.heardSince(1)).fallen().orElseThrow();
    assertThat(fallen.declarationId()).isEqualTo(given);
    assertThat(fallen.kind()).isEqualTo(Fallen.Kind.RECALLED);
    assertThat(fallen.reason()).contains("wrong meter");
  }

  @Test
  void whatIsWithheldIsToldOnAndComesBackWithItsRelease() {
    answered(ReleaseSwitch.TOTAL, ReleaseSwitch.QUALITY);
    DeclarationId given = received().get(0).id();
    present(given);
    settle();

    mill.releases(parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.QUALITY);
    settle();
    Heard withheld = only(collector.heardSince(1));
    assertThat(withheld.fallen().orElseThrow().kind()).isEqualTo(Fallen.Kind.WITHHELD);

    mill.releases(
        parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.QUALITY, ReleaseSwitch.TOTAL);
    settle();
    Heard again = only(collector.heardSince(2));
    assertThat(again.declaration().orElseThrow().total()).isPresent();
    assertThat(handed(given).get(0).presentation().fall()).isEmpty();
  }

  @Test
  void whatIsWithheldByNowIsNotHandedOnThoughItWasRead() {
    answered(ReleaseSwitch.TOTAL);
    mill.releases(parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.QUALITY);
    settle();
    assertThat(received().get(0).total()).isPresent();

    present(received().get(0).id());
    settle();

    VerifiedDeclaration heard = only(collector.heard()).declaration().orElseThrow();
    assertThat(heard.total()).isEmpty();
    assertThat(heard.opening()).isEmpty();
    assertThat(heard.stages()).isEmpty();

    mill.releases(
        parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.QUALITY, ReleaseSwitch.TOTAL);
    settle();
    assertThat(collector.heard().get(collector.heard().size() - 1).declaration().orElseThrow())
        .satisfies(
            later ->
                assertThat(later.total().orElseThrow().exclBiogenicUptake())
                    .isEqualTo(KgCo2e.of("3")));
  }

  @Test
  void whatIsShownFurtherFollows() {
    answered(ReleaseSwitch.TOTAL);
    DeclarationId given = received().get(0).id();
    present(given);
    settle();

    mill.releases(
        parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL, ReleaseSwitch.QUALITY);
    settle();

    VerifiedDeclaration further = only(collector.heardSince(1)).declaration().orElseThrow();
    assertThat(further.id()).isEqualTo(given);
    assertThat(further.isRepeat()).isTrue();
    assertThat(further.quality()).isPresent();
  }

  @Test
  void presentingAgainSaysNothingNew() {
    answered(ReleaseSwitch.TOTAL);
    DeclarationId given = received().get(0).id();
    Handed first = present(given);
    settle();

    Handed again = present(given);
    settle();

    assertThat(again).isEqualTo(first);
    assertThat(collector.heard()).hasSize(1);
  }

  @Test
  void anEndedOrderEndsTheFigureAndNothingFollows() {
    answered(ReleaseSwitch.TOTAL);
    DeclarationId given = received().get(0).id();
    present(given);
    settle();

    parts.database().doInNew(() -> parts.trade().present().end(given, collector.id()));
    mill.emits(steel, "3.5");
    settle();

    Heard last = only(collector.heardSince(1));
    assertThat(last.fallen().orElseThrow().kind()).isEqualTo(Fallen.Kind.ENDED);
    assertThat(handed(given).get(0).order()).isEmpty();
    assertRefused(
        () -> parts.database().doInNew(() -> parts.trade().present().end(given, collector.id())),
        ProblemCode.NOT_FOUND);
  }

  @Test
  void whatWasEndedStandsAgainWhenItIsPresentedAgain() {
    answered(ReleaseSwitch.TOTAL);
    DeclarationId given = received().get(0).id();
    present(given);
    settle();
    parts.database().doInNew(() -> parts.trade().present().end(given, collector.id()));
    settle();

    Handed again = present(given);
    settle();

    assertThat(again.presentation().fall()).isEmpty();
    assertThat(only(collector.heardSince(2)).declaration().orElseThrow().id()).isEqualTo(given);
  }

  @Test
  void aPartnershipThatEndsWithTheSupplierEndsWhatWasHandedOn() {
    answered(ReleaseSwitch.TOTAL);
    DeclarationId given = received().get(0).id();
    present(given);
    settle();

    ends(mill.id());
    settle();

    assertThat(only(collector.heardSince(1)).fallen().orElseThrow().kind())
        .isEqualTo(Fallen.Kind.ENDED);
  }

  @Test
  void aPartnershipThatEndsWithTheAggregatorLeavesNoOrder() {
    answered(ReleaseSwitch.TOTAL);
    DeclarationId given = received().get(0).id();
    present(given);
    settle();

    ends(collector.id());
    mill.emits(steel, "3.5");
    settle();

    assertThat(handed(given).get(0).order()).isEmpty();
    assertThat(collector.heard()).hasSize(1);
    assertThat(collector.refusals()).isEmpty();
  }

  // ---- the surroundings

  private void answered(ReleaseSwitch... switches) {
    mill.becomePartnerOf(parts);
    collector.becomePartnerOf(parts);
    parts.buys(bracket, "coil", "1", DeclaredUnit.KILOGRAM);
    mill.emits(steel, "3");
    parts.emits(bracket, "5");
    RequestId request = parts.asks(mill, bracket, "coil");
    settle();
    mill.links(request, steel);
    mill.releases(parts, steel, RedeclareRule.AUTOMATIC, switches);
    settle();
  }

  PresentationTest() {
    mill.letsHandOnTo(Audience.AGGREGATOR, Audience.AUDITOR);
  }

  private void settle() {
    int moved = 1;
    while (moved > 0) {
      world.settle();
      moved = collector.take().size() + collector.relay();
    }
  }

  private List<ReceivedDeclaration> received() {
    return parts.company().received().of(mill.id(), steel);
  }

  private Handed present(DeclarationId id) {
    return present(id, collector.id());
  }

  private Handed present(DeclarationId id, ParticipantId recipient) {
    return parts.database().inNew(() -> parts.trade().present().present(id, recipient, "approver"));
  }

  private List<Handed> handed(DeclarationId id) {
    return parts.database().inNew(() -> parts.trade().present().of(id));
  }

  private void ends(ParticipantId partner) {
    parts.database().inNew(() -> parts.company().exchange().partnerships().refuse(partner, "over"));
  }

  private static Heard only(List<Heard> heard) {
    assertThat(heard).hasSize(1);
    return heard.get(0);
  }

  private static void assertRefused(ThrowingCallable act, ProblemCode code) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
