package org.cfptrace.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.Claims;
import org.cfptrace.declaration.InputElement;
import org.cfptrace.declaration.InputsClaim;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.DeclaredEmissions;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.footprint.Yield;
import org.cfptrace.keys.Commitment;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.keys.Randomness;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.Estimate;
import org.cfptrace.rollup.FigureReference;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineOrigin;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.ProductGraph;
import org.cfptrace.rollup.Proxy;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.Test;

/** What a company states of its sum adds up to the microgram, whatever it is made of. */
class StatedSumTest {
  private static final long SEED = 20_261_127L;
  private static final Period YEAR = Period.ofYear(2025);
  private static final ParticipantId MILL =
      ParticipantId.of("registry.cfptrace.example", "millmillmillmill");
  private static final TraceId CAR = product("car");
  private static final String COMMITMENT =
      Commitment.to(CommitmentOpening.fresh(1, 2, 3, Randomness.secure())).encoded();

  private final Random random = new Random(SEED);

  @Test
  void ofAnyProductAddsUpToTheMicrogram() {
    for (int round = 0; round < 400; round++) {
      Footprint footprint = randomFootprint();

      assertAddsUp(footprint, "seed " + SEED + ", round " + round);
    }
  }

  @Test
  void withoutInputsTheOwnEmissionsAreTheTotal() {
    OwnProduct product =
        OwnProduct.of(CAR, DeclaredUnit.PIECE)
            .withOwn(OwnEmissions.primary(main("1.0000000001").plus(pre("2.0000000009"))));
    Footprint footprint = ProductGraph.of(List.of(product)).footprintOf(CAR, YEAR, Map.of());
    StatedSum sum = StatedSum.of(footprint);

    assertThat(sum.inputs()).isEmpty();
    assertThat(sum.own().emissions()).isEqualTo(footprint.toDeclare().cells());
  }

  @Test
  void aThirdAndAMegajouleAreExact() {
    SupplierProduct power = new SupplierProduct(MILL, product("power"));
    BillOfMaterialsLine line =
        BillOfMaterialsLine.of(
                new LineId("l"),
                "power",
                Quantity.of("1", DeclaredUnit.MEGAJOULE),
                LineSupply.procured(LineSource.only(power.partner(), power.product())))
            .with(Yield.of("0.3"));
    OwnProduct product =
        OwnProduct.of(CAR, DeclaredUnit.PIECE)
            .withOwn(OwnEmissions.primary(main("1")))
            .withLines(line);
    Footprint footprint =
        ProductGraph.of(List.of(product))
            .footprintOf(
                CAR, YEAR, Map.of(power, figure(DeclaredUnit.KILOWATT_HOUR, main("1"), null)));
    InputElement element = StatedSum.of(footprint).inputs().orElseThrow().elements().get(0);

    assertThat(element.factor().denominator()).isEqualByComparingTo("3.6");
    assertThat(element.contribution()).isEqualTo(KgCo2e.of("0.925925926"));
    assertThat(element.contributionOf(KgCo2e.of("1.08")).rounded(18, RoundingMode.UNNECESSARY))
        .isEqualByComparingTo("1");
  }

  @Test
  void whatStandsInForAFigureRestsOnNoDeclaration() {
    SupplierProduct steel = new SupplierProduct(MILL, product("steel"));
    BillOfMaterialsLine line =
        BillOfMaterialsLine.of(
                new LineId("l"),
                "steel",
                Quantity.of("2", DeclaredUnit.KILOGRAM),
                LineSupply.procured(LineSource.only(steel.partner(), steel.product())))
            .with(Proxy.lastKnown());
    SourceFigure recalled =
        new SourceFigure.Missing(
            LineState.RECALLED, figure(DeclaredUnit.KILOGRAM, main("3"), null));
    OwnProduct product =
        OwnProduct.of(CAR, DeclaredUnit.PIECE)
            .withOwn(OwnEmissions.primary(main("1")))
            .withLines(line);
    Footprint footprint =
        ProductGraph.of(List.of(product)).footprintOf(CAR, YEAR, Map.of(steel, recalled));
    StatedSum sum = StatedSum.of(footprint);
    InputElement element = sum.inputs().orElseThrow().elements().get(0);

    assertThat(element.source()).isEmpty();
    assertThat(element.contribution()).isEqualTo(KgCo2e.of("6"));
    assertThat(element.state()).isEqualTo("RECALLED");
    assertThat(sum.process().rest().orElseThrow().sizes())
        .containsExactly(Map.entry(Stage.MAIN, KgCo2e.of("6")));
    assertThat(sum.process().rest().orElseThrow().estimatedShare()).isEqualTo(Share.ALL);
  }

