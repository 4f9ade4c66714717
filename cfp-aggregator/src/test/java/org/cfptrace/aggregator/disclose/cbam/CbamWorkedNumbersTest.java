package org.cfptrace.aggregator.disclose.cbam;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.aggregator.disclose.cbam.AWorks.FULL;
import static org.cfptrace.aggregator.disclose.cbam.AWorks.chain;
import static org.cfptrace.aggregator.disclose.cbam.AWorks.files;
import static org.cfptrace.aggregator.disclose.cbam.AWorks.furnace;
import static org.cfptrace.aggregator.disclose.cbam.AWorks.furnaceWithDefault;
import static org.cfptrace.aggregator.disclose.cbam.AWorks.furnaceWithPrecursors;
import static org.cfptrace.aggregator.steel.AnInstallation.consuming;
import static org.cfptrace.aggregator.steel.AnInstallation.installation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.steel.AnInstallation.AProcess;
import org.cfptrace.aggregator.steel.GoodsCategory;
import org.junit.jupiter.api.Test;

/** Worked numbers, read back from every file to the printed digit by other means. */
class CbamWorkedNumbersTest {

  @Test
  void theChainFromSinterToCoilStandsInAllFourFiles() {
    List<ExportFile> files = files(chain(), FULL);

    good(files, "26011200", "0.24000", "0.02000", "0.26000");
    good(files, "72011011", "1.64800", "0.02900", "1.67700");
    good(files, "72071114", "1.62938", "0.02636", "1.65575");
    good(files, "72083600", "1.77514", "0.02775", "1.80289");
  }

  @Test
  void totalsOfTheInstallationCountElectricityOfSinterAlone() {
    List<ExportFile> files = files(chain(), FULL);

    JsonNode items = Reading.json(files, "operators-summary.json").path("items");
    assertThat(items.at("/directEmissions/total").asText()).isEqualTo("1842700.000");
    assertThat(items.at("/indirectEmissions/total").asText()).isEqualTo("29000.000");
    assertThat(items.at("/indirectEmissions/processes")).hasSize(1);
    assertThat(Reading.pdf(files)).contains("1842700.000", "29000.000");
    assertThat(Reading.sheet(files, "Operator_Summary"))
        .contains(
            List.of("total direct emissions, t CO2e", "1842700.000"),
            List.of("total indirect emissions, t CO2e", "29000.000"));
  }

  @Test
  void indirectOfSinterIsElectricityTimesFactorAndThatOfCoilIsSaidToBeInherited() {
    List<ExportFile> files = files(chain(), FULL);

    JsonNode sinter = Reading.record(files, "26011200").path("indirectEmissions");
    assertThat(sinter.path("electricityConsumedMwhPerTonnesGood").asText()).isEqualTo("0.04");
    assertThat(sinter.path("emissionFactorTonnesCo2PerMwh").asText()).isEqualTo("0.5");
    assertThat(sinter.path("specificEmbeddedEmissionsIndirect").asText()).isEqualTo("0.02");
    JsonNode coil = Reading.record(files, "72083600").path("indirectEmissions");
    assertThat(coil.has("electricityConsumedMwhPerTonnesGood")).isFalse();
    assertThat(coil.path("sourceOfEmissionFactor").asText()).startsWith("inherited");
    assertThat(Reading.good(files, "72083600").path("indirectBasis").asText())
        .isEqualTo(
            "inherited from precursors outside of Annex II; own electricity not counted (Annex II"
                + " good)");
    assertThat(Reading.communication(files, "26011200").subList(10, 12))
        .containsExactly("grid", "0.04000");
    assertThat(Reading.communication(files, "72083600").get(10))
        .isEqualTo("not applicable (Annex II good)");
  }

  @Test
  void theKitsOwnExampleOfIndirectEmissionsComesOut() {
    List<ExportFile> files =
        files(
            installation()
                .running(
                    AProcess.process("sinter", GoodsCategory.SINTERED_ORE, null)
                        .making("26011200", "100")
                        .emitting("24")
                        .with(consuming("60", "0.65")))
                .build(),
            AWorks.tonneOf("26011200"));

    // 0.6 MWh/t × 0.65 t CO2e/MWh
    good(files, "26011200", "0.24000", "0.39000", "0.63000");
  }

  @Test
  void goldenFixtureAStandsInAllFourFiles() {
    good(
        files(installation().running(furnace()).build(), AWorks.tonneOf("72071114")),
        "72071114",
        "2.18008",
        "0.00000",
        "2.18008");
  }

