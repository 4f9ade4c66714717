package org.cfptrace.aggregator.disclose.cbam;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.aggregator.disclose.cbam.AWorks.FULL;
import static org.cfptrace.aggregator.disclose.cbam.AWorks.chain;
import static org.cfptrace.aggregator.disclose.cbam.AWorks.furnaceWithPrecursors;
import static org.cfptrace.aggregator.steel.AnInstallation.installation;
import static org.cfptrace.aggregator.steel.AnInstallation.purchase;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.steel.AnInstallation;
import org.cfptrace.aggregator.steel.AnInstallation.AProcess;
import org.cfptrace.aggregator.steel.GoodsCategory;
import org.cfptrace.aggregator.steel.InstallationYear;
import org.cfptrace.aggregator.steel.Purchase;
import org.cfptrace.aggregator.steel.SteelRoute;
import org.junit.jupiter.api.Test;

/** What leaves with a summary, what never does, and what every reader is told with it. */
class CbamDisclosureTest {

  @Test
  void sourceStreamsAndAmountsOfPrecursorsNeverLeave() {
    InstallationYear input = furnaceWithPrecursors().build();

    String everything =
        everything(AWorks.files(input, AWorks.tonneOf("72071114")))
            + FactsJson.write(AWorks.facts(input, AWorks.tonneOf("72071114")));

    assertThat(everything)
        // streams, their amounts and carbon contents
        .doesNotContain("electrode", "183.2", "36.64", "1.832")
        // masses of precursors, bought and consumed, and the suppliers' verifiers
        .doesNotContain("110", "1.1,", "R-1", "JAB")
        .contains("3.72008");
  }

  @Test
  void whatTheInstallationHasMadeIsToldToNobodyWhoDidNotAskForAMass() {
    InstallationYear input = installation().running(maker("furnace", "987654.5")).build();
    Gathered<CbamFacts> gathered = AWorks.gathered(input, "{}");
    List<ExportFile> files = AWorks.files(input, "{}");

    assertThat(files)
        .extracting(ExportFile::name)
        .containsExactly(
            "operators-summary.json", "operators-summary.xlsx", "operators-summary.pdf");
    assertThat(everything(files) + FactsJson.write(gathered.facts()) + gathered.results())
        .doesNotContain("987654");
    assertThat(gathered.findings())
        .contains(
            new Finding(
                Finding.Code.NOT_STATED,
                "catena-x-cbam.json",
                "is not made: its net masses are those asked for, and none was stated of 72071114"));
    assertThat(Reading.sheet(files, "cbam-cost-estimate").toString())
        .contains("Not of every good a mass was asked for");
    assertThat(AWorks.target(input).faults(gathered.facts(), files)).isEmpty();
  }

  @Test
  void oneGoodWithoutAMassIsEnoughForNoResponse() {
    String options =
        FULL.replace("'cn': '72011011', 'requestedTonnes': '1000000'", "'cn': '72011011'");

    assertThat(AWorks.files(chain(), options))
        .extracting(ExportFile::name)
        .doesNotContain("catena-x-cbam.json");
    assertThat(AWorks.gathered(chain(), options).findings())
        .singleElement()
        .satisfies(it -> assertThat(it.detail()).endsWith("none was stated of 72011011"));
  }

  @Test
  void theThresholdIsHeldAgainstTheMassesAskedFor() {
    assertThat(Reading.sheet(AWorks.files(chain(), FULL), "cbam-cost-estimate").toString())
        .contains("The goods of this report, 4595000 t, would alone exceed 50 t net");
  }

