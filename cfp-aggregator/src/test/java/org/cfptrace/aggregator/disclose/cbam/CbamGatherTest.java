package org.cfptrace.aggregator.disclose.cbam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cfptrace.aggregator.disclose.cbam.AWorks.FULL;
import static org.cfptrace.aggregator.disclose.cbam.AWorks.chain;
import static org.cfptrace.aggregator.disclose.cbam.AWorks.furnace;
import static org.cfptrace.aggregator.disclose.cbam.AWorks.furnaceWithDefault;
import static org.cfptrace.aggregator.disclose.cbam.AWorks.furnaceWithPrecursors;
import static org.cfptrace.aggregator.disclose.cbam.AWorks.gathered;
import static org.cfptrace.aggregator.disclose.cbam.AWorks.options;
import static org.cfptrace.aggregator.steel.AnInstallation.actual;
import static org.cfptrace.aggregator.steel.AnInstallation.installation;
import static org.cfptrace.aggregator.steel.AnInstallation.purchase;
import static org.cfptrace.aggregator.steel.AnInstallation.unverified;
import static org.cfptrace.aggregator.steel.AnInstallation.verified;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.Evidence;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Finding.Code;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.Shown;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.Subject;
import org.cfptrace.aggregator.disclose.TargetName;
import org.cfptrace.aggregator.steel.AnInstallation.AProcess;
import org.cfptrace.aggregator.steel.GoodsCategory;
import org.cfptrace.aggregator.steel.InstallationYear;
import org.cfptrace.aggregator.steel.SteelRoute;
import org.cfptrace.aggregator.steel.VerifierReport;
import org.cfptrace.footprint.Period;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.junit.jupiter.api.Test;

/** What is found out of a kept calculation, and what is said of what is missing or does not fit. */
class CbamGatherTest {
  private static final CbamTarget TARGET = AWorks.target(chain());

  @Test
  void theTargetShowsEmbeddedEmissionsAndNoFootprint() {
    assertThat(TARGET.name()).isEqualTo(TargetName.CBAM_SUMMARY_2547);
    assertThat(TARGET.shows()).isEqualTo(Shown.SPECIFIC_EMBEDDED_EMISSIONS);
    assertThat(TARGET.facts()).isEqualTo(CbamFacts.class);
  }

  // ---- period and subject

  @Test
  void aPeriodAcrossTwoCalendarYearsIsRefusedWithTheYearsThatFit() {
    assertThat(TARGET.complaint(Optional.empty(), Period.of("2026-04-01", "2027-03-31")))
        .hasValue(
            "PERIOD_MIX: 2026-04-01/2027-03-31 reaches from 2026 into 2027; the reporting period"
                + " of CBAM lies in one calendar year: 2026-01-01/2026-12-31 or"
                + " 2027-01-01/2027-12-31");
    assertThat(TARGET.complaint(Optional.empty(), Period.ofYear(2025)).orElseThrow())
        .startsWith("PERIOD_MIX: expected a year from 2026");
    assertThat(TARGET.complaint(Optional.empty(), Period.ofYear(2026))).isEmpty();
    assertThat(TARGET.complaint(Optional.empty(), Period.of("2026-04-01", "2026-12-31"))).isEmpty();
  }

  @Test
  void aPeriodThatIsNotTheCalculatedOneForbidsAndNamesBoth() {
    assertThat(gathered(chain(), FULL, Period.of("2026-01-01", "2026-06-30")).findings())
        .containsExactly(
            Finding.of(
                Code.PERIOD_MIX,
                "asked for 2026-01-01/2026-06-30, calculated for 2026-01-01/2026-12-31"));
    assertThat(Code.PERIOD_MIX.weight()).isEqualTo(Finding.Weight.FORBIDS);
  }

  @Test
  void aPartOfAYearIsTakenWithAWarning() {
    Period part = Period.of("2026-04-01", "2026-12-31");
    InstallationYear input = installation().in(part).running(furnace()).build();

    assertThat(gathered(input, "{}", part).findings())
        .contains(
            Finding.of(
                Code.IMPLAUSIBLE,
                "the reporting period is the calendar year; these figures are of"
                    + " 2026-04-01/2026-12-31"));
  }