  @Test
  void goldenFixtureBStandsInAllFourFilesWithItsEuropeanZero() {
    List<ExportFile> files = files(furnaceWithPrecursors().build(), AWorks.tonneOf("72071114"));

    good(files, "72071114", "3.72008", "0.00000", "3.72008");
    JsonNode actual = Reading.json(files, "operators-summary.json").at("/items/precursorsByActual");
    assertThat(actual.at("/precursors/0/specificDirect").asText()).isEqualTo("1.40000");
    assertThat(actual.at("/exemptedOrigin/0/specificTotal").asText()).isEqualTo("0.00000");
    assertThat(actual.at("/exemptedOrigin/0/why").asText()).contains("zero is legitimate");
    assertThat(Reading.sheet(files, "Precursors"))
        .anySatisfy(
            row ->
                assertThat(row)
                    .startsWith(
                        "femn", "72021120", "FR", "exempted origin", "", "0.00000", "0.00000")
                    .endsWith(PrecursorItems.EXEMPTED));
    assertThat(Reading.pdf(files).replaceAll("\\s+", " ")).contains("so zero is legitimate");
  }

  @Test
  void aDefaultValueIsFlaggedWithItsShareInEveryFile() {
    List<ExportFile> files = files(furnaceWithDefault().build(), AWorks.tonneOf("72071114"));

    // 2.18008 + 1.10 × 2.75; the share is 3.025 / 5.20508
    good(files, "72071114", "5.20508", "0.00000", "5.20508");
    JsonNode good = Reading.good(files, "72071114");
    assertThat(good.path("shareByDefaultValues").asText()).isEqualTo("0.58116");
    assertThat(good.path("defaultValuesUsed").asText()).isEqualTo("yes");
    assertThat(
            Reading.json(files, "operators-summary.json")
                .at("/items/precursorsByDefault/precursors/0/defaultValue")
                .asText())
        .isEqualTo("2.75000");
    assertThat(Reading.communication(files, "72071114").get(9)).isEqualTo("0.58116");
    assertThat(Reading.sheet(files, "Precursors"))
        .anySatisfy(
            row ->
                assertThat(row)
                    .startsWith("dri", "72031000", "IN", "default value", "DEFAULT", "2.75000"));
    assertThat(Reading.pdf(files)).contains("0.58116", "DEFAULT_VALUE_USED");
    assertThat(
            Reading.record(files, "72071114").at("/directEmissions/additionalInformation").asText())
        .contains("share by default values 0.58116");
  }

  @Test
  void theEstimateForJapaneseHotRolledCoilIsPoint97425OfTheDefaultPath() {
    List<ExportFile> files = files(chain(), FULL);

    List<List<String>> sheet = Reading.sheet(files, "cbam-cost-estimate");
    assertThat(sheet.get(0)).containsExactly(EstimateSheet.MARK);
    assertThat(sheet)
        .contains(
            List.of(
                "72083600",
                "2.31000",
                "0.97500",
                "1.00000",
                "1.37000",
                "1.33575",
                "0.97425",
                "CN 7208, JP (IR (EU) 2025/2621)"))
        // 1.80289 less the free allocation that was stated
        .contains(List.of("72083600", "coil", "1.77514", "0.02775", "1.33575", "0.46714"))
        .contains(List.of("72071114", "no default value, benchmark or CBAM factor is at hand"));
    assertThat(Reading.json(files, "operators-summary.json").toString()).doesNotContain("0.97425");
    assertThat(Reading.pdf(files)).doesNotContain("0.97425");
  }

  @Test
  void theSameFactsAreTheSameBytes() {
    List<ExportFile> first = files(chain(), FULL);
    List<ExportFile> second = files(chain(), FULL);

    for (int i = 0; i < first.size(); i++) {
      assertThat(second.get(i).bytes()).as(first.get(i).name()).isEqualTo(first.get(i).bytes());
    }
  }

  @Test
  void numbersOfTheResponseStandAsPlainDecimals() {
    String json =
        new String(Reading.file(files(chain(), FULL), "catena-x-cbam.json").bytes(), UTF_8);

    assertThat(json)
        .contains("\"specificEmbeddedEmissionsDirect\" : 1.77514")
        .contains("\"specificEmbeddedEmissionsDirect\" : 1.62938")
        .contains("\"specificEmbeddedEmissionsDirect\" : 1.64800")
        .contains("\"installationNetMass\" : 1045000,")
        .doesNotContainPattern("[0-9][eE][+-]?[0-9]+,?\\n");
  }

  private static void good(
      List<ExportFile> files, String cn, String direct, String indirect, String total) {
    JsonNode good = Reading.good(files, cn);
    assertThat(good.path("specificDirect").asText()).isEqualTo(direct);
    assertThat(good.path("specificIndirect").asText()).isEqualTo(indirect);
    assertThat(Reading.communication(files, cn).subList(5, 9))
        .containsExactly(direct, indirect, total, "tCO2e/t");
    assertThat(Reading.pdf(files)).contains(direct, indirect);
    JsonNode record = Reading.record(files, cn);
    assertThat(record.at("/directEmissions/specificEmbeddedEmissionsDirect").decimalValue())
        .isEqualByComparingTo(direct);
    assertThat(record.at("/indirectEmissions/specificEmbeddedEmissionsIndirect").decimalValue())
        .isEqualByComparingTo(indirect);
  }
}
