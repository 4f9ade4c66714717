package org.cfptrace.connector.trade;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cfptrace.connector.present.PresentDeclaration.Handed;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.connector.trade.Collector.Heard;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.SupersedesClaim;
import org.cfptrace.envelope.PresentationBody.Fallen;
import org.cfptrace.envelope.PresentationBody.Progressed;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.KgCo2e;
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
  private final HandingOn on = new HandingOn();
  private final Firm mill = on.mill;
  private final Firm parts = on.parts;
  private final Collector collector = on.collector;
  private final TraceId steel = on.steel;

  @Test
  void whatWasGivenGoesOnAsFarAsAnAggregatorSeesIt() {
    DeclarationId given = on.answered(ReleaseSwitch.TOTAL, ReleaseSwitch.QUALITY);

    Handed handed = on.present(given);
    on.settle();

    Heard heard = HandingOn.only(collector.heard());
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
  void theStagesAreShownOnceTheSupplierHasSwitchedThemOn() {
    DeclarationId given = on.answered(ReleaseSwitch.TOTAL, ReleaseSwitch.STAGES);

    on.present(given);
    on.settle();

    assertThat(on.received().get(0).stages().orElseThrow().cells().inclBiogenicUptake())
        .isEqualTo(KgCo2e.of("3"));
    assertThat(HandingOn.only(collector.heard()).declaration().orElseThrow().shown())
        .contains(ClaimName.STAGES)
        .doesNotContain(ClaimName.QUALITY);
  }

  @Test
  void theStagesStayBehindWhileTheTotalAloneIsSwitchedOn() {
    on.answered(ReleaseSwitch.TOTAL);

    assertThat(on.received().get(0).stages()).isEmpty();
  }

  @Test
  void withoutTheSuppliersLeaveNothingGoesOn() {
    mill.letsHandOnTo(Audience.AUDITOR);
    DeclarationId given = on.answered(ReleaseSwitch.TOTAL);

    assertRefused(() -> on.present(given), ProblemCode.ONWARD_NOT_ALLOWED);

    on.settle();
    assertThat(collector.heard()).isEmpty();
    assertThat(on.handed(given)).isEmpty();
  }

  @Test
  void itGoesToAnAggregatorThatIsAPartnerAndToNobodyElse() {
    DeclarationId given = on.answered(ReleaseSwitch.TOTAL);
    Firm cars = on.world.firm("Hama Cars");
    Collector stranger =
        new Collector(on.world.space(), on.world.broker(), on.world.clock(), "yyyyyyyyyyyyyyyy");

    assertRefused(() -> on.present(given, stranger.id()), ProblemCode.NOT_FOUND);
    parts.becomePartnerOf(cars);
    assertRefused(() -> on.present(given, cars.id()), ProblemCode.NOT_ALLOWED_NOW);
  }

  @Test
  void whatIsOursOrRecalledIsNotHandedOn() {
    DeclarationId given = on.answered(ReleaseSwitch.TOTAL);

    assertRefused(() -> on.present(parts.states(on.bracket)), ProblemCode.NOT_FOUND);
    mill.recalls(given, "wrong meter");
    on.settle();
    assertRefused(() -> on.present(given), ProblemCode.ILLEGAL_MOVE);
    assertThat(collector.heard()).isEmpty();
  }

  @Test
  void correctionsAndRenewalsFollowByThemselves() {
    DeclarationId first = on.answered(ReleaseSwitch.TOTAL);
    on.present(first);
    on.settle();

    mill.emits(steel, "3.5");
    on.settle();
    mill.emits(steel, Period.ofYear(2026), "4", null);
    on.settle();

    List<VerifiedDeclaration> heard =
        collector.heard().stream().map(each -> each.declaration().orElseThrow()).toList();
    assertThat(heard)
        .extracting(each -> each.total().orElseThrow().exclBiogenicUptake())
        .containsExactly(KgCo2e.of("3"), KgCo2e.of("3.5"), KgCo2e.of("4"));
    assertThat(heard.get(1).supersedes()).contains(new SupersedesClaim(first));
    assertThat(heard.get(2).supersedes()).isEmpty();
    assertThat(on.handed(first).get(0).presentation().isFallen(Fallen.Kind.SUPERSEDED)).isTrue();
  }

  @Test
  void aCorrectionThatMayNotGoOnStillEndsTheFigureItCorrects() {
    DeclarationId first = on.answered(ReleaseSwitch.TOTAL);
    on.present(first);
    on.settle();

    mill.letsHandOnTo(Audience.AUDITOR);
    mill.emits(steel, "3.5");
    on.settle();

    assertThat(on.received()).hasSize(2);
    Heard last = HandingOn.only(collector.heardSince(1));
    assertThat(last.id()).isEqualTo(first);
    assertThat(last.fallen().orElseThrow().kind()).isEqualTo(Fallen.Kind.SUPERSEDED);
  }

  @Test
  void aRecallIsToldOnWithItsReason() {
    DeclarationId given = on.answered(ReleaseSwitch.TOTAL);
    on.present(given);
    on.settle();

    mill.recalls(given, "wrong meter");
    on.settle();

    Fallen fallen = HandingOn.only(collector.heardSince(1)).fallen().orElseThrow();
    assertThat(fallen.declarationId()).isEqualTo(given);
    assertThat(fallen.kind()).isEqualTo(Fallen.Kind.RECALLED);
    assertThat(fallen.reason()).contains("wrong meter");
  }

  @Test
  void whatIsWithheldIsToldOnAndComesBackWithItsRelease() {
    DeclarationId given = on.answered(ReleaseSwitch.TOTAL, ReleaseSwitch.QUALITY);
    on.present(given);
    on.settle();

    mill.releases(parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.QUALITY);
    on.settle();
    Heard withheld = HandingOn.only(collector.heardSince(1));
    assertThat(withheld.fallen().orElseThrow().kind()).isEqualTo(Fallen.Kind.WITHHELD);

    mill.releases(
        parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.QUALITY, ReleaseSwitch.TOTAL);
    on.settle();
    Heard again = HandingOn.only(collector.heardSince(2));
    assertThat(again.declaration().orElseThrow().total()).isPresent();
    assertThat(on.handed(given).get(0).presentation().fall()).isEmpty();
  }

  @Test
  void whatItsSupplierCallsIncompleteIsToldOnAndSoThatItIsWholeAgain() {
    DeclarationId given = on.answered(ReleaseSwitch.TOTAL);
    on.present(given);
    on.settle();

    // A person at the mill has to agree to a correction, so that no other figure comes.
    mill.releases(parts, steel, RedeclareRule.ASK, ReleaseSwitch.TOTAL);
    mill.buys(steel, "ore", "1", DeclaredUnit.KILOGRAM);
    on.settle();

    Progressed incomplete = HandingOn.only(collector.heardSince(1)).progressed().orElseThrow();
    assertThat(incomplete.declarationId()).isEqualTo(given);
    assertThat(incomplete.complete()).isFalse();
    assertThat(incomplete.on()).isEqualTo(LocalDate.ofInstant(on.world.clock().instant(), UTC));

    Firm mine = on.world.firm("Iwa Mine");
    TraceId ore = mine.makes("ore", DeclaredUnit.KILOGRAM);
    mine.becomePartnerOf(mill);
    mine.emits(ore, "1");
    RequestId request = mill.asks(mine, steel, "ore");
    on.settle();
    mine.links(request, ore);
    mine.releases(mill, ore, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    on.settle();

    Progressed whole = HandingOn.only(collector.heardSince(2)).progressed().orElseThrow();
    assertThat(whole.declarationId()).isEqualTo(given);
    assertThat(whole.complete()).isTrue();
  }

  @Test
  void whatIsHandedOnLaterSaysAtOnceThatItIsIncompleteByNow() {
    DeclarationId given = on.answered(ReleaseSwitch.TOTAL);
    mill.releases(parts, steel, RedeclareRule.ASK, ReleaseSwitch.TOTAL);
    mill.buys(steel, "ore", "1", DeclaredUnit.KILOGRAM);
    on.settle();

    on.present(given);
    on.settle();

    assertThat(collector.heard()).hasSize(2);
    assertThat(HandingOn.only(collector.heardSince(1)).progressed().orElseThrow().complete())
        .isFalse();
  }

  @Test
  void whatIsWithheldByNowIsNotHandedOnThoughItWasRead() {
    on.answered(ReleaseSwitch.TOTAL);
    mill.releases(parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.QUALITY);
    on.settle();
    assertThat(on.received().get(0).total()).isPresent();

    on.present(on.received().get(0).id());
    on.settle();

    VerifiedDeclaration heard = HandingOn.only(collector.heard()).declaration().orElseThrow();
    assertThat(heard.total()).isEmpty();
    assertThat(heard.opening()).isEmpty();
    assertThat(heard.stages()).isEmpty();

    mill.releases(
        parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.QUALITY, ReleaseSwitch.TOTAL);
    on.settle();
    assertThat(collector.heard().get(collector.heard().size() - 1).declaration().orElseThrow())
        .satisfies(
            later ->
                assertThat(later.total().orElseThrow().exclBiogenicUptake())
                    .isEqualTo(KgCo2e.of("3")));
  }

  @Test
  void whatIsShownFurtherFollows() {
    DeclarationId given = on.answered(ReleaseSwitch.TOTAL);
    on.present(given);
    on.settle();

    mill.releases(
        parts, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL, ReleaseSwitch.QUALITY);
    on.settle();

    VerifiedDeclaration further =
        HandingOn.only(collector.heardSince(1)).declaration().orElseThrow();
    assertThat(further.id()).isEqualTo(given);
    assertThat(further.isRepeat()).isTrue();
    assertThat(further.quality()).isPresent();
  }

  @Test
  void presentingAgainSaysNothingNew() {
    DeclarationId given = on.answered(ReleaseSwitch.TOTAL);
    Handed first = on.present(given);
    on.settle();

    Handed again = on.present(given);
    on.settle();

    assertThat(again).isEqualTo(first);
    assertThat(collector.heard()).hasSize(1);
  }

  @Test
  void anEndedOrderEndsTheFigureAndNothingFollows() {
    DeclarationId given = on.answered(ReleaseSwitch.TOTAL);
    on.present(given);
    on.settle();

    on.end(given);
    mill.emits(steel, "3.5");
    on.settle();

    Heard last = HandingOn.only(collector.heardSince(1));
    assertThat(last.fallen().orElseThrow().kind()).isEqualTo(Fallen.Kind.ENDED);
    assertThat(on.handed(given).get(0).order()).isEmpty();
    assertRefused(() -> on.end(given), ProblemCode.NOT_FOUND);
  }

  @Test
  void whatWasEndedStandsAgainWhenItIsPresentedAgain() {
    DeclarationId given = on.answered(ReleaseSwitch.TOTAL);
    on.present(given);
    on.settle();
    on.end(given);
    on.settle();

    Handed again = on.present(given);
    on.settle();

    assertThat(again.presentation().fall()).isEmpty();
    assertThat(HandingOn.only(collector.heardSince(2)).declaration().orElseThrow().id())
        .isEqualTo(given);
  }

  @Test
  void aPartnershipThatEndsWithTheSupplierEndsWhatWasHandedOn() {
    DeclarationId given = on.answered(ReleaseSwitch.TOTAL);
    on.present(given);
    on.settle();

    on.ends(mill.id());
    on.settle();

    assertThat(HandingOn.only(collector.heardSince(1)).fallen().orElseThrow().kind())
        .isEqualTo(Fallen.Kind.ENDED);
  }

  @Test
  void aPartnershipThatEndsWithTheAggregatorLeavesNoOrder() {
    DeclarationId given = on.answered(ReleaseSwitch.TOTAL);
    on.present(given);
    on.settle();

    on.ends(collector.id());
    mill.emits(steel, "3.5");
    on.settle();

    assertThat(on.handed(given).get(0).order()).isEmpty();
    assertThat(collector.heard()).hasSize(1);
    assertThat(collector.refusals()).isEmpty();
  }

  private static void assertRefused(ThrowingCallable act, ProblemCode code) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
