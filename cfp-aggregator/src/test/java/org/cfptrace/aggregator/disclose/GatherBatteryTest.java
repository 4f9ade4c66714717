package org.cfptrace.aggregator.disclose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.battery.BatteryCategory;
import org.cfptrace.aggregator.battery.ClassScheme;
import org.cfptrace.aggregator.battery.LastDeclaration;
import org.cfptrace.aggregator.battery.ModelHashes;
import org.cfptrace.aggregator.disclose.battery.ABattery;
import org.cfptrace.aggregator.disclose.battery.World;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.SystemBoundary;
import org.cfptrace.rollup.LineOrigin;
import org.cfptrace.rollup.LineState;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.junit.jupiter.api.Test;

/** What is found out of a battery, and what stands in its way. */
class GatherBatteryTest {
  private final World world = new World();
  private final GatherBattery batteries = new GatherBattery(world.batteryFootprints(), world);

  @Test
  void theFigureIsThatOfTheLastDayAsItWasKnown() {
    Gathered<BatteryFacts> gathered = read();

    assertThat(world.askedOn).contains(LocalDate.parse("2025-12-31"));
    assertThat(world.askedFor).contains(ABattery.AS_OF);
    assertThat(gathered.facts().declared()).isEqualTo(KgCo2e.of("5700"));
    assertThat(gathered.facts().inclBiogenicUptake()).isEqualTo(KgCo2e.of("5650.5"));
    assertThat(gathered.facts().perKwh(KgCo2e.of("5700")).rounded(6))
        .isEqualByComparingTo("0.158333");
    assertThat(gathered.facts().sumOfStages()).isEqualTo(gathered.facts().declared());
    assertThat(gathered.results())
        .contains(
            new Evidence.Named("carbonFootprint kgCO2e/kWh", "0.158333"),
            new Evidence.Named("endOfLife kgCO2e/kWh", "-0.004167"),
            new Evidence.Named("energyDelivered kWh", "36000"));
    assertThat(gathered.evidence().structureVersions()).contains(ABattery.PRODUCT + " 3");
    assertThat(gathered.evidence().factorSets())
        .extracting(Evidence.FactorSource::version)
        .containsExactly("Ares(2024)3131389");
  }

  @Test
  void theHashesOfPartsAndElectricityAreOfTheStructuresAndNotOfTheMethodThatEverybodyReads() {
    Evidence evidence = read().evidence();

    assertThat(evidence.structureVersions())
        .filteredOn(it -> it.contains("Hash "))
        .hasSize(2)
        .anyMatch(it -> it.matches("billOfMaterialsHash [A-Za-z0-9_-]{43}"))
        .anyMatch(it -> it.matches("electricityMixHash [A-Za-z0-9_-]{43}"));
    assertThat(evidence.method())
        .noneMatch(it -> it.name().contains("Hash"))
        .noneMatch(it -> it.text().matches(".*[A-Za-z0-9_-]{43}.*"));
  }

  @Test
  void nothingOfTheBillOfMaterialsIsInTheFacts() {
    assertThat(FactsJson.write(read().facts())).doesNotContain("cell/");
  }

  @Test
  void aWholeBatteryHasWarningsAlone() {
    assertThat(read().findings())
        .extracting(Finding::code)
        .containsExactly(Finding.Code.CLASS_SCHEME_ABSENT, Finding.Code.METHOD_DRAFT);
  }

  @Test
  void otherPartsAndAnotherMixThanDeclaredAreFound() {
    world.declared.add(declared("2026-11-27T03:04:05Z"));

    assertThat(read().findings())
        .extracting(Finding::code)
        .contains(Finding.Code.BOM_CHANGED, Finding.Code.ELECTRICITY_MIX_CHANGED);
  }

  @Test
  void whatWasDeclaredAfterTheInstantIsNotKnown() {
    world.declared.add(declared("2026-11-27T03:04:06Z"));

    assertThat(read().findings())
        .extracting(Finding::code)
        .doesNotContain(Finding.Code.BOM_CHANGED, Finding.Code.ELECTRICITY_MIX_CHANGED);
  }

  @Test
  void aPartWithoutCompanyDataIsNamed() {
    world.lines.set(0, World.line("cell/ANODE", LineOrigin.DEFAULT, LineState.OK));

    assertThat(read().findings())
        .contains(
            new Finding(
                Finding.Code.COMPANY_DATA_REQUIRED,
                "cell/ANODE",
                "ANODE: part cell/ANODE rests on DEFAULT"));
  }

  @Test
  void aSplitThatWasWithheldNamesThePartAndForbids() {
    Emissions unsplit =
        Emissions.of(Stage.UNSPLIT, EmissionAccount.UNSPLIT_EMISSIONS, KgCo2e.of("7"));
    world.emissions = World.published().plus(unsplit);
    world.sources.add(source("箱 box", List.of("pack", "箱 box"), unsplit));

    Finding expected =
        new Finding(
            Finding.Code.SPLIT_WITHHELD, "cell/box", "箱 box came without its split by stage");
    assertThat(read().findings()).contains(expected);
    assertThat(expected.code().weight()).isEqualTo(Finding.Weight.FORBIDS);
  }