  @Test
  void anIdOfAPurchaseIsInNoFile() {
    InstallationYear input =
        installation()
            .buying(purchase("PO-4711-Nippon-X", "72031000", "IN", "110", null))
            .running(AWorks.furnace().usingPurchase("PO-4711-Nippon-X", "110"))
            .build();
    String options =
        "{'precursors': [{'purchase': 'PO-4712-Nippon-Y', 'operator': 'A', 'installation': 'B'}]}";
    InstallationYear named =
        new InstallationYear(
            input.installation(),
            input.year(),
            input.name(),
            input.country(),
            input.period(),
            input.purchases().stream()
                .map(
                    it ->
                        new Purchase(
                            it.id(),
                            "iron",
                            it.code(),
                            it.origin(),
                            it.bought(),
                            it.sold(),
                            it.actual()))
                .toList(),
            input.processes());

    assertThat(everything(AWorks.files(named, options))).doesNotContain("Nippon");
    assertThat(AWorks.gathered(named, options).findings())
        .extracting(Finding::path)
        .contains("precursors/72031000/IN", "precursors[0]");
  }

  @Test
  void electricityOfGoodsOfAnnexIiStaysAtHome() {
    assertThat(everything(AWorks.files(chain(), FULL)))
        .doesNotContain("600000", "329000", "0.54545");
  }

  @Test
  void warningsOverrideAndCorrectionStandInEveryFileThatPeopleRead() {
    Stamp stamp =
        new Stamp(
            "EX-78",
            AWorks.AS_OF,
            List.of(new Finding(Finding.Code.IMPLAUSIBLE, "72083600", "asked for 2 t, made 1 t")),
            Optional.of(new Stamp.Overridden("期限のため provisional figures agreed", "olga")),
            Optional.of("EX-77"));
    List<ExportFile> files = AWorks.target(chain()).files(AWorks.facts(chain(), FULL), stamp);

    String pdf = Reading.pdf(files).replaceAll("\\s+", " ");
    String readme =
        Reading.sheet(files, "Readme").stream()
            .flatMap(List::stream)
            .collect(Collectors.joining("\n"));
    for (String text : List.of(pdf, readme)) {
      assertThat(text)
          .contains(
              "IMPLAUSIBLE: a plausibility rule is not met (72083600): asked for 2 t, made 1 t",
              "Issued in spite of what blocks, by olga, because: 期限のため provisional figures agreed",
              "Corrects export EX-77",
              "EX-78",
              "2027-02-01T00:00:00Z",
              "not a product carbon footprint",
              "this software gives no assurance",
              "HALF_UP");
    }
    var export = Reading.json(files, "operators-summary.json").path("export");
    assertThat(export.at("/override/reason").asText()).startsWith("期限のため");
    assertThat(export.at("/findings/0/code").asText()).isEqualTo("IMPLAUSIBLE");
    assertThat(export.path("supersedes").asText()).isEqualTo("EX-77");
  }

  @Test
  void theVerifierIsNamedAndNothingIsAssuredHere() {
    var verifier =
        Reading.json(AWorks.files(chain(), FULL), "operators-summary.json").path("verifier");

    assertThat(verifier.toString())
        .isEqualTo(
            "{\"verifierReportId\":\"VR-9\",\"verifierName\":\"Verifying Ltd\",\"accreditation\":\"JAB"
                + " V001\",\"periodStart\":\"2026-01-01\",\"periodEnd\":\"2026-12-31\",\"scope\":\"SEE of"
                + " goods\",\"completedOn\":\"2027-01-20\"}");
    assertThat(
            Reading.record(AWorks.files(chain(), FULL), "72083600")
                .at("/attestationOfConformance/completedAt")
                .asText())
        .isEqualTo("2027-01-20");
  }

  @Test
  void japaneseNamesSurviveEveryFormat() {
    List<ExportFile> files = AWorks.files(chain(), FULL);

    assertThat(Reading.communication(files, "72083600").get(4)).isEqualTo("熱延コイル SS400");
    assertThat(new String(Reading.file(files, "catena-x-cbam.json").bytes(), UTF_8))
        .contains("熱延コイル SS400");
    assertThat(
            Reading.json(files, "operators-summary.json").at("/items/operator/localName").asText())
        .isEqualTo("例示製鉄株式会社");
    assertThat(Reading.pdf(files)).contains("例示製鉄株式会社");
  }

