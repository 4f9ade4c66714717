package org.cfptrace.aggregator.propose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cfptrace.aggregator.structure.Category;
import org.cfptrace.aggregator.structure.ProductStructure;
import org.cfptrace.aggregator.structure.StructureLine;
import org.cfptrace.envelope.FootprintProposalBody;
import org.cfptrace.envelope.FootprintProposalBody.Inputs;
import org.cfptrace.envelope.ProposalId;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.Sha256;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.Estimate;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineOrigin;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.rollup.RollUp;
import org.cfptrace.rollup.RollUpInput;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.Test;

/** What a footprint looks like in the message that proposes it. */
class FigureToProposeTest {
  private static final TraceId CAR = TraceId.random();
  private static final Period YEAR = Period.ofYear(2026);

  @Test
  void itIsStatedToTheMicrogramAndItsCellsAddUp() {

    FootprintProposalBody body = proposed("10", estimated("3.333333333"), missingNothing());

    assertThat(body.total().exclBiogenicUptake()).isEqualTo(KgCo2e.of("13.333333333"));
    assertThat(body.amounts()).isEqualTo(new CommittedTotals(13_333_333_333L, 0, 0));
    assertThat(body.stages().profile()).isEqualTo(StageProfile.OURANOS);
    assertThat(body.stages().cells().at(Stage.MAIN, EmissionAccount.FOSSIL))
        .isEqualTo(KgCo2e.of("13.333333333"));
    assertThat(body.total().complete()).isTrue();
    assertThat(body.inputs()).isEqualTo(new Inputs(1, 0));
  }

  @Test
  void itIsForThePeriodThatWasAskedForAndThreeYearsBeyond() {
    FootprintProposalBody body = proposed("10", estimated("8"), missingNothing());

    assertThat(body.period().period()).isEqualTo(YEAR);
    assertThat(body.period().validUntil()).isEqualTo(LocalDate.parse("2029-12-31"));
    assertThat(body.product().traceId()).isEqualTo(CAR);
    assertThat(body.product().unit()).isEqualTo(DeclaredUnit.PIECE);
    assertThat(body.method().basis()).isEqualTo(CalculationBasis.AR6_CRADLE_TO_GATE);
  }

  @Test
  void whatIsEstimatedIsSaidToBe() {
    FootprintProposalBody body = proposed("10", estimated("10"), missingNothing());

    assertThat(body.total().estimatedShare()).isEqualTo(Share.of("0.5"));
    assertThat(body.quality().orElseThrow().primaryDataShare().orElseThrow().percent())
        .isEqualByComparingTo("50");
  }

  @Test
  void whatIsMissingIsCountedAndTheTotalSaysSo() {
    FootprintProposalBody body = proposed("10", estimated("8"), asked());

    assertThat(body.total().complete()).isFalse();
    assertThat(body.inputs()).isEqualTo(new Inputs(2, 1));
    assertThat(body.total().exclBiogenicUptake()).isEqualTo(KgCo2e.of("18"));
  }

  @Test
  void theDigestIsThatOfTheExplanationThatIsKept() {
    FigureToPropose figure = figure(Optional.of("10"), List.of(estimated("8")));

    FootprintProposalBody body = figure.body(ProposalId.random(), YEAR);

    String kept = figure.explanation();
    assertThat(body.madeFrom()).isEqualTo(Base64Url.encode(Sha256.of(kept.getBytes(UTF_8))));
    assertThat(StrictJson.parse(kept.getBytes(UTF_8)).get(0))
        .hasToString("{\"en\":\"own emissions: 10 kgCO2e\",\"ja\":\"自社由来排出量: 10 kgCO2e\"}");
  }

  @Test
  void anotherSumOfTheSameTotalHasAnotherDigest() {
    FootprintProposalBody one = proposed("10", estimated("8"), missingNothing());
    FootprintProposalBody other = proposed("8", estimated("10"), missingNothing());

    assertThat(one.total().exclBiogenicUptake()).isEqualTo(other.total().exclBiogenicUptake());
    assertThat(one.madeFrom()).isNotEqualTo(other.madeFrom());
  }

  @Test
  void whereNobodyKnowsAnythingThereIsNothingToPropose() {
    assertThat(figure(Optional.empty(), asked()).isAnythingKnown()).isFalse();
    assertThat(figure(Optional.empty(), List.of(estimated("8"))).isAnythingKnown()).isTrue();
    assertThat(figure(Optional.of("0"), List.of()).isAnythingKnown()).isTrue();
  }

  private static FootprintProposalBody proposed(
      String own, BillOfMaterialsLine line, List<BillOfMaterialsLine> more) {
    List<BillOfMaterialsLine> lines = Stream.concat(Stream.of(line), more.stream()).toList();
    return figure(Optional.of(own), lines).body(ProposalId.random(), YEAR);
  }

  private static FigureToPropose figure(Optional<String> own, List<BillOfMaterialsLine> lines) {
    ProductStructure structure =
        new ProductStructure(
            CAR,
            "Car",
            Category.VEHICLE,
            Optional.empty(),
            DeclaredUnit.PIECE,
            Optional.empty(),
            CalculationBasis.AR6_CRADLE_TO_GATE,
            StageProfile.OURANOS,
            own.map(kilograms -> OwnEmissions.primary(main(kilograms))),
            Optional.empty(),
            lines.stream()
                .map(
                    line ->
                        new StructureLine(
                            line, Optional.empty(), Optional.empty(), Optional.empty()))
                .toList(),
            LocalDate.parse("2026-01-01"),
            Optional.empty());
    Footprint footprint = RollUp.of(RollUpInput.of(structure.product(), YEAR, Map.of()));
    return new FigureToPropose(structure, footprint);
  }

  private static BillOfMaterialsLine estimated(String kilograms) {
    return BillOfMaterialsLine.of(
        new LineId("estimated"),
        "part",
        new Quantity(BigDecimal.ONE, DeclaredUnit.KILOGRAM),
        new LineSupply.Terminal(
            new Estimate(
                LineOrigin.SECONDARY, DeclaredUnit.KILOGRAM, main(kilograms), null, "a test")));
  }

  private static List<BillOfMaterialsLine> missingNothing() {
    return List.of();
  }

  private static List<BillOfMaterialsLine> asked() {
    return List.of(
        BillOfMaterialsLine.of(
            new LineId("bought"),
            "bought part",
            new Quantity(BigDecimal.ONE, DeclaredUnit.KILOGRAM),
            LineSupply.procured()));
  }

  private static Emissions main(String kilograms) {
    return Emissions.of(Stage.MAIN, EmissionAccount.FOSSIL, KgCo2e.of(kilograms));
  }
}
