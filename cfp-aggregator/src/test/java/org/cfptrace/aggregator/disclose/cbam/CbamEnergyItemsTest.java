package org.cfptrace.aggregator.disclose.cbam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.aggregator.disclose.cbam.AWorks.furnace;
import static org.cfptrace.aggregator.steel.AnInstallation.installation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Finding.Code;
import org.cfptrace.aggregator.steel.Activity;
import org.cfptrace.aggregator.steel.CalorificValue;
import org.cfptrace.aggregator.steel.EmissionFactor;
import org.cfptrace.aggregator.steel.EmissionFactor.Per;
import org.cfptrace.aggregator.steel.EnergyFlows;
import org.cfptrace.aggregator.steel.InstallationYear;
import org.cfptrace.aggregator.steel.MegawattHours;
import org.cfptrace.aggregator.steel.SourceStream;
import org.cfptrace.aggregator.steel.Terajoules;
import org.cfptrace.footprint.Share;
import org.junit.jupiter.api.Test;

/** Items 7 to 11: heat, zero-rated fuels, waste gases, captured CO2 and own electricity. */
class CbamEnergyItemsTest {
  private static final String CAPTURE =
      "{'co2Captured': [{'tonnes': '12.5', 'receiver': 'Storage AS, Site 3'}], "
          + "'ownElectricity': {'combinedHeatAndPowerMegawattHours': '6',"
          + " 'separateMegawattHours': '4', 'fossilMegawattHours': '9',"
          + " 'renewableMegawattHours': '1', 'exportedMegawattHours': '0'}}";

  @Test
  void theFlowsOfTheInputStandInTheirItems() {
    List<ExportFile> files = AWorks.files(works(), CAPTURE);
    JsonNode items = Reading.json(files, "operators-summary.json").path("items");

    assertThat(items.at("/measurableHeat/flows").toString())
        .isEqualTo(
            "[{\"process\":\"furnace\",\"direction\":\"imported\",\"terajoules\":\"1.5\",\"factor\":\"56.1\"},"
                + "{\"process\":\"furnace\",\"direction\":\"exported\",\"terajoules\":\"0.25\",\"factor\":\"56.1\"}]");
    assertThat(items.at("/zeroRatedFuels/fuels").toString())
        .isEqualTo("[{\"process\":\"furnace\",\"fuel\":\"wood\",\"zeroRatedShare\":\"0.75\"}]");
    assertThat(items.at("/wasteGases/flows").toString())
        .isEqualTo(
            "[{\"process\":\"furnace\",\"direction\":\"exported\",\"amount\":\"10\",\"unit\":\"1000"
                + " Nm3\"}]");
    assertThat(items.at("/co2Capture/captures").toString())
        .isEqualTo("[{\"tonnes\":\"12.5\",\"receiver\":\"Storage AS, Site 3\"}]");
    assertThat(items.at("/ownElectricity/produced").asText()).isEqualTo("10");
    assertThat(items.at("/ownElectricity/renewable").asText()).isEqualTo("1");
    assertThat(items.at("/ownElectricity/exported").asText()).isEqualTo("0");
    assertThat(Reading.pdf(files)).contains("Storage AS, Site 3", "wood", "0.75", "1000 Nm3");
    assertThat(AWorks.target(works()).faults(AWorks.facts(works(), CAPTURE), files)).isEmpty();
  }

  @Test
  void electricityThatIsMadeAndNotDividedIsNotStated() {
    JsonNode item =
        Reading.json(AWorks.files(works(), "{}"), "operators-summary.json")
            .at("/items/ownElectricity");

    assertThat(item.path("status").asText()).isEqualTo("INCOMPLETE");
    assertThat(item.path("fossil").isNull()).isTrue();
  }

  @Test
  void partsOfOwnElectricityThatAreNotWhatWasMadeAreImplausible() {
    assertThat(AWorks.gathered(works(), CAPTURE).findings())
        .noneMatch(finding -> finding.code() == Code.IMPLAUSIBLE);
    assertThat(
            AWorks.gathered(
                    works(),
                    CAPTURE.replace("'fossilMegawattHours': '9'", "'fossilMegawattHours': '8'"))
                .findings())
        .contains(
            new Finding(
                Code.IMPLAUSIBLE,
                "item 11",
                "fossil and renewable make 9 MWh, the processes 10 MWh"));
    assertThat(
            AWorks.gathered(
                    works(),
                    CAPTURE.replace("'separateMegawattHours': '4'", "'separateMegawattHours': '5'"))
                .findings())
        .contains(
            new Finding(
                Code.IMPLAUSIBLE,
                "item 11",
                "combined heat and power and separate make 11 MWh, the processes 10 MWh"));
  }

  private static InstallationYear works() {
    EmissionFactor gas = EmissionFactor.of("56.1", Per.TERAJOULE);
    return installation()
        .running(
            furnace()
                .with(
                    new SourceStream.Combustion(
                        "wood",
                        Activity.of("10", Activity.Unit.TONNE),
                        new CalorificValue(new BigDecimal("0.015"), Activity.Unit.TONNE),
                        EmissionFactor.of("112", Per.TERAJOULE),
                        Share.ALL,
                        Share.of("0.75")))
                .with(
                    new EnergyFlows(
                        List.of(new EnergyFlows.Heat(Terajoules.of("1.5"), gas)),
                        List.of(new EnergyFlows.Heat(Terajoules.of("0.25"), gas)),
                        List.of(),
                        List.of(
                            new EnergyFlows.WasteGas(
                                Activity.of("10", Activity.Unit.THOUSAND_CUBIC_METRES),
                                new CalorificValue(
                                    new BigDecimal("0.003"), Activity.Unit.THOUSAND_CUBIC_METRES),
                                gas)),
                        List.of(),
                        List.of(
                            new EnergyFlows.Electricity(
                                MegawattHours.of("10"),
                                EmissionFactor.of("0.4", Per.MEGAWATT_HOUR),
                                "own plant")))))
        .build();
  }
}