  private static void assertAddsUp(Footprint footprint, String run) {
    StatedSum sum = StatedSum.of(footprint);
    CommittedTotals total = footprint.toDeclare().totals();
    List<InputElement> elements =
        sum.inputs().map(StatedSumTest::asRead).map(InputsClaim::elements).orElse(List.of());
    KgCo2e incl = sum.own().emissions().inclBiogenicUptake();
    KgCo2e excl = sum.own().emissions().exclBiogenicUptake();
    for (InputElement element : elements) {
      incl = incl.plus(element.contribution());
      excl = excl.plus(element.contributionExcl().orElseThrow());
    }
    assertThat(incl).as(run).isEqualTo(total.inclBiogenicUptake());
    assertThat(excl).as(run).isEqualTo(total.exclBiogenicUptake());
    assertThat(Claims.read(ClaimName.PROCESS, sum.process().toJson()).name())
        .as(run)
        .isEqualTo(ClaimName.PROCESS);
    assertContributions(footprint, elements, run);
  }

  /** Each contribution is what amount, yield, factor and the source's figure make of it. */
  private static void assertContributions(
      Footprint footprint, List<InputElement> elements, String run) {
    List<SourceFigure.Given> figures = new ArrayList<>();
    footprint.lines().forEach(line -> line.parts().forEach(part -> figures.add(part.counted())));
    KgCo2e largest =
        elements.stream()
            .map(element -> element.contribution().abs())
            .max(KgCo2e::compareTo)
            .orElse(KgCo2e.ZERO);
    KgCo2e left = FittedContributions.mostLeft(elements.size());
    for (int place = 0; place < elements.size(); place++) {
      InputElement element = elements.get(place);
      SourceFigure.Given figure = figures.get(place);
      if (element.source().isPresent() && figure != null) {
        BigDecimal exact =
            element
                .contributionOf(figure.emissions().inclBiogenicUptake())
                .rounded(9, RoundingMode.FLOOR);
        KgCo2e off = element.contribution().minus(new KgCo2e(exact)).abs();
        boolean isLargest = element.contribution().abs().compareTo(largest.minus(left)) >= 0;
        assertThat(off.value())
            .as(run)
            .isLessThanOrEqualTo((isLargest ? left : KgCo2e.ofMicrograms(1)).value());
      }
    }
  }

  private static InputsClaim asRead(InputsClaim written) {
    return (InputsClaim)
        Claims.read(ClaimName.INPUTS, StrictJson.parse(StrictJson.write(written.toJson())));
  }

  private Footprint randomFootprint() {
    Map<SupplierProduct, SourceFigure> received = new HashMap<>();
    List<OwnProduct> products = new ArrayList<>();
    int levels = 1 + random.nextInt(3);
    for (int level = 0; level < levels; level++) {
      List<BillOfMaterialsLine> lines = new ArrayList<>();
      int count = random.nextInt(8);
      for (int i = 0; i < count; i++) {
        lines.add(randomLine("l" + level + "-" + i, received));
      }
      if (level + 1 < levels) {
        lines.add(
            line(
                "own",
                Quantity.of(decimal(3), DeclaredUnit.PIECE),
                new LineSupply.Own(at(level + 1))));
      }
      OwnProduct product = OwnProduct.of(at(level), DeclaredUnit.PIECE).withLines(lines);
      products.add(random.nextInt(10) == 0 ? product : product.withOwn(randomOwn()));
    }
    return ProductGraph.of(products).footprintOf(at(0), YEAR, received);
  }

  private static TraceId at(int level) {
    return level == 0 ? CAR : product("own part " + level);
  }

