package org.cfptrace.aggregator.disclose.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.battery.ABattery;
import org.junit.jupiter.api.Test;

/** Shells that were spoiled are found out, each by its own check. */
class SubmodelFaultsTest {
  private static final String JSON = "carbon-footprint.aas.json";
  private static final BatteryShellFacts FACTS = BatteryShellTest.FACTS;

  private final BatteryShell shell = BatteryShellTest.shell();
  private final List<ExportFile> files = shell.files(FACTS, ABattery.stamp());

  @Test
  void filesAsTheyWereWrittenHaveNone() {
    assertThat(shell.faults(FACTS, files)).isEmpty();
  }

  @Test
  void aFigureThatIsNotTheFactsIsFoundInBothFiles() {
    BatteryShellFacts other =
        new BatteryShellFacts(
            ABattery.facts("5700", "4100", "1600", "150", "-150"), FACTS.stated());
    List<ExportFile> others = shell.files(other, ABattery.stamp());

    assertThat(shell.faults(FACTS, List.of(others.get(0), files.get(1))))
        .containsExactly(
            JSON + " footprint 2: PcfCO2eq is 0.113888888888888889, expected 0.116666666666666667",
            JSON + " footprint 3: PcfCO2eq is 0.044444444444444444, expected 0.041666666666666667");
    assertThat(shell.faults(FACTS, List.of(files.get(0), others.get(1))))
        .hasSize(2)
        .allSatisfy(fault -> assertThat(fault).startsWith("carbon-footprint.aasx footprint "));
  }

  @Test
  void anotherSemanticIdIsFound() {
    assertThat(
            spoiled(
                "https://admin-shell.io/idta/CarbonFootprint/CarbonFootprint/1/0",
                "https://admin-shell.io/idta/CarbonFootprint/CarbonFootprint/0/9"))
        .containsExactly(
            JSON
                + ": the submodel has semantic id"
                + " https://admin-shell.io/idta/CarbonFootprint/CarbonFootprint/0/9");
    assertThat(spoiled("0173-1#02-ABG855#003", "0173-1#02-ABG855#001"))
        .hasSize(6)
        .contains(
            JSON
                + " footprint 0: PcfCO2eq has semantic id 0173-1#02-ABG855#001, expected"
                + " 0173-1#02-ABG855#003");
    assertThat(spoiled("ProductCarbonFootprints/1/0", "ProductCarbonFootprints/2/0"))
        .containsExactly(
            JSON + ": the list of footprints has other semantic ids than its template");
  }

  @Test
  void anElementThatIsMissingOrStrangeIsFound() {
    assertThat(spoiled("\"PerformanceClass\"", "\"PerformanceKlasse\""))
        .contains(
            JSON + " footprint 0: PerformanceClass is there 0 times, expected once",
            JSON + " footprint 0: PerformanceKlasse is not an element of this template");
    assertThat(spoiled("\"QuantityOfMeasureForCalculation\"", "\"PcfCO2eq\""))
        .contains(JSON + " footprint 0: PcfCO2eq is there 2 times, expected once");
  }

  @Test
  void anotherTypeOrUnitOrQuantityIsFound() {
    assertThat(spoiled("xs:decimal", "xs:float"))
        .hasSize(6)
        .allSatisfy(fault -> assertThat(fault).contains("PcfCO2eq is of type"));
    assertThat(spoiled("\"kWh\"", "\"MWh\""))
        .hasSize(5)
        .contains(
            JSON
                + " footprint 0: ReferenceImpactUnitForCalculation \"MWh\" has value id"
                + " 0173-1#07-ACB997#001, expected none");
  }

  @Test
  void aValueIdThatIsNotItsValuesIsFound() {
    assertThat(spoiled("0173-1#07-ABU218#003", "0173-1#07-ABU221#003"))
        .contains(
            JSON
                + " footprint 0: PcfCalculationMethods item \"ISO 14067\" has value id"
                + " 0173-1#07-ABU221#003, expected 0173-1#07-ABU218#003");
  }

  @Test
  void aShellWithoutItsSubmodelIsFound() {
    String id = ShellPackage.readJson(files.get(0).bytes()).getSubmodels().get(0).getId();
    assertThat(faultsOf(new String(files.get(0).bytes(), UTF_8).replaceFirst(id, "urn:other")))
        .containsExactly(JSON + ": the shell does not refer to the submodel");
    assertThat(faultsOf("{\"assetAdministrationShells\": [], \"submodels\": []}"))
        .containsExactly(JSON + ": expected one shell with one submodel");
  }

  @Test
  void whatCannotBeReadIsFound() {
    assertThat(faultsOf("{")).singleElement().asString().startsWith(JSON + " cannot be read");
    assertThat(
            shell.faults(
                FACTS,
                List.of(
                    files.get(0),
                    new ExportFile("carbon-footprint.aasx", "x/y", new byte[] {80, 75, 3, 4}))))
        .singleElement()
        .asString()
        .startsWith("carbon-footprint.aasx cannot be read");
    assertThat(shell.faults(FACTS, files.subList(0, 1)))
        .containsExactly("expected " + JSON + " and carbon-footprint.aasx alone");
  }

  @Test
  void stagesThatAreNotTheWholeAreFound() {
    BatteryShellFacts torn =
        new BatteryShellFacts(
            ABattery.facts("5701", "4200", "1500", "150", "-150"), FACTS.stated());

    assertThat(shell.faults(torn, shell.files(torn, ABattery.stamp())))
        .containsExactly("the stages add up to 5700 kg per piece, the total is 5701");
  }

  @Test
  void datesBelongToProductsAndNotToBatteries() {
    assertThat(SubmodelFaults.of(files, FACTS.entries(), Rule.PRODUCT))
        .contains(
            JSON + " footprint 0: PublicationDate is there 0 times, expected once",
            JSON + " footprint 0: PerformanceClass is not an element of this template");
  }

  private List<String> spoiled(String there, String instead) {
    String json = new String(files.get(0).bytes(), UTF_8);
    assertThat(json).contains(there);
    return faultsOf(json.replace(there, instead));
  }

  private List<String> faultsOf(String json) {
    return shell.faults(
        FACTS,
        List.of(new ExportFile(JSON, "application/json", json.getBytes(UTF_8)), files.get(1)));
  }
}
