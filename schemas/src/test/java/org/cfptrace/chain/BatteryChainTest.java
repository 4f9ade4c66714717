package org.cfptrace.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.footprint.EmissionAccount.END_OF_LIFE_CREDIT;
import static org.cfptrace.footprint.EmissionAccount.FOSSIL;
import static org.cfptrace.footprint.Stage.DISTRIBUTION;
import static org.cfptrace.footprint.Stage.END_OF_LIFE;
import static org.cfptrace.footprint.Stage.MAIN_PRODUCTION;
import static org.cfptrace.footprint.Stage.RAW_MATERIAL;
import static org.cfptrace.footprint.SystemBoundary.CRADLE_TO_GATE;
import static org.cfptrace.footprint.SystemBoundary.CRADLE_TO_GRAVE;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.declaration.MethodClaim;
import org.cfptrace.declaration.OwnClaim;
import org.cfptrace.declaration.StagesClaim;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.verify.Reason;
import org.junit.jupiter.api.Test;

/** A chain that ends in a battery: casing of two processes, cells in stages of a battery. */
class BatteryChainTest {
  private static final UnaryOperator<DraftDeclaration> HONEST = UnaryOperator.identity();

  private final ChainWorld world = new ChainWorld();
  private final ChainWorld.Firm mill = world.firm("a");
  private final ChainWorld.Firm cells = world.firm("b");
  private final ChainWorld.Firm maker = world.firm("c");

  @Test
  void anHonestBatteryHolds() {
    ChainWorld.Made battery = battery(HONEST, HONEST);

    ChainVerdict verdict = verify(battery);

    assertThat(battery.footprint().total())
        .isEqualTo(
            Emissions.of(RAW_MATERIAL, FOSSIL, KgCo2e.of("86"))
                .and(MAIN_PRODUCTION, FOSSIL, KgCo2e.of("58"))
                .and(DISTRIBUTION, FOSSIL, KgCo2e.of("3"))
                .and(END_OF_LIFE, END_OF_LIFE_CREDIT, KgCo2e.of("-5")));
    assertThat(battery.footprint().quality().rating()).isNotNull();
    assertThat(verdict.isVerified()).as(verdict.toString()).isTrue();
    assertThat(verdict.hops())
        .noneMatch(hop -> hop.remarks().contains(Remark.STAGES_NOT_CHECKED))
        .noneMatch(hop -> hop.remarks().contains(Remark.QUALITY_NOT_CHECKED));
  }

  /** The assembly of cells is the battery's main production and not its raw material. */
  @Test
  void aSplitThatTheProfileDoesNotLeadToIsALie() {
    ChainVerdict verdict =
        verify(
            battery(
                draft ->
                    draft.with(
                        new StagesClaim(
                            StageProfile.EU_BATTERY,
                            Emissions.of(RAW_MATERIAL, FOSSIL, KgCo2e.of("126"))
                                .and(MAIN_PRODUCTION, FOSSIL, KgCo2e.of("18"))
                                .and(DISTRIBUTION, FOSSIL, KgCo2e.of("3"))
                                .and(END_OF_LIFE, END_OF_LIFE_CREDIT, KgCo2e.of("-5")))),
                HONEST));

    assertThat(verdict.hops().get(0).reason()).contains(Reason.SUM_DIFFERS);
  }

  /** The cell says so openly, within a boundary that reaches so far. */
  @Test
  void aBatteryThatCountsTheEndOfLifeOfItsCellsIsRefused() {
    ChainVerdict verdict =
        verify(
            battery(
                HONEST,
                draft ->
                    draft
                        .with(
                            MethodClaim.of(
                                List.of("ISO 14067:2018"),
                                new CalculationBasis(
                                    CalculationBasis.AR6_CRADLE_TO_GATE.gwp(), CRADLE_TO_GRAVE)))
                        .with(endOfLifeIn(draft))
                        .with(new OwnClaim(endOfLifeIn(draft).cells()))));

    assertThat(verdict.hops().get(0).reason()).contains(Reason.METHOD_DIFFERS);
  }