  @Test
  void aNameThatBeginsLikeAFormulaStaysAText() {
    List<ExportFile> files = AWorks.files(chain(), FULL.replace("熱延コイル SS400", "=HYPERLINK(1)"));

    assertThat(Reading.communication(files, "72083600").get(4)).isEqualTo("=HYPERLINK(1)");
    assertThat(Reading.formulas(files)).isZero();
  }

  @Test
  void carbonPricesAlloysAndScrapStandInTheirColumns() {
    String options =
        FULL.replace(
            "'carbonPrices': []",
            "'carbonPrices': [{'instrument': 'carbon tax', 'legalAct': 'Act 28', 'amount': '289',"
                + " 'currency': 'JPY', 'country': 'JP'}]");
    List<ExportFile> files = AWorks.files(chain(), options);

    List<String> row = Reading.communication(files, "72083600");
    assertThat(row.subList(12, 19))
        .containsExactly(
            "289 JPY (carbon tax, JP)", "0.00000", "no scrap", "0.8", "0.02", "0.01", "0.05");
    assertThat(Reading.communication(AWorks.files(chain(), FULL), "72083600").get(12))
        .isEqualTo("none");
    assertThat(Reading.communication(AWorks.files(chain(), "{}"), "72083600").get(12))
        .isEqualTo("not stated");
    assertThat(Reading.record(files, "72083600").at("/carbonPricePaid/0/currency").asText())
        .isEqualTo("JPY");
  }

  @Test
  void theMassAskedForIsSharedOutByWhatEachProcessMadeAndAddsUpExactly() {
    List<ExportFile> files =
        AWorks.files(
            twoMakers("2", "1"), "{'goods': [{'cn': '72071114', 'requestedTonnes': '1'}]}");

    var good = Reading.json(files, "catena-x-cbam.json").at("/good/0");
    assertThat(good.at("/businessTransactionDetails/requestNetMass").decimalValue()).isEqualTo("1");
    var records = good.at("/operator/0/installation/0/emissionsRecords");
    assertThat(records.at("/0/activityData/netMass").asText()).isEqualTo("0.666666666");
    assertThat(records.at("/1/activityData/netMass").asText()).isEqualTo("0.333333334");
  }

  @Test
  void randomMassesAlwaysAddUp() {
    long seed = 20261127;
    Random random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      InstallationYear input = twoMakers(tonnes(random), tonnes(random));
      String options =
          "{'goods': [{'cn': '72071114', 'requestedTonnes': '" + tonnes(random) + "'}]}";
      byte[] json =
          CatenaXCbam.write(
              AWorks.facts(input, options), AWorks.stamp(AWorks.gathered(input, options)));

      assertThat(CatenaXFaults.of(AWorks.facts(input, options), json))
          .as("seed %s, round %s, %s", seed, i, options)
          .isEmpty();
    }
  }

  private static String tonnes(Random random) {
    return BigDecimal.valueOf(1 + random.nextInt(2_000_000_000), random.nextInt(7)).toPlainString();
  }

  private static InstallationYear twoMakers(String first, String second) {
    AnInstallation works = installation();
    works.running(maker("one", first));
    works.running(maker("two", second));
    return works.build();
  }

  private static AProcess maker(String name, String tonnes) {
    return AProcess.process(name, GoodsCategory.CRUDE_STEEL, SteelRoute.SCRAP_EAF)
        .making("72071114", tonnes)
        .emitting("1");
  }

  /** All text of all files. */
  private static String everything(List<ExportFile> files) {
    StringBuilder all = new StringBuilder(Reading.pdf(files));
    for (String sheet : Reading.sheets(files)) {
      Reading.sheet(files, sheet).forEach(row -> all.append(row).append('\n'));
    }
    all.append(new String(Reading.file(files, "operators-summary.json").bytes(), UTF_8));
    files.stream()
        .filter(file -> file.name().equals("catena-x-cbam.json"))
        .forEach(file -> all.append(new String(file.bytes(), UTF_8)));
    return all.toString();
  }
}
