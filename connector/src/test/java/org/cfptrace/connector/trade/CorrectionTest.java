package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cfptrace.connector.correct.Correction;
import org.cfptrace.connector.correct.FootprintHistory;
import org.cfptrace.connector.declare.IssuedDeclaration;
import org.cfptrace.connector.declare.Standing;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.connector.share.ProductRelease;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.connector.share.ReleaseTerms;
import org.cfptrace.declaration.Audience;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.envelope.DraftMessage;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.SignedMessage;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.Randomness;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.trade.RequestId;
import org.cfptrace.verify.Seen;
import org.cfptrace.verify.StrictReader;
import org.cfptrace.verify.VerifiedDeclaration;
import org.junit.jupiter.api.Test;

/** A figure was wrong, or a new year has begun: by whose leave partners hear of it. */
class CorrectionTest {
  private final World world = new World();
  private final Firm mill = world.firm("Seto Steel");
  private final Firm parts = world.firm("Naka Parts");
  private final TraceId steel = mill.makes("coil", DeclaredUnit.KILOGRAM);
  private final TraceId bracket = parts.makes("bracket", DeclaredUnit.PIECE);

  private void answeredUnder(RedeclareRule rule) {
    mill.becomePartnerOf(parts);
    parts.buys(bracket, "coil", "1", DeclaredUnit.KILOGRAM);
    mill.emits(steel, "3");
    parts.emits(bracket, "5");
    RequestId request = parts.asks(mill, bracket, "coil");
    world.settle();
    mill.links(request, steel);
    mill.releases(parts, steel, rule, ReleaseSwitch.TOTAL);
    world.settle();
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("8"));
  }

  @Test
  void aCorrectionSupersedesAndTheOldOneStaysReadable() {
    answeredUnder(RedeclareRule.AUTOMATIC);

    mill.emits(steel, "3.5");
    world.settle();

    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("8.5"));
    List<ReceivedDeclaration> received = parts.company().received().of(mill.id(), steel);
    assertThat(received).hasSize(2);
    assertThat(received.get(0).standing().state()).isEqualTo(Standing.State.ACTIVE);
    assertThat(received.get(1).standing().state()).isEqualTo(Standing.State.SUPERSEDED);
    assertThat(received.get(1).standing().supersededBy()).contains(received.get(0).id());
    assertThat(received.get(1).total().orElseThrow().exclBiogenicUptake())
        .isEqualTo(KgCo2e.of("3"));
    assertThat(issued(steel)).hasSize(1);
    assertThat(parts.told()).contains(NotificationType.UPDATED);
  }

  @Test
  void whatWasCorrectedCanStillBeVerifiedFromTheTokenThatWasKept() {
    answeredUnder(RedeclareRule.AUTOMATIC);
    ReceivedDeclaration first = parts.company().received().of(mill.id(), steel).get(0);
    mill.emits(steel, "3.5");
    world.settle();
    ReceivedDeclaration old = parts.company().received().find(first.id()).orElseThrow();
    assertThat(old.standing().state()).isEqualTo(Standing.State.SUPERSEDED);

    VerifiedDeclaration again =
        readAgain(parts.company().received().token(old.id()).orElseThrow(), old).orElseThrow();

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.issuer()).isEqualTo(mill.id());
    assertThat(again.total().orElseThrow().exclBiogenicUptake()).isEqualTo(KgCo2e.of("3"));
    assertThat(again.total()).isEqualTo(first.total());
    // One letter less, and it is nothing any more.
    String kept = parts.company().received().token(old.id()).orElseThrow();
    assertThat(readAgain(kept.replaceFirst("\\.[^.~]", "."), old)).isEmpty();
  }

  /** What a reader that has seen nothing yet makes of a token, with the opening that came along. */
  private Optional<VerifiedDeclaration> readAgain(String token, ReceivedDeclaration kept) {
    Instant now = world.clock().instant();
    StrictReader reader =
        new StrictReader(
            parts.id(), parts.company().exchange().keyDirectory(), Seen.nothing(), world.clock());
    SignedMessage message =
        new DraftMessage(
                mill.id(),
                parts.id(),
                MessageType.DECLARATION,
                "read-again",
                1,
                new DeclarationBody(token, kept.opening()).toJson())
            .sign(mill.signing(), now, now.plus(Duration.ofDays(1)), Randomness.secure());
    return reader.message(message.bytes()).then(reader::declaration).asOptional();
  }

  @Test
  void anEndedPartnershipKeepsNoOtherPartnerFromHearing() {
    answeredUnder(RedeclareRule.AUTOMATIC);
    Firm cars = world.firm("Hama Cars");
    mill.becomePartnerOf(cars);
    mill.releases(cars, steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    world.settle();
    mill.database()
        .inNew(() -> mill.company().exchange().partnerships().refuse(parts.id(), "over"));

    mill.emits(steel, "4");
    world.settle();

    List<ReceivedDeclaration> heard = cars.company().received().of(mill.id(), steel);
    assertThat(heard.get(0).total().orElseThrow().exclBiogenicUptake()).isEqualTo(KgCo2e.of("4"));
    assertThat(parts.company().received().of(mill.id(), steel)).hasSize(1);
  }

  @Test
  void anApproversAudienceHoldsAlsoWhereADraftWasForAnother() {
    mill.becomePartnerOf(parts);
    ReleaseTerms terms = new ReleaseTerms(Set.of(ReleaseSwitch.TOTAL), RedeclareRule.ASK);
    mill.database()
        .inNew(
            () ->
                mill.trade()
                    .releaseProducts()
                    .draft(parts.id(), steel, terms, Optional.empty(), "clerk"));

    ProductRelease released =
        mill.database()
            .inNew(
                () ->
                    mill.trade()
                        .releaseProducts()
                        .release(parts.id(), steel, Audience.AGGREGATOR, terms, "approver"));

    assertThat(released.audience()).isEqualTo(Audience.AGGREGATOR);
    assertThat(released.draft()).isEmpty();
  }

  @Test
  void asOfAnswersWhatWasKnownThen() {
    answeredUnder(RedeclareRule.AUTOMATIC);
    Instant before = world.clock().instant();
    world.clock().advance(Duration.ofHours(1));

    mill.emits(steel, "4");
    world.settle();

    FootprintHistory history = parts.trade().history();
    assertThat(history.asOf(bracket, Optional.empty(), before).orElseThrow().exclBiogenicUptake())
        .isEqualTo(KgCo2e.of("8"));
    assertThat(
            history
                .asOf(bracket, Optional.of(Firm.YEAR), world.clock().instant())
                .orElseThrow()
                .exclBiogenicUptake())
        .isEqualTo(KgCo2e.of("9"));
    assertThat(history.asOf(bracket, Optional.empty(), before.minus(Duration.ofDays(1)))).isEmpty();
  }

  @Test
  void aRuleThatAsksLetsAPersonDecide() {
    answeredUnder(RedeclareRule.ASK);

    mill.emits(steel, "4");
    world.settle();
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("8"));
    Correction waiting = onlyWaiting();
    assertThat(waiting.why()).isEqualTo(Correction.Why.RULE_ASKS);
    assertThat(waiting.before().orElseThrow().exclBiogenicUptake()).isEqualTo(KgCo2e.of("3"));
    assertThat(waiting.after().exclBiogenicUptake()).isEqualTo(KgCo2e.of("4"));
    assertThat(mill.told()).contains(NotificationType.WAITING_FOR_APPROVAL);

    mill.approves(waiting);
    world.settle();
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("9"));
    assertThat(mill.waiting()).isEmpty();
    assertNothingMoves(Correction.State.APPROVED, () -> mill.approves(waiting));
    assertNothingMoves(Correction.State.APPROVED, () -> dismisses(waiting));
  }

  @Test
  void belowTheRulesPercentageNobodyIsAskedAtItSomebodyIs() {
    answeredUnder(RedeclareRule.below(new BigDecimal("10")));

    mill.emits(steel, "3.29");
    world.settle();
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("8.29"));

    // 3.29 × 1.1 = 3.619 is just ten percent more.
    mill.emits(steel, "3.619");
    world.settle();
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("8.29"));
    assertThat(onlyWaiting().why()).isEqualTo(Correction.Why.ABOVE_PERCENT);
  }

  @Test
  void whatADismissedFigureSaysIsNotAskedAgain() {
    answeredUnder(RedeclareRule.ASK);
    mill.emits(steel, "4");
    world.settle();
    Correction waiting = onlyWaiting();
    dismisses(waiting);
    assertNothingMoves(Correction.State.DISMISSED, () -> mill.approves(waiting));
    assertNothingMoves(Correction.State.DISMISSED, () -> dismisses(waiting));

    mill.emits(steel, "4");
    world.settle();
    assertThat(mill.waiting()).isEmpty();

    mill.emits(steel, "5");
    world.settle();
    assertThat(onlyWaiting().after().exclBiogenicUptake()).isEqualTo(KgCo2e.of("5"));
  }

  @Test
  void whatIsTheOldFigureAgainIsObsoleteAndNobodyDecidesOnItAnyMore() {
    answeredUnder(RedeclareRule.ASK);
    mill.emits(steel, "4");
    world.settle();
    Correction waiting = onlyWaiting();

    mill.emits(steel, "3");
    world.settle();

    assertThat(mill.waiting()).isEmpty();
    assertNothingMoves(Correction.State.OBSOLETE, () -> mill.approves(waiting));
    assertNothingMoves(Correction.State.OBSOLETE, () -> dismisses(waiting));
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("8"));
  }

  @Test
  void whereNothingIsReleasedAnyMoreWhatWaitsCanOnlyBeDismissed() {
    answeredUnder(RedeclareRule.ASK);
    mill.emits(steel, "4");
    world.settle();
    Correction waiting = onlyWaiting();
    mill.releases(parts, steel, RedeclareRule.ASK);
    world.settle();

    assertThatThrownBy(() -> mill.approves(waiting))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ProblemCode.NOT_RELEASED);
              assertThat(refused.errors())
                  .containsExactly(new FieldError("state", "WAITING", "possible: DISMISS"));
            });

    dismisses(waiting);
    assertThat(mill.waiting()).isEmpty();
  }

  @Test
  void aChangeBelowATenthOfAPercentWaitsForAPerson() {
    answeredUnder(RedeclareRule.AUTOMATIC);

    mill.emits(steel, "3.002");
    world.settle();

    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("8"));
    assertThat(onlyWaiting().why()).isEqualTo(Correction.Why.SMALL_CHANGE);
  }

  @Test
  void afterThreeAutomaticDeclarationsOfADayAPersonIsAskedAndTomorrowNobody() {
    answeredUnder(RedeclareRule.AUTOMATIC);
    for (String kilograms : List.of("4", "5", "6")) {
      mill.emits(steel, kilograms);
      world.settle();
    }
    // The first answer and two corrections are three; the third correction waits.
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("10"));
    assertThat(onlyWaiting().why()).isEqualTo(Correction.Why.RIPPLE_LIMIT);
    assertThat(mill.told()).contains(NotificationType.RIPPLE_LIMIT);

    world.clock().advance(Duration.ofHours(20));
    mill.emits(steel, "7");
    world.settle();
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("12"));
    assertThat(mill.waiting()).isEmpty();
  }

  @Test
  void scrapThatGoesRoundBetweenTwoCompaniesComesToRest() {
    answeredUnder(RedeclareRule.AUTOMATIC);
    TraceId scrap = parts.makes("scrap", DeclaredUnit.KILOGRAM);
    parts.database().doInNew(() -> parts.warehouse().uses(scrap, "bracket", "0.9", bracket));
    parts.emits(scrap, "0.1");
    mill.buys(steel, "scrap", "0.9", DeclaredUnit.KILOGRAM);
    RequestId forScrap = mill.asks(parts, steel, "scrap");
    world.settle();
    parts.links(forScrap, scrap);
    parts.releases(mill, scrap, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    world.settle();

    // Each waits for the other to be complete; a person lets the first figure go.
    parts
        .database()
        .inNew(
            () ->
                parts
                    .trade()
                    .declare()
                    .declare(
                        new org.cfptrace.connector.declare.DeclareFootprint.Wish(
                            scrap,
                            org.cfptrace.declaration.Audience.NEXT_TIER,
                            Optional.of(mill.id()),
                            Optional.empty(),
                            org.cfptrace.policy.Release.of(
                                java.util.Set.of(ReleaseSwitch.TOTAL)))));
    world.settle();

    assertThat(mill.waiting()).extracting(Correction::why).contains(Correction.Why.RIPPLE_LIMIT);
    assertThat(mill.company().issued().standing(steel, parts.id())).hasSize(1);
  }

  @Test
  void figuresOfTheRecipientMakeNoRoomForWhatItIsTold() {
    answeredUnder(RedeclareRule.AUTOMATIC);
    List<TraceId> scraps =
        Stream.of("chips", "ends", "rings", "sheets").map(this::millBuysScrap).toList();
    world.clock().advance(Duration.ofDays(1));

    for (TraceId scrap : scraps) {
      parts.emits(scrap, "0.2");
      world.settle();
    }

    // 4 of them for 0.1 each, three corrections of 0.1; a person lets the fourth go.
    assertThat(onlyWaiting().why()).isEqualTo(Correction.Why.RIPPLE_LIMIT);
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("8.7"));
  }

  private TraceId millBuysScrap(String name) {
    TraceId scrap = parts.makes(name, DeclaredUnit.KILOGRAM);
    parts.emits(scrap, "0.1");
    mill.buys(steel, name, "1", DeclaredUnit.KILOGRAM);
    RequestId request = mill.asks(parts, steel, name);
    world.settle();
    parts.links(request, scrap);
    parts.releases(mill, scrap, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    world.settle();
    return scrap;
  }

  @Test
  void aNewYearIsARenewalAndTheOldFigureStandsForItsOwn() {
    answeredUnder(RedeclareRule.AUTOMATIC);
    Period next = Period.ofYear(2026);

    mill.emits(steel, next, "2", null);
    world.settle();

    assertThat(mill.company().issued().standing(steel, parts.id())).hasSize(2);
    // The bracket's year is still 2025: the figure for 2026 does not speak for it.
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("8"));
    parts.emits(bracket, next, "5", null);
    world.settle();
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("7"));
  }

  @Test
  void whatWasRecalledIsNotDeclaredAgainByItself() {
    answeredUnder(RedeclareRule.AUTOMATIC);
    IssuedDeclaration wrong = issued(steel).get(0);
    mill.recalls(wrong.id(), "wrong meter");
    world.settle();
    assertThat(parts.lineState(bracket, "coil")).isEqualTo("RECALLED");

    mill.buys(steel, "paint", "1", DeclaredUnit.KILOGRAM);
    world.settle();
    assertThat(onlyWaiting().why()).isEqualTo(Correction.Why.AFTER_RECALL);

    mill.approves(onlyWaiting());
    world.settle();
    assertThat(parts.lineState(bracket, "coil")).isEqualTo("OK");
  }

  @Test
  void onlyWhatStandsCanBeRecalled() {
    answeredUnder(RedeclareRule.AUTOMATIC);
    IssuedDeclaration first = issued(steel).get(0);
    mill.emits(steel, "4");
    world.settle();
    IssuedDeclaration second = issued(steel).get(0);

    assertNothingMoves(Standing.State.SUPERSEDED, () -> mill.recalls(first.id(), "late"));
    assertThat(parts.total(bracket)).isEqualTo(KgCo2e.of("9"));

    mill.recalls(second.id(), "wrong meter");
    assertNothingMoves(Standing.State.RECALLED, () -> mill.recalls(second.id(), "again"));
  }

  /** What is over says so, and that nothing can be done with it. */
  private static void assertNothingMoves(Enum<?> state, ThrowingCallable move) {
    assertThatThrownBy(move)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ProblemCode.ILLEGAL_MOVE);
              assertThat(refused.errors())
                  .containsExactly(
                      new FieldError("state", state.name(), "nothing is possible any more"));
            });
  }

  private void dismisses(Correction correction) {
    mill.database().doInNew(() -> mill.trade().keepInformed().dismiss(correction.id(), "approver"));
  }

  private List<IssuedDeclaration> issued(TraceId product) {
    return mill.company().issued().standingCopies(product);
  }

  private Correction onlyWaiting() {
    assertThat(mill.waiting()).hasSize(1);
    return mill.waiting().get(0);
  }
}