  @Test
  void anInstallationOrYearThatIsNotKeptIsNotFound() {
    refused("works-b", Optional.empty(), Period.ofYear(2026), ProblemCode.NOT_FOUND);
    refused("works-a", Optional.empty(), Period.ofYear(2027), ProblemCode.NOT_FOUND);
    refused("not an id", Optional.empty(), Period.ofYear(2026), ProblemCode.INVALID_PARAMETER);
    refused("works-a", Optional.of("works-b"), Period.ofYear(2026), ProblemCode.INVALID_PARAMETER);
    refused(
        "works-a", Optional.empty(), Period.of("2026-04-01", "2027-03-31"), ProblemCode.PERIOD_MIX);
  }

  // ---- what is not stated

  @Test
  void whereEverythingIsStatedNothingIsFound() {
    assertThat(gathered(chain(), FULL).findings()).isEmpty();
  }

  @Test
  void whatWasNotStatedIsNamedItemByItemAndNeverBlocks() {
    List<Finding> findings = gathered(furnaceWithDefault().build(), "{}").findings();

    assertThat(findings)
        .extracting(finding -> finding.code() + " " + finding.path())
        .containsExactly(
            "DEFAULT_VALUE_USED precursors/72031000/IN",
            "NOT_STATED item 1",
            "NOT_STATED item 2",
            "NOT_STATED item 4",
            "NOT_STATED item 10",
            "NOT_STATED item 16",
            "NOT_STATED verifier",
            "NOT_STATED carbonPrices",
            "NOT_STATED catena-x-cbam.json");
    assertThat(findings).allMatch(it -> it.code().weight() == Finding.Weight.WARNS);
    assertThat(findings.get(1).detail())
        .isEqualTo("Operator: name; registration number; street; city; country");
  }

  @Test
  void ofSeveralGoodsTheOneWithoutAStatementIsNamed() {
    assertThat(
            gathered(
                    chain(),
                    FULL.replace(
                        "'requestedTonnes': '1000000', 'specificFreeAllocation': '1.1'",
                        "'requestedTonnes': '1000000'"))
                .findings())
        .containsExactly(
            new Finding(
                Code.NOT_STATED,
                "item 4",
                "Specific embedded emissions of each good: (e) specific embedded free allocation,"
                    + " t CO2e/t (pig-iron)"));
  }

  @Test
  void whatDoesNotApplyIsSaidWithItsReasonAndNotLeftOut() {
    List<ExportFile> files = AWorks.files(furnaceWithPrecursors().build(), "{'co2Captured': []}");

    JsonNode items = Reading.json(files, "operators-summary.json").path("items");
    assertThat(items).hasSize(16);
    for (String name :
        List.of(
            "indirectEmissions",
            "measurableHeat",
            "zeroRatedFuels",
            "wasteGases",
            "co2Capture",
            "ownElectricity",
            "precursorsByDefault",
            "precursorsOfOtherPeriods",
            "precursorsOfSeveralInstallations")) {
      assertThat(items.path(name).path("status").asText()).as(name).isEqualTo("NOT_APPLICABLE");
      assertThat(items.path(name).path("note").asText()).as(name).isNotEmpty();
    }
    assertThat(items.at("/co2Capture/note").asText())
        .isEqualTo("the operator states that no CO2 is captured");
    assertThat(items.at("/operator/status").asText()).isEqualTo("NOT_STATED");
    assertThat(items.at("/operator/name").isNull()).isTrue();
    assertThat(items.at("/installation/status").asText()).isEqualTo("INCOMPLETE");
  }

