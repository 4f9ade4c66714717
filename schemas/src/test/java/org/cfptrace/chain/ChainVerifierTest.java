package org.cfptrace.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.chain.ChainWorld.LOGGED;
import static org.cfptrace.chain.ChainWorld.NOON;
import static org.cfptrace.chain.ChainWorld.fossil;
import static org.cfptrace.chain.ChainWorld.rootOf;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.declaration.InputElement;
import org.cfptrace.declaration.InputsClaim;
import org.cfptrace.declaration.JsonClaim;
import org.cfptrace.declaration.OwnClaim;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.declaration.StagesClaim;
import org.cfptrace.envelope.AuditRefusalReason;
import org.cfptrace.envelope.AuditedInput;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.Yield;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.participant.TestRegistry;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.Estimate;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineOrigin;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A chain that holds is verified; each lie of the middle is caught with its own reason. */
class ChainVerifierTest {
  private static final Quantity ONE = Quantity.of("1", DeclaredUnit.PIECE);

  private final ChainWorld world = new ChainWorld();
  private final ChainWorld.Firm a = world.firm("a");
  private final ChainWorld.Firm b = world.firm("b");
  private final ChainWorld.Firm c = world.firm("c");
  private final ChainWorld.Firm d = world.firm("d");

  private final ChainWorld.Made steel = a.makes("steel", DeclaredUnit.PIECE).emitting("3").state();
  private final ChainWorld.Copy steelForB = world.sell(steel, b);

  // ---- what holds

  @Test
  void threeAndFiveAreEightAndTenMoreAreEighteen() {
    ChainWorld.Made part = part(draft -> draft);
    ChainWorld.Made car = car(world.sell(part, c));

    ChainVerdict verdict = verify(car);

    assertThat(part.draft()).isNotNull();
    assertThat(car.footprint().toDeclare().totals().inclBiogenicUptake())
        .isEqualTo(KgCo2e.of("18"));
    assertThat(verdict.isVerified()).as(verdict.toString()).isTrue();
    assertThat(verdict.coverage()).isEqualTo(Coverage.of("100"));
    assertThat(verdict.hops())
        .extracting(HopVerdict::company)
        .containsExactly(c.id(), b.id(), a.id());
    assertThat(verdict.hops())
        .extracting(HopVerdict::share)
        .containsExactly(
            Coverage.of("100"), Coverage.of("44.444444444"), Coverage.of("16.666666666"));
  }

  @Test
  void piecesKilogramsTonneKilometresYieldsAndSharesHold() {
    ChainWorld.Firm power = world.firm("e");
    ChainWorld.Copy electricity =
        world.sell(
            power.makes("power", DeclaredUnit.KILOWATT_HOUR).emitting("0.433333333").state(), b);
    ChainWorld.Copy transport =
        world.sell(
            world.firm("f").makes("rail", DeclaredUnit.TON_KILOMETER).emitting("0.02").state(), b);
    ChainWorld.Copy bolts =
        world.sell(
            a.makes("bolt", DeclaredUnit.PIECE).pieceOf("0.123456789").emitting("0.7").state(), b);
    ChainWorld.Copy otherBolts =
        world.sell(d.makes("bolt", DeclaredUnit.PIECE).pieceOf("0.7").emitting("1.1").state(), b);
    ChainWorld.Copy sheet =
        world.sell(
            d.makes("sheet", DeclaredUnit.KILOGRAM)
                .emitting(
                    OwnEmissions.primary(
                        fossil("2.123456789")
                            .and(
                                Stage.PRE,
                                EmissionAccount.BIOGENIC_UPTAKE,
                                KgCo2e.of("-0.777777777"))))
                .state(),
            b);
    ChainWorld.Made part =
        b.makes("part", DeclaredUnit.PIECE)
            .emitting("5.000000001")
            .of(electricity, Quantity.of("7", DeclaredUnit.MEGAJOULE))
            .of(transport, Quantity.of("3.3", DeclaredUnit.TON_KILOMETER))
            .line(
                BillOfMaterialsLine.of(
                        new LineId("bolts"),
                        "bolts",
                        Quantity.of("2.5", DeclaredUnit.KILOGRAM),
                        LineSupply.procured(
                            new LineSource(
                                a.id(),
                                bolts.made().product(),
                                Share.of("0.333333333"),
                                null,
                                null),
                            new LineSource(
                                d.id(),
                                otherBolts.made().product(),
                                Share.of("0.666666667"),
                                null,
                                null)))
                    .with(Yield.of("0.7")),
                bolts,
                otherBolts)
            .line(
                BillOfMaterialsLine.of(
                        new LineId("sheet"),
                        "sheet",
                        Quantity.of("3", DeclaredUnit.PIECE),
                        LineSupply.procured(LineSource.only(d.id(), sheet.made().product())))
                    .with(MassPerUnit.of("1.7")),
                sheet)
            .line(
                BillOfMaterialsLine.of(
                    new LineId("glue"),
                    "glue",
                    Quantity.of("0.1", DeclaredUnit.KILOGRAM),
                    new LineSupply.Terminal(
                        new Estimate(
                            LineOrigin.SECONDARY,
                            DeclaredUnit.KILOGRAM,
                            fossil("4.2"),
                            null,
                            "a database"))))
            .state();

    ChainVerdict verdict = verify(car(world.sell(part, c)));

    assertThat(verdict.isVerified()).as(verdict.toString()).isTrue();
    assertThat(verdict.hops()).hasSize(7);
    assertThat(verdict.coverage()).isEqualTo(Coverage.of("100"));
  }

