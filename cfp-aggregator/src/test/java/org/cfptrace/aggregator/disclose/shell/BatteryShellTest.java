package org.cfptrace.aggregator.disclose.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.GatherBattery;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.Subject;
import org.cfptrace.aggregator.disclose.battery.ABattery;
import org.cfptrace.aggregator.disclose.battery.World;
import org.cfptrace.footprint.Period;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.aasx.AASXDeserializer;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;
import org.eclipse.digitaltwin.aas4j.v3.model.Property;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElementCollection;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElementList;
import org.junit.jupiter.api.Test;

/** The published battery as an Asset Administration Shell, read back with Jackson and AAS4J. */
class BatteryShellTest {
  static final BatteryShellFacts FACTS =
      new BatteryShellFacts(
          ABattery.facts(),
          new BatteryShellOptions(
              ABattery.STUDY, Optional.of("DOC-77"), List.of("ISO 14067"), Optional.empty()));

  private final BatteryShell shell = shell();
  private final List<ExportFile> files = shell.files(FACTS, ABattery.stamp());

  static BatteryShell shell() {
    return new BatteryShell(new GatherBattery(World.footprints(), World.products()));
  }

  @Test
  void thereAreTwoTotalsAndFourStages() throws IOException {
    assertThat(footprints())
        .extracting(
            each ->
                value(each, "PcfCO2eq")
                    + " per "
                    + value(each, "ReferenceImpactUnitForCalculation")
                    + " "
                    + texts(each, "LifeCyclePhases").stream()
                        .map(phase -> phase.substring(0, 2))
                        .toList())
        .containsExactly(
            "0.158333333333333333 per kWh [A1, A3, A4, C3]",
            "5700 per piece [A1, A3, A4, C3]",
            "0.116666666666666667 per kWh [A1]",
            "0.041666666666666667 per kWh [A3]",
            "0.004166666666666667 per kWh [A4]",
            "-0.004166666666666667 per kWh [C3]");
  }

  @Test
  void everyElementHasTheSemanticIdOfItsTemplate() throws IOException {
    JsonNode submodel = json().at("/submodels/0");
    assertThat(semanticId(submodel))
        .isEqualTo("https://admin-shell.io/idta/CarbonFootprint/CarbonFootprint/1/0");
    assertThat(submodel.path("idShort").textValue()).isEqualTo("CarbonFootprint");
    JsonNode list = submodel.at("/submodelElements/0");
    assertThat(list.path("idShort").textValue()).isEqualTo("ProductCarbonFootprints");
    assertThat(semanticId(list))
        .isEqualTo("https://admin-shell.io/idta/CarbonFootprint/ProductCarbonFootprints/1/0");
    for (JsonNode footprint : footprints()) {
      assertThat(footprint.has("idShort")).isFalse();
      assertThat(semanticId(footprint))
          .isEqualTo("https://admin-shell.io/idta/CarbonFootprint/ProductCarbonFootprint/1/0");
      assertThat(footprint.path("value"))
          .extracting(each -> each.path("idShort").textValue() + " " + semanticId(each))
          .containsExactly(
              "PcfCalculationMethods"
                  + " https://admin-shell.io/idta/CarbonFootprint/PcfCalculationMethods/1/0",
              "PcfCO2eq 0173-1#02-ABG855#003",
              "ReferenceImpactUnitForCalculation 0173-1#02-ABG856#003",
              "QuantityOfMeasureForCalculation 0173-1#02-ABG857#003",
              "LifeCyclePhases https://admin-shell.io/idta/CarbonFootprint/LifeCyclePhases/1/0",
              "PerformanceClass urn:samm:io.admin-shell.idta.batterypass.carbon_footprint:1.0.0"
                  + "#performanceClass",
              "WebLinkToPublicCarbonFootprintStudy"
                  + " urn:samm:io.admin-shell.idta.batterypass.carbon_footprint:1.0.0"
                  + "#webLinkToPublicCarbonFootprintStudy");
    }
  }