  @Test
  void aSplitThatNoPartAccountsForIsOfTheWhole() {
    world.emissions =
        World.published().and(Stage.UNSPLIT, EmissionAccount.UNSPLIT_EMISSIONS, KgCo2e.of("7"));

    assertThat(read().findings())
        .contains(
            Finding.of(Finding.Code.SPLIT_WITHHELD, "the four stages do not add up to the total"));
  }

  @Test
  void aMissingPartIsToldOnce() {
    world.complete = false;
    world.lines.set(0, World.line("cell/ANODE", LineOrigin.NONE, LineState.ASKED));

    assertThat(read().findings())
        .contains(
            new Finding(Finding.Code.MISSING_UPSTREAM, "cell/ANODE", "part cell/ANODE: ASKED"));

    world.findings.add(
        new Finding(Finding.Code.RECALLED_INPUT, "cell/anode", "recalled by its issuer"));
    assertThat(read().findings())
        .extracting(Finding::code)
        .contains(Finding.Code.RECALLED_INPUT)
        .doesNotContain(Finding.Code.MISSING_UPSTREAM);
  }

  @Test
  void aFootprintThatEndsAtTheGateIsNoBatterys() {
    world.boundary = SystemBoundary.CRADLE_TO_GATE;

    assertThat(read().findings())
        .contains(
            Finding.of(
                Finding.Code.BOUNDARY_MIX,
                "expected a footprint that reaches to the end of the battery's life, seen"
                    + " CRADLE_TO_GATE"));
  }

  @Test
  void aClassIsReadFromItsScheme() {
    world.schemes =
        List.of(
            new ClassScheme(
                "EU 2025/1",
                BatteryCategory.EV,
                LocalDate.parse("2025-06-01"),
                "a test",
                Optional.of(LocalDate.parse("2025-06-01")),
                List.of(new ClassScheme.Limit("B+", Optional.empty()))));

    Gathered<BatteryFacts> gathered = read();

    assertThat(gathered.facts().performanceClass()).isEqualTo("B+");
    assertThat(gathered.facts().classScheme()).contains("EU 2025/1");
    assertThat(gathered.findings())
        .extracting(Finding::code)
        .doesNotContain(Finding.Code.CLASS_SCHEME_ABSENT);
    assertThat(gathered.evidence().factorSets())
        .extracting(Evidence.FactorSource::id)
        .contains("performance-classes");
  }

  @Test
  void anotherPlantThanTheModelsForbids() {
    world.findings.add(Finding.of(Finding.Code.NOT_AVAILABLE, "its structure names no plant"));
    assertThat(read().findings())
        .extracting(Finding::code)
        .doesNotContain(Finding.Code.NOT_AVAILABLE);

    Finding expected =
        Finding.of(
            Finding.Code.NOT_AVAILABLE,
            "model MODEL-1 is made at BPNA000000000001, not at BPNA000000000099");
    assertThat(
            batteries
                .read(
                    World.MAKER,
                    subject(ABattery.PRODUCT.toString(), Optional.of("BPNA000000000099")))
                .findings())
        .contains(expected);
    assertThat(expected.code().weight()).isEqualTo(Finding.Weight.FORBIDS);
  }

  @Test
  void whatIsMissingWithinTheCutOffIsNotCalledMissing() {
    world.complete = false;
    world.findings.add(new Finding(Finding.Code.WITHIN_CUT_OFF, "label", "label: ASKED"));

    assertThat(read().findings())
        .extracting(Finding::code)
        .contains(Finding.Code.WITHIN_CUT_OFF)
        .doesNotContain(Finding.Code.MISSING_UPSTREAM);
  }

  @Test
  void anotherProductIsNotFound() {
    Subject<String> other =
        subject("urn:uuid:22222222-2222-4222-8222-222222222222", Optional.empty());

    assertThatThrownBy(() -> batteries.read(World.MAKER, other))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.NOT_FOUND));
  }

  private Gathered<BatteryFacts> read() {
    return batteries.read(
        World.MAKER, subject(ABattery.PRODUCT.toString(), Optional.of("BPNA000000000001")));
  }

  private static Subject<String> subject(String product, Optional<String> plant) {
    return new Subject<>(product, plant, Period.ofYear(2025), ABattery.AS_OF, "");
  }

  private static LastDeclaration declared(String when) {
    return new LastDeclaration(
        "MODEL-1",
        "BPNA000000000001",
        new ModelHashes("other parts", "other mix"),
        "0.2",
        Instant.parse(when));
  }

  private static SourceFacts source(String name, List<String> path, Emissions emissions) {
    return new SourceFacts(
        2,
        "SUPPLIER",
        path,
        List.of("cell", "box"),
        "urn:uuid:33333333-3333-4333-8333-333333333333",
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "OK",
        "PRIMARY",
        true,
        emissions,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
