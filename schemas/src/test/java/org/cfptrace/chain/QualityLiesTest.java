package org.cfptrace.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.chain.ChainWorld.fossil;
import static org.cfptrace.footprint.QualityScale.ONE_TO_FIVE;
import static org.cfptrace.footprint.QualityScale.ONE_TO_THREE;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.Estimate;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineOrigin;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.verify.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ratings and estimated share of B's part, 5 kg of its own and 3 of A's steel, are means weighted
 * by these kilograms; whoever states better ones lies.
 */
class QualityLiesTest {
  private static final Representativeness OF_STEEL = Representativeness.of("4", "5", "2");
  private static final Representativeness OF_OWN = Representativeness.of("2", "1", "3");

  private final ChainWorld world = new ChainWorld();
  private final ChainWorld.Firm a = world.firm("a");
  private final ChainWorld.Firm b = world.firm("b");

  @Test
  void theMeansHold() {
    ChainWorld.Made part = part(DataQuality.same(ONE_TO_FIVE, OF_OWN), draft -> draft);

    ChainVerdict verdict = verify(part);

    assertThat(quality(part.draft()).rating())
        .contains(inMain(Representativeness.of("2.75", "2.5", "2.625")));
    assertThat(verdict.isVerified()).as(verdict.toString()).isTrue();
    assertThat(verdict.root().remarks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "TeR, 2.74999, 2.5, 2.625",
    "TiR, 2.75, 2.49999, 2.625",
    "GeR, 2.75, 2.5, 2.62499",
    "TeR, 1, 1, 1"
  })
  void aRatingBetterThanTheMeanIsALie(String found, String ter, String tir, String ger) {
    ChainWorld.Made part =
        part(
            DataQuality.same(ONE_TO_FIVE, OF_OWN),
            draft -> rated(draft, inMain(Representativeness.of(ter, tir, ger))));

    assertLie(part, found + " of main does not follow from the inputs");
  }

  @Test
  void aRatingOnAnotherScaleIsALie() {
    ChainWorld.Made part =
        part(
            DataQuality.same(ONE_TO_FIVE, OF_OWN),
            draft -> rated(draft, DataQuality.same(ONE_TO_THREE, OF_OWN)));

    assertLie(part, "a rating on scale ONE_TO_THREE does not follow from the inputs");
  }

  @Test
  void whereScalesAreMixedEveryRatingIsALie() {
    DataQuality own = DataQuality.same(ONE_TO_THREE, OF_OWN);
    ChainWorld.Made honest = part(own, draft -> draft);
    ChainWorld.Made lying = part(own, draft -> rated(draft, own));

    assertThat(quality(honest.draft()).rating()).isEmpty();
    assertThat(verify(honest).isVerified()).isTrue();
    assertLie(lying, "a rating on scale ONE_TO_THREE does not follow from the inputs");
  }

  @Test
  void aRatingThatLeavesAProcessOutIsALie() {
    ChainWorld.Made part =
        part(
            DataQuality.same(ONE_TO_FIVE, OF_OWN),
            draft -> rated(draft, new DataQuality(ONE_TO_FIVE, Map.of(Stage.PRE, OF_OWN))));

    assertLie(part, "no rating of process main");
  }

  /** Half of the steel is, which is 1.5 kg of 8. */
  @Test
  void theEstimatedShareOfAnInputIsHandedOn() {
    ChainWorld.Made part = ofEstimated(draft -> draft);

    ChainVerdict verdict = verify(part);

    assertThat(((TotalClaim) part.draft().claim(ClaimName.TOTAL).orElseThrow()).estimatedShare())
        .isEqualTo(Share.of("0.1875"));
    assertThat(verdict.isVerified()).as(verdict.toString()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.18749", "0.18751"})
  void anotherEstimatedShareIsALie(String share) {
    ChainWorld.Made part = ofEstimated(draft -> Spoils.estimated(draft, b.id(), Share.of(share)));

    assertLie(part, "estimated share does not follow from the inputs");
  }

  private ChainWorld.Made part(DataQuality own, UnaryOperator<DraftDeclaration> lie) {
    ChainWorld.Making steel =
        a.makes("steel", DeclaredUnit.PIECE)
            .emitting(
                new OwnEmissions(fossil("3"), DataQuality.same(ONE_TO_FIVE, OF_STEEL), true, true));
    return of(steel, new OwnEmissions(fossil("5"), own, true, true), lie);
  }

  private ChainWorld.Made ofEstimated(UnaryOperator<DraftDeclaration> lie) {
    ChainWorld.Making steel =
        a.makes("steel", DeclaredUnit.PIECE)
            .emitting("1.5")
            .line(
                BillOfMaterialsLine.of(
                    new LineId("coke"),
                    "coke",
                    Quantity.of("1", DeclaredUnit.KILOGRAM),
                    new LineSupply.Terminal(
                        new Estimate(
                            LineOrigin.SECONDARY,
                            DeclaredUnit.KILOGRAM,
                            fossil("1.5"),
                            null,
                            "a database"))));
    return of(steel, OwnEmissions.primary(fossil("5")), lie);
  }

  private ChainWorld.Made of(
      ChainWorld.Making steel, OwnEmissions own, UnaryOperator<DraftDeclaration> lie) {
    return b.makes("part", DeclaredUnit.PIECE)
        .emitting(own)
        .of(world.sell(steel.state(), b), Quantity.of("1", DeclaredUnit.PIECE))
        .spoiled(lie)
        .state();
  }

  private static QualityClaim quality(DraftDeclaration draft) {
    return (QualityClaim) draft.claim(ClaimName.QUALITY).orElseThrow();
  }

  private static DraftDeclaration rated(DraftDeclaration draft, DataQuality rating) {
    return draft.with(new QualityClaim(quality(draft).primaryDataShare(), Optional.of(rating)));
  }

  private static DataQuality inMain(Representativeness rating) {
    return new DataQuality(ONE_TO_FIVE, Map.of(Stage.MAIN, rating));
  }

  private ChainVerdict verify(ChainWorld.Made part) {
    Map<DeclarationId, LoggedEntry> proofs = world.proofs();
    return world
        .verifier()
        .verify(ChainWorld.rootOf(part), world.shown(part, proofs), world.answers(part, proofs));
  }

  private void assertLie(ChainWorld.Made part, String detail) {
    ChainVerdict verdict = verify(part);
    assertThat(verdict.root().reason()).as(verdict.toString()).contains(Reason.QUALITY_DIFFERS);
    assertThat(verdict.root().detail()).contains(detail);
    assertThat(verdict.hops().get(1).outcome()).isEqualTo(HopOutcome.VERIFIED);
  }
}