  @Test
  void anEndOfLifeBeyondItsBoundaryIsMalformed() {
    ChainVerdict verdict = verify(battery(HONEST, draft -> draft.with(endOfLifeIn(draft))));

    assertThat(verdict.hops().get(0).reason()).contains(Reason.MALFORMED_CLAIM);
  }

  @Test
  void ownEmissionsInStagesOfAnotherProfileAreMalformed() {
    ChainVerdict verdict =
        verify(
            battery(
                draft ->
                    draft.with(
                        new OwnClaim(
                            Emissions.of(Stage.MAIN, FOSSIL, KgCo2e.of("18"))
                                .and(Stage.PRE, FOSSIL, KgCo2e.of("3")))),
                HONEST));

    assertThat(verdict.hops().get(0).reason()).contains(Reason.MALFORMED_CLAIM);
  }

  /** The same kilograms, those of the cell's assembly called its end of life. */
  private static StagesClaim endOfLifeIn(DraftDeclaration draft) {
    Emissions cells = ((StagesClaim) draft.claim(ClaimName.STAGES).orElseThrow()).cells();
    return new StagesClaim(
        StageProfile.EU_BATTERY,
        cells.inStages(stage -> stage == MAIN_PRODUCTION ? END_OF_LIFE : stage));
  }

  /**
   * Casing 2 × (1 + 5) = 12, cells 10 × (7 + 4 + 0.4 of distribution): raw material 12 + 74 = 86,
   * main production 40 + own 18 = 58.
   */
  private ChainWorld.Made battery(
      UnaryOperator<DraftDeclaration> ofBattery, UnaryOperator<DraftDeclaration> ofCell) {
    ChainWorld.Copy casing =
        world.sell(
            mill.makes("casing", DeclaredUnit.PIECE)
                .emitting(
                    rated(
                        Emissions.of(Stage.PRE, FOSSIL, KgCo2e.of("1"))
                            .and(Stage.MAIN, FOSSIL, KgCo2e.of("5")),
                        Map.of(Stage.PRE, "1.5", Stage.MAIN, "3")))
                .state(),
            maker);
    ChainWorld.Copy cell =
        world.sell(
            cells
                .makes("cell", DeclaredUnit.PIECE)
                .asBattery(CRADLE_TO_GATE)
                .emitting(
                    rated(
                        Emissions.of(RAW_MATERIAL, FOSSIL, KgCo2e.of("7"))
                            .and(MAIN_PRODUCTION, FOSSIL, KgCo2e.of("4"))
                            .and(DISTRIBUTION, FOSSIL, KgCo2e.of("0.4")),
                        Map.of(RAW_MATERIAL, "2", MAIN_PRODUCTION, "1", DISTRIBUTION, "4.7")))
                .spoiled(ofCell)
                .state(),
            maker);
    return maker
        .makes("battery", DeclaredUnit.PIECE)
        .asBattery(CRADLE_TO_GRAVE)
        .emitting(
            rated(
                Emissions.of(MAIN_PRODUCTION, FOSSIL, KgCo2e.of("18"))
                    .and(DISTRIBUTION, FOSSIL, KgCo2e.of("3"))
                    .and(END_OF_LIFE, END_OF_LIFE_CREDIT, KgCo2e.of("-5")),
                Map.of(MAIN_PRODUCTION, "1", DISTRIBUTION, "2", END_OF_LIFE, "3")))
        .of(casing, Quantity.of("2", DeclaredUnit.PIECE))
        .of(cell, Quantity.of("10", DeclaredUnit.PIECE))
        .spoiled(ofBattery)
        .state();
  }

  private static OwnEmissions rated(Emissions emissions, Map<Stage, String> ratings) {
    Map<Stage, Representativeness> byProcess = new EnumMap<>(Stage.class);
    ratings.forEach(
        (stage, rating) -> byProcess.put(stage, Representativeness.of(rating, rating, rating)));
    return new OwnEmissions(
        emissions, new DataQuality(QualityScale.ONE_TO_FIVE, byProcess), true, true);
  }

  private ChainVerdict verify(ChainWorld.Made battery) {
    Map<DeclarationId, LoggedEntry> proofs = world.proofs();
    return world
        .verifier()
        .verify(
            ChainWorld.rootOf(battery),
            world.shown(battery, proofs),
            world.answers(battery, proofs));
  }
}