  private BillOfMaterialsLine randomLine(String id, Map<SupplierProduct, SourceFigure> received) {
    Quantity amount =
        switch (random.nextInt(4)) {
          case 0 -> Quantity.of(decimal(9), DeclaredUnit.MEGAJOULE);
          case 1 -> Quantity.of(decimal(6), DeclaredUnit.PIECE);
          case 2 -> Quantity.of(decimal(3), DeclaredUnit.TON_KILOMETER);
          default -> Quantity.of(decimal(9), DeclaredUnit.KILOGRAM);
        };
    BillOfMaterialsLine made =
        line(id, amount, random.nextInt(5) == 0 ? terminal(amount) : bought(id, amount, received))
            .with(Yield.of(oneOf("1", "0.3", "0.7", "0.999999999", "0.123456789")))
            .with(MassPerUnit.of(oneOf("3", "0.7", "2.123456789")));
    return random.nextBoolean() ? made.with(Proxy.lastKnown()) : made;
  }

  private LineSupply terminal(Quantity amount) {
    return new LineSupply.Terminal(
        new Estimate(LineOrigin.SECONDARY, amount.unit(), randomEmissions(), null, "a database"));
  }

  private LineSupply bought(
      String id, Quantity amount, Map<SupplierProduct, SourceFigure> received) {
    String[] shares =
        random.nextBoolean()
            ? new String[] {"0.333333333", "0.333333333", "0.333333334"}
            : new String[] {oneOf("1", "0.5")};
    List<LineSource> sources = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      SupplierProduct supplier = new SupplierProduct(MILL, product(id + " " + i));
      sources.add(
          new LineSource(supplier.partner(), supplier.product(), Share.of(shares[i]), null, null));
      SourceFigure.Given figure = figure(unitOf(amount), randomEmissions(), randomQuality());
      received.put(
          supplier,
          random.nextInt(6) == 0 ? new SourceFigure.Missing(LineState.RECALLED, figure) : figure);
    }
    return new LineSupply.Procured(sources);
  }

  private DeclaredUnit unitOf(Quantity amount) {
    return switch (amount.unit()) {
      case MEGAJOULE -> DeclaredUnit.KILOWATT_HOUR;
      case PIECE -> random.nextBoolean() ? DeclaredUnit.KILOGRAM : DeclaredUnit.PIECE;
      case KILOGRAM -> random.nextBoolean() ? DeclaredUnit.KILOGRAM : DeclaredUnit.PIECE;
      default -> amount.unit();
    };
  }

  private static SourceFigure.Given figure(
      DeclaredUnit unit, Emissions emissions, DataQuality quality) {
    return new SourceFigure.Given(
        unit,
        MassPerUnit.of("2.123456789"),
        DeclaredEmissions.of(emissions).cells(),
        true,
        Share.NONE,
        quality,
        PrimaryDataShare.FULL,
        CalculationBasis.AR6_CRADLE_TO_GATE,
        YEAR,
        LocalDate.parse("2027-12-31"),
        new FigureReference("A".repeat(43), COMMITMENT));
  }

  private OwnEmissions randomOwn() {
    return new OwnEmissions(randomEmissions(), randomQuality(), true, random.nextBoolean());
  }

  private DataQuality randomQuality() {
    return DataQuality.same(
        QualityScale.ONE_TO_FIVE, Representativeness.of(oneOf("1", "2.5"), "3", oneOf("4", "1.1")));
  }

  private Emissions randomEmissions() {
    return Emissions.of(Stage.PRE, EmissionAccount.FOSSIL, new KgCo2e(new BigDecimal(decimal(18))))
        .plus(main(decimal(9)))
        .and(
            Stage.MAIN,
            EmissionAccount.BIOGENIC_UPTAKE,
            new KgCo2e(new BigDecimal(decimal(9))).negated())
        .and(
            Stage.MAIN,
            EmissionAccount.LAND_MANAGEMENT_REMOVALS,
            new KgCo2e(new BigDecimal(decimal(12))).negated());
  }

  private String decimal(int decimals) {
    return BigDecimal.valueOf(1 + random.nextInt(2_000_000_000), decimals).toPlainString();
  }

  private String oneOf(String... values) {
    return values[random.nextInt(values.length)];
  }

  private static BillOfMaterialsLine line(String id, Quantity amount, LineSupply supply) {
    return BillOfMaterialsLine.of(new LineId(id), "part " + id, amount, supply);
  }

  private static Emissions main(String kilograms) {
    return Emissions.of(Stage.MAIN, EmissionAccount.FOSSIL, new KgCo2e(new BigDecimal(kilograms)));
  }

  private static Emissions pre(String kilograms) {
    return Emissions.of(Stage.PRE, EmissionAccount.FOSSIL, new KgCo2e(new BigDecimal(kilograms)));
  }

  private static TraceId product(String name) {
    return new TraceId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }
}