  @Test
  void valuesOfListsBearTheirIdsAndItemsNoShortIds() throws IOException {
    JsonNode total = footprints().get(0);

    assertThat(
            element(total, "ReferenceImpactUnitForCalculation")
                .at("/valueId/keys/0/value")
                .textValue())
        .isEqualTo("0173-1#07-ACB997#001");
    assertThat(
            element(footprints().get(1), "ReferenceImpactUnitForCalculation")
                .at("/valueId/keys/0/value")
                .textValue())
        .isEqualTo("0173-1#07-ABZ603#003");
    assertThat(element(total, "LifeCyclePhases").path("value"))
        .extracting(item -> item.at("/valueId/keys/0/value").textValue())
        .containsExactly(
            "0173-1#07-ABU208#003",
            "0173-1#07-ABU210#003",
            "0173-1#07-ABU211#003",
            "0173-1#07-ABV503#003");
    JsonNode methods = element(total, "PcfCalculationMethods");
    assertThat(texts(total, "PcfCalculationMethods"))
        .containsExactly("Regulation (EU) 2023/1542, Annex II", "ISO 14067");
    assertThat(methods.at("/value/0").has("valueId")).isFalse();
    assertThat(methods.at("/value/1/valueId/keys/0/value").textValue())
        .isEqualTo("0173-1#07-ABU218#003");
    assertThat(methods.path("value")).noneMatch(item -> item.has("idShort"));
    assertThat(texts(total, "WebLinkToPublicCarbonFootprintStudy")).containsExactly("DOC-77");
    assertThat(value(total, "PerformanceClass")).isEqualTo("not-yet-defined");
  }

  @Test
  void theShellIsOfATypeAndSaysWhatItIsAbout() throws IOException {
    JsonNode aas = json().at("/assetAdministrationShells/0");

    assertThat(aas.at("/assetInformation/assetKind").textValue()).isEqualTo("Type");
    assertThat(aas.at("/assetInformation/globalAssetId").textValue())
        .isEqualTo(ABattery.PRODUCT.toString());
    assertThat(aas.at("/submodels/0/keys/0/value").textValue())
        .isEqualTo(json().at("/submodels/0/id").textValue());
    assertThat(aas.at("/description/0/text").textValue()).isEqualTo(ABattery.NAME);
    assertThat(aas.at("/description/0/language").textValue()).isEqualTo("ja");
  }

  @Test
  void whatWasFoundAndOverriddenIsSaid() throws IOException {
    JsonNode said =
        new ObjectMapper()
            .readTree(shell.files(FACTS, ABattery.overridden()).get(0).bytes())
            .at("/submodels/0/extensions");

    assertThat(said)
        .extracting(each -> each.path("name").textValue() + "=" + each.path("value").textValue())
        .contains(
            "exportId=exp-8b21",
            "asOf=2026-11-27T03:04:05Z",
            "shows=EXCL_BIOGENIC_UPTAKE",
            "supersedes=exp-7f3a",
            "MISSING_UPSTREAM=MISSING_UPSTREAM: part of the footprint is missing",
            "overrideReason=納期のため、回答前に提出する: will be corrected",
            "study=https://example.com/study.pdf");
    assertThat(said.findValuesAsText("name")).doesNotHaveDuplicates();
  }

  @Test
  void thePackageIsReadByOtherSoftware() throws Exception {
    Environment read = new AASXDeserializer(new ByteArrayInputStream(files.get(1).bytes())).read();

    SubmodelElementList footprints =
        (SubmodelElementList) read.getSubmodels().get(0).getSubmodelElements().get(0);
    assertThat(footprints.getValue())
        .flatExtracting(each -> ((SubmodelElementCollection) each).getValue())
        .filteredOn(each -> "PcfCO2eq".equals(each.getIdShort()))
        .extracting(each -> ((Property) each).getValue())
        .containsExactly(
            "0.158333333333333333",
            "5700",
            "0.116666666666666667",
            "0.041666666666666667",
            "0.004166666666666667",
            "-0.004166666666666667");
    assertThat(read.getAssetAdministrationShells())
        .isEqualTo(ShellPackage.readJson(files.get(0).bytes()).getAssetAdministrationShells());
  }