  @Test
  void aDeclarationThatTwoSumsUseIsVisitedOnceAndCountsTwice() {
    ChainWorld.Made left =
        b.makes("left", DeclaredUnit.PIECE).emitting("1").of(steelForB, ONE).state();
    ChainWorld.Made right =
        b.makes("right", DeclaredUnit.PIECE).emitting("2").of(steelForB, ONE).state();
    ChainWorld.Made car =
        c.makes("car", DeclaredUnit.PIECE)
            .emitting("1")
            .of(world.sell(left, c), ONE)
            .of(world.sell(right, c), ONE)
            .state();

    ChainVerdict verdict = verify(car);

    assertThat(verdict.isVerified()).as(verdict.toString()).isTrue();
    assertThat(verdict.hops()).hasSize(4);
    assertThat(verdict.of(steelForB.signed().id()).orElseThrow().share())
        .isEqualTo(Coverage.of("60"));
  }

  @Test
  void anIncompleteTotalHoldsAndSaysSo() {
    ChainWorld.Made part =
        b.makes("part", DeclaredUnit.PIECE).emitting("5").of(steelForB, ONE).asking(d.id()).state();

    ChainVerdict verdict = verify(car(world.sell(part, c)));

    assertThat(verdict.isVerified()).as(verdict.toString()).isTrue();
    assertThat(verdict.hops().get(1).remarks()).containsExactly(Remark.INCOMPLETE_TOTAL);
    assertThat(verdict.root().remarks()).containsExactly(Remark.INCOMPLETE_TOTAL);
    assertThat(verdict.leavesOpen()).isTrue();
  }

  @Test
  void qualityFollowsFromTheInputs() {
    DataQuality good =
        DataQuality.same(QualityScale.ONE_TO_FIVE, Representativeness.of("1", "2", "1.5"));
    DataQuality poor =
        DataQuality.same(QualityScale.ONE_TO_FIVE, Representativeness.of("4", "3", "5"));
    ChainWorld.Copy rated =
        world.sell(
            a.makes("alloy", DeclaredUnit.PIECE)
                .emitting(new OwnEmissions(fossil("3"), good, true, true))
                .state(),
            b);
    ChainWorld.Made part =
        b.makes("part", DeclaredUnit.PIECE)
            .emitting(new OwnEmissions(fossil("5"), poor, true, false))
            .of(rated, Quantity.of("0.7", DeclaredUnit.PIECE))
            .line(
                BillOfMaterialsLine.of(
                    new LineId("glue"),
                    "glue",
                    Quantity.of("0.1", DeclaredUnit.KILOGRAM),
                    new LineSupply.Terminal(
                        new Estimate(
                            LineOrigin.DEFAULT, DeclaredUnit.KILOGRAM, fossil("4.2"), good, "x"))))
            .state();

    ChainVerdict verdict = verify(car(world.sell(part, c)));

    assertThat(verdict.isVerified()).as(verdict.toString()).isTrue();
  }

  // ---- a middle tier that lies

  @Test
  void aChangedOwnDisclosureIsNotTheOneSigned() {
    ChainWorld.Copy copy = world.sell(part(draft -> draft), c);
    ChainWorld.Copy other =
        world.sell(b.makes("other", DeclaredUnit.PIECE).emitting("4").state(), c);

    ChainVerdict verdict =
        verify(
            car(copy),
            copy,
            shown ->
                withDeclaration(
                    shown,
                    replacedOwn(
                        shown.declaration(), disclosureOfOwn(ChainWorld.body(other.signed())))));

    assertFails(verdict, copy, Reason.UNREFERENCED_DISCLOSURE);
  }