  @Test
  void anInstallationNamedInJapaneseLacksItsEnglishNameAndKeepsItsOwn() {
    InstallationYear input = named("君津製鉄所", installation().running(furnace()).build());

    Gathered<CbamFacts> gathered = gathered(input, "{}");

    assertThat(gathered.findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.path()).isEqualTo("item 2");
              assertThat(finding.detail()).startsWith("Installation: name;");
            });
    List<ExportFile> files = AWorks.files(input, "{}");
    assertThat(
            Reading.json(files, "operators-summary.json")
                .at("/items/installation/localName")
                .asText())
        .isEqualTo("君津製鉄所");
    assertThat(Reading.pdf(files)).contains("君津製鉄所");
  }

  // ---- goods

  @Test
  void chosenCodesLeaveOutOtherGoodsAndWhatIsNotBehindThem() {
    InstallationYear input =
        installation()
            .buying(purchase("dri", "72031000", "IN", "110", null))
            .buying(purchase("femn", "72021120", "FR", "5", verified("1.50", "0.9")))
            .running(furnace().usingPurchase("femn", "5"))
            .running(
                AProcess.process("other", GoodsCategory.CRUDE_STEEL, SteelRoute.DRI_EAF)
                    .making("72071210", "10")
                    .emitting("7")
                    .usingPurchase("dri", "11"))
            .build();

    CbamFacts facts = AWorks.facts(input, "{'cnCodes': ['72071114']}");

    assertThat(facts.goods()).extracting(CbamFacts.Good::cn).containsExactly("72071114");
    assertThat(facts.processes())
        .extracting(CbamFacts.ProcessFacts::name)
        .containsExactly("furnace");
    assertThat(facts.precursors())
        .extracting(CbamFacts.Precursor::purchase)
        .containsExactly("femn");
    assertThat(facts.notes()).isEmpty();
    // the installation's total stays the installation's: 218.008 + 7
    assertThat(Figures.tonnes(facts.direct()).toPlainString()).isEqualTo("225.008");
    assertThat(TARGET.faults(facts, TARGET.files(facts, stamp()))).isEmpty();
  }

  @Test
  void whatIsBehindAChosenGoodIsReportedWithIt() {
    CbamFacts facts = AWorks.facts(chain(), "{'cnCodes': ['72071114']}");

    assertThat(facts.processes())
        .extracting(CbamFacts.ProcessFacts::name)
        .containsExactly("sinter", "pig-iron", "steel");
    assertThat(facts.goods()).extracting(CbamFacts.Good::process).containsExactly("steel");
  }

  @Test
  void aCodeTheInstallationDoesNotMakeForbidsAndNamesThoseItMakes() {
    assertThat(gathered(chain(), "{'cnCodes': ['72085120']}").findings())
        .contains(
            new Finding(
                Code.CN_INVALID,
                "72085120",
                "the installation makes no goods of CN 72085120 in 2026; it makes 26011200,"
                    + " 72011011, 72071114, 72083600"));
    assertThat(Code.CN_INVALID.weight()).isEqualTo(Finding.Weight.FORBIDS);
  }

  @Test
  void moreAskedForThanWasMadeIsImplausible() {
    assertThat(
            gathered(
                    installation().running(furnace()).build(),
                    "{'goods': [{'cn': '72071114', 'requestedTonnes': '100.5'}]}")
                .findings())
        .contains(
            new Finding(
                Code.IMPLAUSIBLE,
                "72071114",
                "asked for 100.5 t, more than was made in the period"));
  }

  // ---- precursors

  @Test
  void anUnverifiedValueOfASupplierIsReplacedAndNeverToldOn() {
    InstallationYear input =
        installation()
            .buying(purchase("dri", "72031000", "IN", "110", unverified("1.2345", "0")))
            .running(furnace().usingPurchase("dri", "110"))
            .build();

    CbamFacts facts = AWorks.facts(input, "{}");

    assertThat(facts.notes())
        .containsExactly(
            "dri: the actual value has no verifier's report; the default value counts");
    assertThat(FactsJson.write(facts)).doesNotContain("1.2345").contains("11/4");
  }

  @Test
  void aValueOfAnEarlierYearStandsInItemFourteen() {
    InstallationYear input =
        installation()
            .buying(
                purchase(
                    "dri",
                    "72031000",
                    "IN",
                    "110",
                    actual("1.40", "0", Period.ofYear(2025), new VerifierReport("R", "V", "J"))))
            .running(furnace().usingPurchase("dri", "110"))
            .build();

    JsonNode items =
        Reading.json(AWorks.files(input, "{}"), "operators-summary.json").path("items");

    JsonNode other = items.at("/precursorsOfOtherPeriods/precursors/0");
    assertThat(other.path("period").asText()).isEqualTo("2025-01-01/2025-12-31");
    assertThat(other.path("specificTotal").asText()).isEqualTo("1.40000");
    assertThat(items.at("/precursorsByActual/precursors/0/yearUsed").asText()).isEqualTo("2025");
  }

  @Test
  void aPrecursorOfTwoInstallationsStandsInItemFifteenWithEachValue() {
    InstallationYear input =
        installation()
            .buying(purchase("dri-1", "72031000", "IN", "60", verified("1.40", "0")))
            .buying(purchase("dri-2", "72031000", "IN", "50", verified("1.60", "0")))
            .running(furnace().usingPurchase("dri-1", "60").usingPurchase("dri-2", "50"))
            .build();
    String options =
        "{'precursors': [{'purchase': 'dri-2', 'operator': 'Iron Ltd', 'installation': 'Y'}]}";

    JsonNode items =
        Reading.json(AWorks.files(input, options), "operators-summary.json").path("items");

    JsonNode several = items.path("precursorsOfSeveralInstallations");
    assertThat(several.path("note").asText()).startsWith("no mean is formed");
    assertThat(several.at("/precursors/0/installation").asText()).isEqualTo("Plant X");
    assertThat(several.at("/precursors/0/specificTotal").asText()).isEqualTo("1.40000");
    assertThat(several.at("/precursors/1/installation").asText()).isEqualTo("Y");
    assertThat(several.at("/precursors/1/specificTotal").asText()).isEqualTo("1.60000");
    assertThat(items.at("/originOfPrecursors/precursors/0/operator").isNull()).isTrue();
    assertThat(items.at("/originOfPrecursors/precursors/1/operator").asText())
        .isEqualTo("Iron Ltd");
  }

  // ---- where it comes from

  @Test
  void theEvidenceNamesTheVersionItsHashAndEveryTable() {
    Gathered<CbamFacts> gathered = gathered(chain(), FULL);

    assertThat(gathered.evidence().inputs()).isEmpty();
    assertThat(gathered.evidence().structureVersions())
        .containsExactly("installation works-a 2026 version 3 sha256 " + "ab".repeat(32));
    assertThat(gathered.evidence().factorSets())
        .extracting(it -> it.id() + ", " + it.version())
        .containsExactly(
            "cbam-default-values, test set, version 1",
            "cbam-benchmarks, as shipped",
            "cbam-factors, as shipped");
    assertThat(gathered.results())
        .contains(
            new Evidence.Named("72083600 of coil, specific direct, t CO2e/t", "1.77514"),
            new Evidence.Named(
                "catena-x-cbam.json",
                "structure of the example in the Catena-X CBAM kit; no standard available"));
  }

  @Test
  void factsAreKeptAndReadBackTheSame() {
    CbamFacts facts = gathered(chain(), FULL).facts();

    String kept = FactsJson.write(facts);

    assertThat(FactsJson.write(FactsJson.read(kept, CbamFacts.class))).isEqualTo(kept);
    assertThat(FactsJson.read(kept, CbamFacts.class))
        .usingRecursiveComparison()
        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .isEqualTo(facts);
  }

  private static Stamp stamp() {
    return new Stamp("EX-77", AWorks.AS_OF, List.of(), Optional.empty(), Optional.empty());
  }

  private static InstallationYear named(String name, InstallationYear input) {
    return new InstallationYear(
        input.installation(),
        input.year(),
        name,
        input.country(),
        input.period(),
        input.purchases(),
        input.processes());
  }

  private static void refused(
      String id, Optional<String> plant, Period period, ProblemCode expected) {
    assertThatThrownBy(
            () ->
                TARGET.gather(
                    AWorks.TENANT, new Subject<>(id, plant, period, AWorks.AS_OF, options("{}"))))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(expected));
  }
}