  @Test
  void thePackageBearsTheInstantAndNoOtherTime() throws IOException {
    List<String> names = new ArrayList<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(files.get(1).bytes()), UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.parse("2026-11-27T03:04:04"));
        if (entry.getName().equals("aasx/xml/content.xml")) {
          assertThat(new String(zip.readAllBytes(), UTF_8))
              .containsSubsequence(
                  "PcfCalculationMethods",
                  ">PcfCO2eq<",
                  "ReferenceImpactUnitForCalculation",
                  "LifeCyclePhases",
                  "PerformanceClass");
        }
        if (entry.getName().equals("docProps/core.xml")) {
          assertThat(new String(zip.readAllBytes(), UTF_8)).contains(">2026-11-27T03:04:05Z<");
        }
      }
    }
    assertThat(names)
        .containsExactly(
            "[Content_Types].xml",
            "_rels/.rels",
            "aasx/aasx-origin",
            "aasx/_rels/aasx-origin.rels",
            "aasx/xml/content.xml",
            "docProps/core.xml");
  }

  @Test
  void theSameFactsAreTheSameBytes() {
    BatteryShellFacts kept = FactsJson.read(FactsJson.write(FACTS), shell.facts());
    List<ExportFile> again = shell().files(kept, ABattery.stamp());

    assertThat(kept).isEqualTo(FACTS);
    assertThat(again.get(0).bytes()).isEqualTo(files.get(0).bytes());
    assertThat(again.get(1).bytes()).isEqualTo(files.get(1).bytes());
  }

  /** Who registers both must be able to tell them apart. */
  @Test
  void aCorrectionHasASubmodelOfItsOwnInTheSameShell() {
    Environment first = ShellPackage.readJson(shell.files(FACTS, ABattery.stamp()).get(0).bytes());
    Environment again = ShellPackage.readJson(shell.files(FACTS, ABattery.stamp()).get(0).bytes());
    Environment correction =
        ShellPackage.readJson(shell.files(FACTS, ABattery.overridden()).get(0).bytes());

    assertThat(id(again)).isEqualTo(id(first)).startsWith("urn:uuid:");
    assertThat(id(correction)).isNotEqualTo(id(first));
    assertThat(correction.getAssetAdministrationShells().get(0).getId())
        .isEqualTo(first.getAssetAdministrationShells().get(0).getId());
  }

  private static String id(Environment environment) {
    return environment.getSubmodels().get(0).getId();
  }

  @Test
  void theDocumentOfTheStudyIsAskedFor() {
    Gathered<BatteryShellFacts> gathered =
        shell.gather(
            World.MAKER,
            new Subject<>(
                ABattery.PRODUCT.toString(),
                Optional.empty(),
                Period.ofYear(2025),
                ABattery.AS_OF,
                new BatteryShellOptions(
                    ABattery.STUDY, Optional.empty(), List.of(), Optional.empty())));

    assertThat(gathered.findings())
        .extracting(Finding::code, Finding::path)
        .contains(tuple(Finding.Code.NOT_STATED, "studyDocument"));
    assertThat(gathered.facts().entries()).hasSize(6);
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(files.get(0).bytes());
  }

  private List<JsonNode> footprints() throws IOException {
    return StreamSupport.stream(
            json().at("/submodels/0/submodelElements/0/value").spliterator(), false)
        .toList();
  }

  static JsonNode element(JsonNode footprint, String idShort) {
    return StreamSupport.stream(footprint.path("value").spliterator(), false)
        .filter(each -> each.path("idShort").asText().equals(idShort))
        .findFirst()
        .orElseThrow();
  }

  static String value(JsonNode footprint, String idShort) {
    return element(footprint, idShort).path("value").textValue();
  }

  static List<String> texts(JsonNode footprint, String idShort) {
    return element(footprint, idShort).path("value").findValuesAsText("value").stream()
        .filter(text -> !text.startsWith("0173-") && !text.startsWith("urn:samm:"))
        .toList();
  }

  static String semanticId(JsonNode element) {
    return element.at("/semanticId/keys/0/value").textValue();
  }
}