  @Test
  void ownFourAndInputThreeAreNotEight() {
    ChainWorld.Copy copy = world.sell(part(draft -> draft.with(new OwnClaim(fossil("4")))), c);

    ChainVerdict verdict = verify(car(copy));

    assertFails(verdict, copy, Reason.SUM_DIFFERS);
    assertThat(verdict.coverage()).isEqualTo(Coverage.of("55.555555555"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.999999999", "5.000000001"})
  void oneMicrogramMoreOrLessIsNotTheSum(String own) {
    ChainWorld.Copy copy = world.sell(part(draft -> draft.with(new OwnClaim(fossil(own)))), c);

    assertFails(verify(car(copy)), copy, Reason.SUM_DIFFERS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.999999999", "3.000000001"})
  void oneMicrogramMoreOrLessInAContributionIsNotTheSum(String contribution) {
    ChainWorld.Copy withUptake =
        world.sell(
            part(
                draft ->
                    withElement(
                        draft,
                        element ->
                            Spoils.adding(
                                element, element.factor(), contribution, Optional.of("3")))),
            c);
    ChainWorld.Copy withoutUptake =
        world.sell(
            part(
                draft ->
                    withElement(
                        draft,
                        element ->
                            Spoils.adding(
                                element, element.factor(), "3", Optional.of(contribution)))),
            c);

    assertFails(verify(car(withUptake)), withUptake, Reason.SUM_DIFFERS);
    assertFails(verify(car(withoutUptake)), withoutUptake, Reason.SUM_DIFFERS);
  }

  /** One for the contribution, one for each element, and six for three totals. */
  @Test
  void roundingMovesAContributionByEightMicrogramsAndNoMore() {
    ChainWorld.Made eight = moved("4.999999992", "3.000000008");
    ChainWorld.Copy nine = world.sell(moved("4.999999991", "3.000000009"), c);

    ChainVerdict verdict = verify(eight);

    assertThat(verdict.isVerified()).as(verdict.toString()).isTrue();
    assertFails(verify(car(nine)), nine, Reason.CONTRIBUTION_DIFFERS);
  }

  @Test
  void aSecondConsistentDeclarationIsNotTheOneTheCustomerHolds() {
    ChainWorld.Made part = part(draft -> draft);
    ChainWorld.Copy held = world.sell(part, c);
    ChainWorld.Copy second = world.sell(part, c);

    ChainVerdict verdict = verify(car(held), held, shown -> world.shown(second, world.proofs()));

    assertFails(verdict, held, Reason.NOT_THE_ONE_HELD);
  }

  @Test
  void aSwappedInputIsNotTheOneSignedFor() {
    ChainWorld.Copy dearer =
        world.sell(a.makes("dear steel", DeclaredUnit.PIECE).emitting("9").state(), b);
    ChainWorld.Copy copy = world.sell(part(draft -> draft), c);

    ChainVerdict verdict =
        verify(
            car(copy),
            copy,
            shown -> withInputs(shown, List.of(ChainWorld.input(dearer, world.proofs()))));

    assertFails(verdict, copy, Reason.INPUT_LINK_BROKEN);
  }

  @Test
  void anInputUnderAnotherCommitmentIsNotTheOneSignedFor() {
    ChainWorld.Copy other =
        world.sell(a.makes("other steel", DeclaredUnit.PIECE).emitting("3").state(), b);
    ChainWorld.Copy copy =
        world.sell(
            part(
                draft ->
                    withElement(
                        draft,
                        element ->
                            from(
                                element,
                                new InputElement.Source(
                                    a.id(),
                                    steelForB.signed().id(),
                                    other.signed().commitment(),
                                    steel.product())))),
            c);

    assertFails(verify(car(copy)), copy, Reason.INPUT_LINK_BROKEN);
  }

  @Test
  void aHiddenInputIsMissed() {
    ChainWorld.Copy copy = world.sell(part(draft -> draft), c);

    ChainVerdict withoutToken = verify(car(copy), copy, shown -> withInputs(shown, List.of()));
    ChainVerdict withoutElement =
        verify(
            car(copy),
            copy,
            shown -> {
              String text = shown.declaration().declaration();
              String cut = text.substring(0, text.lastIndexOf('~', text.length() - 2) + 1);
              return withDeclaration(
                  shown, new DeclarationBody(cut, shown.declaration().opening()));
            });

    assertFails(withoutToken, copy, Reason.INPUT_HIDDEN);
    assertFails(withoutElement, copy, Reason.INPUT_HIDDEN);
  }

  @Test
  void aRecalledOrCorrectedInputSpoilsTheSumThatUsesIt() {
    ChainWorld.Copy copy = world.sell(part(draft -> draft), c);
    ChainWorld.Made car = car(copy);

    world.recall(steelForB.signed().id());
    ChainVerdict recalled = verify(car);
    world.supersede(steelForB.signed().id());
    ChainVerdict superseded = verify(car);

    assertFails(recalled, copy, Reason.INPUT_RECALLED);
    assertFails(recalled, steelForB, Reason.RECALLED);
    assertFails(superseded, copy, Reason.INPUT_SUPERSEDED);
    assertFails(superseded, steelForB, Reason.SUPERSEDED);
  }

  @Test
  void aRecalledInputIsNotHiddenByKeepingItsProofBack() {
    ChainWorld.Made part = part(draft -> draft);
    world.recall(steelForB.signed().id());
    Map<DeclarationId, LoggedEntry> proofs = world.proofs();
    ShownDeclaration shown = withoutProofs(world.shown(part, proofs));

    world.checkAt(NOON.plus(Duration.ofHours(23)));
    ChainVerdict soon = world.verifier().verify(rootOf(part, 1), shown, Map.of());
    world.checkAt(NOON.plus(Duration.ofHours(25)));
    ChainVerdict later = world.verifier().verify(rootOf(part, 1), shown, Map.of());
    ChainVerdict answered =
        world.verifier().verify(rootOf(part), shown, world.answers(part, proofs));

    assertThat(soon.root().remarks()).containsExactly(Remark.INPUT_NOT_PROVEN);
    assertThat(soon.leavesOpen()).isTrue();
    assertThat(later.root().reason()).contains(Reason.NOT_LOGGED);
    assertThat(answered.root().reason()).contains(Reason.INPUT_RECALLED);
  }

  @Test
  void aBuyerIsNotBlamedForWhatItsSupplierLetsNobodyElseShow() {
    ChainWorld.Made part = part(draft -> draft);
    ShownDeclaration bare = withBareInputs(world.shown(part, world.proofs()));

    ChainVerdict verdict = world.verifier().verify(rootOf(part), bare, Map.of());

    assertThat(verdict.root().outcome()).isEqualTo(HopOutcome.UNAVAILABLE);
    assertThat(verdict.root().reason()).isEmpty();
    assertThat(verdict.hasFailed()).isFalse();
    assertThat(verdict.isVerified()).isFalse();
    assertThat(verdict.coverage().text()).isEqualTo("0");
  }

  @Test
  void theSignerOfAnInputIsJudgedWhenTheLogTookItIn() {
    ChainWorld.Made part = part(draft -> draft);
    a.keyIs(key -> TestRegistry.compromised(key, LOGGED));

    ChainVerdict verdict =
        world.verifier().verify(rootOf(part, 1), world.shown(part, world.proofs()), Map.of());

    assertThat(verdict.root().reason()).contains(Reason.COMPROMISED_KEY);
  }

  @Test
  void anOldStatusListSaysNothing() {
    ChainWorld.Made part = part(draft -> draft);
    world.checkAt(NOON.plus(Duration.ofHours(30)));
    world.listAt(NOON.plus(Duration.ofHours(4)));
    ChainVerdict young = verify(part);
    world.listAt(NOON.plus(Duration.ofHours(4)).minusSeconds(1));
    ChainVerdict old = verify(part);

    assertThat(young.isVerified()).as(young.toString()).isTrue();
    assertThat(old.root().reason()).contains(Reason.STATUS_UNKNOWN);
  }

  @Test
  void aFaultQuotesNoFigure() {
    ChainWorld.Copy sum = world.sell(part(draft -> draft.with(new OwnClaim(fossil("4.7")))), c);
    ChainWorld.Copy contribution =
        world.sell(
            part(
                draft ->
                    withElement(
                        draft.with(new OwnClaim(fossil("6"))),
                        element -> contributing(element, KgCo2e.of("2.1")))),
            c);

    for (ChainWorld.Copy copy : List.of(sum, contribution)) {
      assertThat(verify(car(copy)).of(copy.signed().id()).orElseThrow().detail().orElseThrow())
          .doesNotContainPattern("[0-9][.][0-9]|[3-8] kg");
    }
  }

  @Test
  void anotherFigureForAnotherCustomerIsNotTheStatement() {
    ChainWorld.Made part = part(draft -> draft);
    ChainWorld.Copy forC =
        world.sell(
            part,
            c,
            draft ->
                draft.with(
                    new QualityClaim(Optional.of(PrimaryDataShare.of("99")), Optional.empty())));

    assertFails(verify(car(forC)), forC, Reason.STATEMENT_DIFFERS);
  }

  /** In itself it adds up: own 4, input 3, total 7; what its issuer stated is 8. */
  @Test
  void anotherTotalForAnotherCustomerIsNotTheStatement() {
    ChainWorld.Made part = part(draft -> draft);
    ChainWorld.Copy forC =
        world.sell(
            part,
            c,
            draft ->
                Spoils.totalling(
                        draft.with(new OwnClaim(fossil("4"))),
                        b.id(),
                        micrograms(7, 0, 0),
                        elements(draft).get(0))
                    .with(new StagesClaim(StageProfile.OURANOS, fossil("7")))
                    .forRecipient(c.id()));

    ChainVerdict verdict = verify(car(forC));

    assertFails(verdict, forC, Reason.STATEMENT_DIFFERS);
    assertThat(verdict.of(forC.signed().id()).orElseThrow().detail())
        .contains("claim total differs");
  }

  @ParameterizedTest
  @EnumSource(
      value = ClaimName.class,
      names = {"VERIFICATION", "CONTENT", "EMBEDDED", "GX", "EXT"})
  void whateverElseACopySaysIsTheSameAsInTheStatement(ClaimName name) {
    ChainWorld.Made part =
        part(draft -> draft.with(new JsonClaim(name, StrictJson.object().put("said", "to all"))));
    ChainWorld.Copy forC =
        world.sell(
            part,
            c,
            draft -> draft.with(new JsonClaim(name, StrictJson.object().put("said", "to C"))));

    assertFails(verify(car(forC)), forC, Reason.STATEMENT_DIFFERS);
  }

  @Test
  void twoStatementsOfOneProductAndPeriodAreFoundWhereTheirCopiesMeet() {
    ChainWorld.Made told = part(draft -> draft);
    ChainWorld.Made toldOther =
        b.makes("part", DeclaredUnit.PIECE).emitting("4").of(steelForB, ONE).state();
    ChainWorld.Copy forC = world.sell(told, c);
    ChainWorld.Copy forD = world.sell(toldOther, d);
    ChainWorld.Copy module =
        world.sell(d.makes("module", DeclaredUnit.PIECE).emitting("1").of(forD, ONE).state(), c);
    ChainWorld.Made car =
        c.makes("car", DeclaredUnit.PIECE).emitting("10").of(forC, ONE).of(module, ONE).state();

    ChainVerdict verdict = verify(car);

    assertFails(verdict, forC, Reason.STATEMENT_DIFFERS);
    assertFails(verdict, forD, Reason.STATEMENT_DIFFERS);
  }

  @Test
  void backDatingShowsInTheLog() {
    ChainWorld.Copy copy = world.sell(part(draft -> draft), c);
    ChainWorld.Made car = car(copy);

    world.logAt(NOON.plus(Duration.ofDays(2)));
    ChainVerdict late = verify(car);
    b.keyIs(key -> TestRegistry.endedAt(key, NOON.plus(Duration.ofDays(1))));
    ChainVerdict withOldKey = verify(car);

    assertThat(late.isVerified()).as(late.toString()).isTrue();
    assertThat(late.hops()).allMatch(hop -> hop.remarks().contains(Remark.LATE_ANCHOR));
    assertFails(withOldKey, copy, Reason.KEY_NOT_VALID_THEN);
  }

  @Test
  void issuedAfterItWasInTheLogIsALie() {
    ChainWorld.Copy copy =
        world.sell(
            b.makes("part", DeclaredUnit.PIECE)
                .emitting("5")
                .of(steelForB, ONE)
                .issuedAt(LOGGED.plusSeconds(122))
                .state(),
            c);

    assertFails(verify(car(copy)), copy, Reason.ISSUED_AFTER_INCLUSION);
  }

  // ---- keys at the time of the log

  @Test
  void whatAKeySignedIsGoodWhenTheLogHadItBeforeTheKeyEnded() {
    ChainWorld.Copy copy = world.sell(part(draft -> draft), c);
    ChainWorld.Made car = car(copy);

    b.keyIs(key -> TestRegistry.endedAt(key, LOGGED.plusSeconds(60)));
    assertThat(verify(car).isVerified()).isTrue();

    b.keyIs(key -> TestRegistry.compromised(key, LOGGED.plusSeconds(60)));
    assertThat(verify(car).isVerified()).isTrue();

    b.keyIs(key -> TestRegistry.compromised(key, LOGGED));
    assertFails(verify(car), copy, Reason.COMPROMISED_KEY);
  }

  @Test
  void aKeyThatOnlyTheRegistryVouchesForIsNone() {
    String pinned = b.fingerprint().text();
    b.changesKey(NOON.minusSeconds(10), false);
    ChainWorld.Copy forged = world.sell(part(draft -> draft), c);
    ChainWorld.Made carOfForged = car(forged);

    ChainVerdict verdict =
        verifyRoot(
            carOfForged,
            shown ->
                withInputs(shown, shown.inputs().stream().map(it -> pinned(it, pinned)).toList()));

    assertThat(verdict.root().reason()).contains(Reason.KEY_NOT_PINNED);
  }

  @Test
  void aSuccessorThatThePinnedKeySignedForIsFine() {
    String pinned = b.fingerprint().text();
    b.changesKey(NOON.minusSeconds(10), true);
    ChainWorld.Made car = car(world.sell(part(draft -> draft), c));

    ChainVerdict verdict =
        verifyRoot(
            car,
            shown ->
                withInputs(shown, shown.inputs().stream().map(it -> pinned(it, pinned)).toList()));

    assertThat(verdict.isVerified()).as(verdict.toString()).isTrue();
  }

  // ---- what is not shown

  @Test
  void refusedAndMissingHopsLeaveTheRest() {
    ChainWorld.Copy copy = world.sell(part(draft -> draft), c);
    ChainWorld.Made car = car(copy);
    Map<DeclarationId, LoggedEntry> proofs = world.proofs();
    Map<DeclarationId, HopAnswer> refused = new HashMap<>(world.answers(car, proofs));
    refused.put(
        steelForB.signed().id(), new HopAnswer.Refused(AuditRefusalReason.REFUSED_BY_OWNER));

    ChainVerdict byA = world.verifier().verify(rootOf(car), world.shown(car, proofs), refused);
    ChainVerdict alone = world.verifier().verify(rootOf(car), world.shown(car, proofs), Map.of());

    assertThat(byA.hops())
        .extracting(HopVerdict::outcome)
        .containsExactly(HopOutcome.VERIFIED, HopOutcome.VERIFIED, HopOutcome.REFUSED_BY_OWNER);
    assertThat(byA.coverage()).isEqualTo(Coverage.of("83.333333333"));
    assertThat(alone.hops())
        .extracting(HopVerdict::outcome)
        .containsExactly(HopOutcome.VERIFIED, HopOutcome.UNAVAILABLE);
    assertThat(alone.coverage()).isEqualTo(Coverage.of("55.555555555"));
  }

  @Test
  void nothingIsLookedAtBeyondTheDepth() {
    ChainWorld.Made car = car(world.sell(part(draft -> draft), c));
    Map<DeclarationId, LoggedEntry> proofs = world.proofs();

    ChainVerdict verdict =
        world
            .verifier()
            .verify(rootOf(car, 2), world.shown(car, proofs), world.answers(car, proofs));

    assertThat(verdict.hops().get(2).outcome()).isEqualTo(HopOutcome.UNAVAILABLE);
    assertThat(verdict.hops().get(2).detail()).contains("beyond the depth of the mandate");
  }

  @Test
  void withoutAProofItIsNotYetInTheLog() {
    ChainWorld.Copy copy = world.sell(part(draft -> draft), c);
    ChainWorld.Made car = car(copy);
    world.doNotLog(copy.signed().id());

    assertFails(verify(car), copy, Reason.NOT_LOGGED);
  }

  @Test
  void aStatementIsInTheLogAsWell() {
    ChainWorld.Made part = part(draft -> draft);
    ChainWorld.Copy copy = world.sell(part, c);
    ChainWorld.Made car = car(copy);
    world.doNotLog(part.statement().id());

    assertFails(verify(car), copy, Reason.NOT_LOGGED);
  }

  @Test
  void anotherProductThanTheMandateNamesIsRefused() {
    ChainWorld.Made car = car(world.sell(part(draft -> draft), c));
    ChainWorld.Made truck = c.makes("truck", DeclaredUnit.PIECE).emitting("1").state();
    Map<DeclarationId, LoggedEntry> proofs = world.proofs();

    ChainVerdict verdict =
        world.verifier().verify(rootOf(car), world.shown(truck, proofs), Map.of());

    assertThat(verdict.root().reason()).contains(Reason.NOT_THE_ONE_ASKED);
    assertThat(verdict.coverage()).isEqualTo(Coverage.of("0"));
  }

  // ---- rules of the sum

  @Test
  void aContributionIsWhatTheInputMakesIt() {
    ChainWorld.Copy copy =
        world.sell(
            part(
                draft ->
                    withElement(
                        draft.with(new OwnClaim(fossil("6"))),
                        element -> contributing(element, KgCo2e.of("2")))),
            c);

    assertFails(verify(car(copy)), copy, Reason.CONTRIBUTION_DIFFERS);
  }

  @Test
  void sharesOfMoreThanOneAreNoShares() {
    ChainWorld.Copy copy =
        world.sell(
            part(
                draft ->
                    withElement(
                        draft.with(new OwnClaim(fossil("2"))),
                        element ->
                            factor(
                                element,
                                new Fraction(BigDecimal.valueOf(2), BigDecimal.ONE),
                                KgCo2e.of("6")))),
            c);

    assertFails(verify(car(copy)), copy, Reason.CONTRIBUTION_DIFFERS);
  }

  @Test
  void theTotalWithoutUptakeIsCheckedWhereAnElementLeavesItOut() {
    ChainWorld.Copy copy =
        world.sell(
            ofWood(
                (draft, element) ->
                    Spoils.totalling(
                        draft,
                        b.id(),
                        micrograms(8, 0, 0),
                        Spoils.adding(element, element.factor(), "3", Optional.empty()))),
            c);

    assertFails(verify(car(copy)), copy, Reason.SUM_DIFFERS);
  }

  @Test
  void anElementThatLeavesTheTotalWithoutUptakeOutMayBeHonest() {
    ChainWorld.Copy copy =
        world.sell(
            ofWood(
                (draft, element) ->
                    draft.with(
                        new InputsClaim(
                            List.of(
                                Spoils.adding(element, element.factor(), "3", Optional.empty()))))),
            c);

    ChainVerdict verdict = verify(car(copy));

    assertThat(verdict.isVerified()).as(verdict.toString()).isTrue();
    assertThat(verdict.leavesOpen()).isFalse();
  }

  @Test
  void aLineOfNobodyTakesNothingOff() {
    ChainWorld.Copy copy =
        world.sell(
            part(
                draft -> {
                  InputElement steelLine = elements(draft).get(0);
                  return Spoils.totalling(
                      draft.with(new OwnClaim(fossil("10"))),
                      b.id(),
                      micrograms(8, 0, 0),
                      steelLine,
                      Spoils.ofNobody(steelLine, "-5", "-5"));
                }),
            c);

    assertFails(verify(car(copy)), copy, Reason.SUM_DIFFERS);
  }

  @Test
  void aLineOfNobodyThatIsOffsetElsewhereTakesNothingOff() {
    ChainWorld.Copy copy =
        world.sell(
            part(
                draft -> {
                  InputElement steelLine = elements(draft).get(0);
                  return Spoils.totalling(
                      draft,
                      b.id(),
                      micrograms(8, 0, 0),
                      steelLine,
                      Spoils.ofNobody(steelLine, "-5", "-5"),
                      Spoils.ofNobody(steelLine, "5", "5"));
                }),
            c);

    assertFails(verify(car(copy)), copy, Reason.CONTRIBUTION_DIFFERS);
  }

  @Test
  void removalsOfNobodyHoldAndLeaveTheAuditOpen() {
    ChainWorld.Making making =
        b.makes("part", DeclaredUnit.PIECE)
            .emitting("5")
            .of(steelForB, ONE)
            .line(
                BillOfMaterialsLine.of(
                    new LineId("moss"),
                    "moss",
                    Quantity.of("1", DeclaredUnit.KILOGRAM),
                    new LineSupply.Terminal(
                        new Estimate(
                            LineOrigin.SECONDARY,
                            DeclaredUnit.KILOGRAM,
                            fossil("1")
                                .and(
                                    Stage.PRE,
                                    EmissionAccount.LAND_MANAGEMENT_REMOVALS,
                                    KgCo2e.of("-2.5")),
                            null,
                            "a database"))));

    ChainVerdict verdict = verify(car(world.sell(making.state(), c)));

    assertThat(verdict.isVerified()).as(verdict.toString()).isTrue();
    assertThat(verdict.hops().get(1).remarks())
        .containsExactly(Remark.REMOVALS_NOT_PROVEN, Remark.PARTLY_WITHOUT_DECLARATION);
    assertThat(verdict.leavesOpen()).isTrue();
  }

  @Test
  void emissionsAndRemovalsAreCheckedEachByItself() {
    ChainWorld.Copy copy =
        world.sell(
            part(
                draft ->
                    Spoils.totalling(draft, b.id(), micrograms(9, 1, 0), elements(draft).get(0))),
            c);

    assertFails(verify(car(copy)), copy, Reason.SUM_DIFFERS);
  }

  @Test
  void halfAShareIsNotComplete() {
    Fraction half = new Fraction(BigDecimal.ONE, BigDecimal.valueOf(2));
    ChainWorld.Copy copy =
        world.sell(
            part(
                draft ->
                    Spoils.totalling(
                        draft,
                        b.id(),
                        new CommittedTotals(6_500_000_000L, 0, 0),
                        Spoils.adding(elements(draft).get(0), half, "1.5", Optional.of("1.5")))),
            c);

    assertFails(verify(car(copy)), copy, Reason.COMPLETENESS_DIFFERS);
  }

  @Test
  void aSplitThatDoesNotFollowIsALie() {
    ChainWorld.Copy ownMoved =
        world.sell(
            part(
                draft ->
                    draft.with(
                        new StagesClaim(
                            StageProfile.OURANOS,
                            Emissions.of(Stage.PRE, EmissionAccount.FOSSIL, KgCo2e.of("8"))))),
            c);

    assertFails(verify(car(ownMoved)), ownMoved, Reason.SUM_DIFFERS);
  }

  @Test
  void aSplitThatWasNotKnownThenIsRemarked() {
    ChainWorld.Copy copy =
        world.sell(
            part(
                draft ->
                    draft.with(
                        new StagesClaim(
                            StageProfile.OURANOS,
                            fossil("5")
                                .and(
                                    Stage.UNSPLIT,
                                    EmissionAccount.UNSPLIT_EMISSIONS,
                                    KgCo2e.of("3"))))),
            c);

    ChainVerdict verdict = verify(car(copy));

    assertThat(verdict.hops().get(1).reason()).as(verdict.toString()).isEmpty();
    assertThat(verdict.hops().get(1).remarks()).contains(Remark.STAGES_NOT_CHECKED);
  }

  @Test
  void aUnitThatDoesNotConvertIsRefused() {
    ChainWorld.Copy copy =
        world.sell(part(draft -> withElement(draft, element -> in(element, DeclaredUnit.HOUR))), c);

    assertFails(verify(car(copy)), copy, Reason.UNIT_MISMATCH);
  }

  @Test
  void anInputThatDoesNotSpeakForThePeriodIsRefused() {
    ChainWorld.Copy old =
        world.sell(
            a.makes("old steel", DeclaredUnit.PIECE)
                .emitting("3")
                .during(Period.ofYear(2021))
                .state(),
            b);
    ChainWorld.Copy expired =
        world.sell(
            a.makes("expired steel", DeclaredUnit.PIECE)
                .emitting("3")
                .validUntil("2025-12-30")
                .state(),
            b);
    ChainWorld.Copy ofOld = world.sell(made("one", old), c);
    ChainWorld.Copy ofExpired = world.sell(made("two", expired), c);

    assertFails(verify(car(ofOld)), ofOld, Reason.PERIOD_NOT_COVERED);
    assertFails(verify(car(ofExpired)), ofExpired, Reason.PERIOD_NOT_COVERED);
  }

  @Test
  void theSameSourceStandsOnceInALine() {
    ChainWorld.Copy copy =
        world.sell(
            part(
                draft -> {
                  InputElement whole = elements(draft).get(0);
                  InputElement half =
                      factor(
                          whole,
                          new Fraction(BigDecimal.ONE, BigDecimal.valueOf(2)),
                          KgCo2e.of("1.5"));
                  return draft.with(new InputsClaim(List.of(half, half)));
                }),
            c);

    assertFails(verify(car(copy)), copy, Reason.INPUT_TWICE);
  }

  @Test
  void aProductMadeOfItselfIsACircle() {
    ChainWorld.Made scrap =
        b.makes("part", DeclaredUnit.PIECE).emitting("5").of(steelForB, ONE).state();
    ChainWorld.Made steelOfScrap =
        a.makes("steel", DeclaredUnit.PIECE).emitting("1").of(world.sell(scrap, a), ONE).state();
    ChainWorld.Copy copy = world.sell(steelOfScrap, c);

    ChainVerdict verdict = verify(car(copy));

    assertThat(verdict.hops())
        .extracting(HopVerdict::company)
        .containsExactly(c.id(), a.id(), b.id(), a.id());
    assertThat(verdict.hops())
        .extracting(HopVerdict::reason)
        .containsExactly(
            Optional.empty(), Optional.empty(), Optional.of(Reason.CHAIN_CYCLE), Optional.empty());
  }

  @Test
  void nothingMissingIsCalledComplete() {
    ChainWorld.Made incomplete =
        a.makes("half steel", DeclaredUnit.PIECE).emitting("3").asking(d.id()).state();
    ChainWorld.Copy half = world.sell(incomplete, b);
    ChainWorld.Copy copy =
        world.sell(
            b.makes("part", DeclaredUnit.PIECE)
                .emitting("5")
                .of(half, ONE)
                .spoiled(draft -> Spoils.complete(draft, b.id()))
                .state(),
            c);

    assertFails(verify(car(copy)), copy, Reason.COMPLETENESS_DIFFERS);
  }

  @Test
  void betterDataThanTheInputsHaveIsALie() {
    ChainWorld.Copy poor =
        world.sell(
            a.makes("poor steel", DeclaredUnit.PIECE)
                .emitting(new OwnEmissions(fossil("3"), null, true, false))
                .state(),
            b);
    ChainWorld.Copy copy =
        world.sell(
            b.makes("part", DeclaredUnit.PIECE)
                .emitting("5")
                .of(poor, ONE)
                .spoiled(
                    draft ->
                        draft.with(
                            new QualityClaim(Optional.of(PrimaryDataShare.FULL), Optional.empty())))
                .state(),
            c);

    assertFails(verify(car(copy)), copy, Reason.QUALITY_DIFFERS);
  }

  // ---- parts of an answer

  @Test
  void partsOfAnAnswerArePutTogether() {
    ChainWorld.Making making = b.makes("kit", DeclaredUnit.PIECE).emitting("1");
    for (int i = 0; i < 5; i++) {
      ChainWorld.Copy input =
          world.sell(a.makes("steel " + i, DeclaredUnit.PIECE).emitting("3").state(), b);
      making.of(input, ONE);
    }
    ChainWorld.Copy kit = world.sell(making.state(), c);
    ChainWorld.Made car = car(kit);

    ChainVerdict verdict =
        verify(
            car,
            kit,
            shown -> ShownDeclaration.of(Spoils.parts(shown, kit, 2)).asOptional().orElseThrow());

    assertThat(verdict.isVerified()).as(verdict.toString()).isTrue();
    assertThat(verdict.hops()).hasSize(7);
  }

  @Test
  void partsOfDifferentAnswersAreNotPutTogether() {
    ChainWorld.Copy copy = world.sell(part(draft -> draft), c);
    ShownDeclaration shown = world.shown(copy, world.proofs());

    assertThat(ShownDeclaration.of(Spoils.missing(shown)).whyNot()).contains(Reason.MALFORMED_BODY);
    assertThat(
            ShownDeclaration.of(Spoils.mixed(shown, world.shown(steelForB, world.proofs())))
                .whyNot())
        .contains(Reason.MALFORMED_BODY);
  }

  // ---- the words

  private ChainWorld.Made part(UnaryOperator<DraftDeclaration> spoiler) {
    return b.makes("part", DeclaredUnit.PIECE)
        .emitting("5")
        .of(steelForB, ONE)
        .spoiled(spoiler)
        .state();
  }

  /** A part of the same total, of which something is moved between own and input. */
  private ChainWorld.Made moved(String own, String contribution) {
    return part(
        draft ->
            withElement(
                draft.with(new OwnClaim(fossil(own))),
                element -> contributing(element, KgCo2e.of(contribution))));
  }

  private ChainWorld.Made made(String name, ChainWorld.Copy of) {
    return b.makes(name, DeclaredUnit.PIECE).emitting("5").of(of, ONE).state();
  }

  private ChainWorld.Made car(ChainWorld.Copy part) {
    return c.makes("car", DeclaredUnit.PIECE).emitting("10").of(part, ONE).state();
  }

  private ChainVerdict verify(ChainWorld.Made root) {
    Map<DeclarationId, LoggedEntry> proofs = world.proofs();
    return world
        .verifier()
        .verify(rootOf(root), world.shown(root, proofs), world.answers(root, proofs));
  }

  private ChainVerdict verify(
      ChainWorld.Made root, ChainWorld.Copy of, UnaryOperator<ShownDeclaration> lie) {
    Map<DeclarationId, LoggedEntry> proofs = world.proofs();
    Map<DeclarationId, HopAnswer> answers = new HashMap<>(world.answers(root, proofs));
    answers.put(of.signed().id(), new HopAnswer.Shown(lie.apply(world.shown(of, proofs))));
    return world.verifier().verify(rootOf(root), world.shown(root, proofs), answers);
  }

  private ChainVerdict verifyRoot(ChainWorld.Made root, UnaryOperator<ShownDeclaration> change) {
    Map<DeclarationId, LoggedEntry> proofs = world.proofs();
    return world
        .verifier()
        .verify(rootOf(root), change.apply(world.shown(root, proofs)), world.answers(root, proofs));
  }

  private static void assertFails(ChainVerdict verdict, ChainWorld.Copy hop, Reason reason) {
    HopVerdict of = verdict.of(hop.signed().id()).orElseThrow();
    assertThat(of.reason()).as(verdict.toString()).contains(reason);
    assertThat(of.outcome()).isEqualTo(HopOutcome.FAILED);
    assertThat(verdict.hasFailed()).isTrue();
  }

  private static ShownDeclaration withInputs(ShownDeclaration shown, List<AuditedInput> inputs) {
    return new ShownDeclaration(
        shown.declaration(), shown.statement(), shown.proof(), shown.statementProof(), inputs);
  }

  private static ShownDeclaration withDeclaration(ShownDeclaration shown, DeclarationBody other) {
    return new ShownDeclaration(
        other, shown.statement(), shown.proof(), shown.statementProof(), shown.inputs());
  }

  private ChainWorld.Made ofWood(BiFunction<DraftDeclaration, InputElement, DraftDeclaration> lie) {
    ChainWorld.Copy wood =
        world.sell(
            a.makes("wood", DeclaredUnit.PIECE)
                .emitting(
                    OwnEmissions.primary(
                        fossil("5")
                            .and(Stage.MAIN, EmissionAccount.BIOGENIC_UPTAKE, KgCo2e.of("-2"))))
                .state(),
            b);
    return b.makes("part", DeclaredUnit.PIECE)
        .emitting("5")
        .of(wood, ONE)
        .spoiled(draft -> lie.apply(draft, elements(draft).get(0)))
        .state();
  }

  private static CommittedTotals micrograms(long gross, long removals, long uptake) {
    long kilogram = 1_000_000_000L;
    return new CommittedTotals(gross * kilogram, removals * kilogram, uptake * kilogram);
  }

  private static ShownDeclaration withBareInputs(ShownDeclaration shown) {
    return withInputs(
        shown,
        shown.inputs().stream()
            .map(
                input ->
                    new AuditedInput(
                        input.declaration().substring(0, input.declaration().indexOf('~') + 1),
                        Optional.empty(),
                        input.proof(),
                        input.endorsement(),
                        input.supplierKey()))
            .toList());
  }

  private static ShownDeclaration withoutProofs(ShownDeclaration shown) {
    return withInputs(
        shown,
        shown.inputs().stream()
            .map(
                input ->
                    new AuditedInput(
                        input.declaration(),
                        input.opening(),
                        Optional.empty(),
                        input.endorsement(),
                        input.supplierKey()))
            .toList());
  }

  private static AuditedInput pinned(AuditedInput input, String fingerprint) {
    return new AuditedInput(
        input.declaration(), input.opening(), input.proof(), input.endorsement(), fingerprint);
  }

  private static List<InputElement> elements(DraftDeclaration draft) {
    return Spoils.elements(draft);
  }

  private static DraftDeclaration withElement(
      DraftDeclaration draft, UnaryOperator<InputElement> change) {
    return draft.with(new InputsClaim(elements(draft).stream().map(change).toList()));
  }

  private static InputElement from(InputElement element, InputElement.Source source) {
    return new InputElement(
        Optional.of(source),
        element.amount(),
        element.yield(),
        element.factor(),
        element.contribution(),
        element.contributionExcl(),
        element.state(),
        element.line());
  }

  private static InputElement contributing(InputElement element, KgCo2e amount) {
    return factor(element, element.factor(), amount);
  }

  private static InputElement factor(InputElement element, Fraction factor, KgCo2e amount) {
    return new InputElement(
        element.source(),
        element.amount(),
        element.yield(),
        factor,
        amount,
        Optional.of(amount),
        element.state(),
        element.line());
  }

  private static InputElement in(InputElement element, DeclaredUnit unit) {
    return new InputElement(
        element.source(),
        new Quantity(element.amount().amount(), unit),
        element.yield(),
        element.factor(),
        element.contribution(),
        element.contributionExcl(),
        element.state(),
        element.line());
  }

  private static String disclosureOfOwn(DeclarationBody body) {
    return Spoils.disclosureOf(body, "own");
  }

  private static DeclarationBody replacedOwn(DeclarationBody body, String disclosure) {
    return new DeclarationBody(
        body.declaration().replace(disclosureOfOwn(body), disclosure), body.opening());
  }
}
