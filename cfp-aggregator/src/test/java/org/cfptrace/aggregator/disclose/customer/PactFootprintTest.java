package org.cfptrace.aggregator.disclose.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.aggregator.disclose.customer.Fixture.PACT_OPTIONS;
import static org.cfptrace.aggregator.disclose.customer.Fixture.at;
import static org.cfptrace.aggregator.disclose.customer.Fixture.document;
import static org.cfptrace.aggregator.disclose.customer.Fixture.file;
import static org.cfptrace.aggregator.disclose.customer.Fixture.gather;
import static org.cfptrace.aggregator.disclose.customer.Fixture.panel;
import static org.cfptrace.aggregator.disclose.customer.Fixture.spoiled;
import static org.cfptrace.aggregator.disclose.customer.Fixture.stamp;
import static org.cfptrace.aggregator.disclose.customer.PcfFormat.PACT_3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.disclose.JsonDocument;
import org.cfptrace.aggregator.disclose.JsonSchemas;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PactFootprintTest {
  @Test
  void figuresAreDecimalStringsWithOutboundLogisticsBesideTheTotals() {
    assertThat(document(PACT_3).get("pcf").toString())
        .isEqualTo(
            "{\"declaredUnitOfMeasurement\":\"piece\",\"declaredUnitAmount\":\"1\","
                + "\"productMassPerDeclaredUnit\":\"4.25\","
                + "\"referencePeriodStart\":\"2025-01-01T00:00:00Z\","
                + "\"referencePeriodEnd\":\"2026-01-01T00:00:00Z\","
                + "\"geographyCountry\":\"JP\","
                + "\"pcfExcludingBiogenicUptake\":\"11.25\",\"pcfIncludingBiogenicUptake\":\"8.25\","
                + "\"fossilCarbonContent\":\"0.25\",\"biogenicCarbonContent\":\"0.8125\","
                + "\"fossilGhgEmissions\":\"10.4375\",\"landUseChangeGhgEmissions\":\"0.25\","
                + "\"landManagementBiogenicCO2Emissions\":\"0.125\","
                + "\"landManagementBiogenicCO2Removals\":\"-0.0625\",\"biogenicCO2Uptake\":\"-3\","
                + "\"biogenicNonCO2Emissions\":\"0.5\",\"aircraftGhgEmissions\":\"0.1875\","
                + "\"packagingEmissionsIncluded\":true,\"packagingGhgEmissions\":\"0.75\","
                + "\"outboundLogisticsGhgEmissions\":\"1.75\","
                + "\"ccsTechnologicalCO2CaptureIncluded\":false,"
                + "\"ipccCharacterizationFactors\":[\"AR6\"],"
                + "\"crossSectoralStandards\":[\"ISO14067\",\"PACT-3.0\"],"
                + "\"productOrSectorSpecificRules\":[{\"operator\":\"Other\","
                + "\"ruleNames\":[\"JAPIA LCI\"],\"otherOperatorName\":\"JAPIA\"}],"
                + "\"exemptedEmissionsPercent\":\"0\",\"allocationRulesDescription\":\"By mass\","
                + "\"secondaryEmissionFactorSources\":[{\"name\":\"examples\",\"version\":\"1\"}],"
                + "\"primaryDataShare\":\"56.125\","
                + "\"dqi\":{\"technologicalDQR\":\"1.5\",\"geographicalDQR\":\"2.25\","
                + "\"temporalDQR\":\"2\"}}");
  }

  @Test
  void thePublishedSumHoldsForTheFigures() {
    JsonNode pcf = document(PACT_3).get("pcf");
    BigDecimal sum = BigDecimal.ZERO;
    for (String part :
        List.of(
            "fossilGhgEmissions",
            "landUseChangeGhgEmissions",
            "landManagementBiogenicCO2Emissions",
            "landManagementBiogenicCO2Removals",
            "biogenicNonCO2Emissions")) {
      sum = sum.add(new BigDecimal(pcf.get(part).textValue()));
    }

    assertThat(sum).isEqualByComparingTo("11.25");
    assertThat(sum.add(new BigDecimal(pcf.get("biogenicCO2Uptake").textValue())))
        .isEqualByComparingTo("8.25");
  }

  @Test
  void theFootprintNamesMakerProductAndTime() {
    JsonNode document = document(PACT_3);

    assertThat(document.get("specVersion").textValue()).isEqualTo("3.0.0");
    assertThat(document.get("status").textValue()).isEqualTo("Active");
    assertThat(document.get("created").textValue()).isEqualTo("2026-05-01T03:04:05Z");
    assertThat(document.get("validityPeriodStart").textValue()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(document.get("validityPeriodEnd").textValue()).isEqualTo("2028-01-01T00:00:00Z");
    assertThat(document.get("companyName").textValue()).isEqualTo("株式会社サンプル部品");
    assertThat(document.get("companyIds").toString()).isEqualTo("[\"urn:BPNL000000000DWF\"]");
    assertThat(document.get("productIds").toString())
        .isEqualTo(
            "[\"urn:uuid:6f0e0f7c-3b52-4c3c-9d5b-2f1f6a1f0001\","
                + "\"urn:pact:company.example:buyer-id:A%20123%2F4\","
                + "\"urn:gtin:4712345060507\"]");
    assertThat(document.get("productDescription").textValue()).isEmpty();
    assertThat(document.has("precedingPfIds")).isFalse();
  }

  @Test
  void aMakerWithoutOtherIdsIsNamedByItsCorporateNumber() {
    String options = PACT_OPTIONS.replace("\"bpnl\": \"BPNL000000000DWF\",", "");

    assertThat(gather(PACT_3, panel(), options).facts().maker().ids())
        .containsExactly("urn:pact:company:customcode:supplier-id:1010001000006");
  }

  @Test
  void onlyTheNarrowestOfTheGeographiesIsWritten() {
    String options =
        PACT_OPTIONS.replace(
            "\"geographyCountry\": \"JP\"",
            "\"geographyCountry\": \"JP\", \"geographyCountrySubdivision\": \"JP-23\","
                + " \"geographyRegionOrSubregion\": \"Asia\"");
    PcfFacts facts = gather(PACT_3, panel(), options).facts();
    JsonNode pcf = Fixture.json(file(PACT_3, facts, stamp())).get("pcf");

    assertThat(pcf.get("geographyCountrySubdivision").textValue()).isEqualTo("JP-23");
    assertThat(pcf.has("geographyCountry")).isFalse();
    assertThat(pcf.has("geographyRegionOrSubregion")).isFalse();
  }

  @Test
  void withoutPackagingInTheBoundaryThereIsNoPackagingFigure() {
    Emissions plain = at(Stage.MAIN, EmissionAccount.FOSSIL, "3");
    PcfFacts facts =
        gather(PACT_3, panel().emissions(StageProfile.OURANOS, Emissions.NONE, plain), PACT_OPTIONS)
            .facts();
    JsonNode pcf = Fixture.json(file(PACT_3, facts, stamp())).get("pcf");

    assertThat(pcf.get("packagingEmissionsIncluded").booleanValue()).isFalse();
    assertThat(pcf.has("packagingGhgEmissions")).isFalse();
    assertThat(pcf.has("outboundLogisticsGhgEmissions")).isFalse();
    assertThat(pcf.get("pcfExcludingBiogenicUptake").textValue()).isEqualTo("3");
  }

  @Test
  void largeAndSmallFiguresHaveNoExponent() {
    Emissions large =
        at(Stage.PRODUCTION, EmissionAccount.FOSSIL, "1200000")
            .plus(at(Stage.PRODUCTION, EmissionAccount.AIRCRAFT, "0.000000001"));
    PcfFacts facts =
        gather(
                PACT_3,
                panel().emissions(StageProfile.CATENA_X, Emissions.NONE, large),
                PACT_OPTIONS)
            .facts();
    JsonNode pcf = Fixture.json(file(PACT_3, facts, stamp())).get("pcf");

    assertThat(pcf.get("fossilGhgEmissions").textValue()).isEqualTo("1200000.000000001");
    assertThat(pcf.get("aircraftGhgEmissions").textValue()).isEqualTo("0.000000001");
  }

  @Test
  void theFileHasNoFaultsAndTheSameBytesTwice() {
    PcfTarget target = new PcfTarget(PACT_3, panel().reader());
    PcfFacts facts = gather(PACT_3).facts();
    PcfFacts kept = FactsJson.read(FactsJson.write(facts), PcfFacts.class);
    List<ExportFile> files = target.files(facts, stamp());

    assertThat(kept).isEqualTo(facts);
    assertThat(files.get(0).name()).isEqualTo("product-footprint.json");
    assertThat(target.faults(facts, files)).isEmpty();
    assertThat(target.files(kept, stamp()).get(0).bytes()).isEqualTo(files.get(0).bytes());
  }

  @ParameterizedTest
  @CsvSource({
    "/pcf/fossilGhgEmissions, '10.4375', '10.4376'",
    "/pcf/pcfIncludingBiogenicUptake, '8.25', '8.5'",
    "/pcf/outboundLogisticsGhgEmissions, '1.75', '1.7'",
    "/pcf/primaryDataShare, '56.125', '57'",
    "/pcf/dqi/geographicalDQR, '2.25', '2.5'",
    "/pcf/fossilCarbonContent, '0.25', '0.5'"
  })
  void aSpoiledFigureIsFound(String place, String good, String bad) {
    PcfFacts facts = gather(PACT_3).facts();
    String name = place.substring(place.lastIndexOf('/') + 1);
    List<ExportFile> files =
        spoiled(
            file(PACT_3, facts, stamp()),
            text ->
                text.replace(
                    "\"" + name + "\" : \"" + good + "\"", "\"" + name + "\" : \"" + bad + "\""));

    assertThat(new PcfTarget(PACT_3, panel().reader()).faults(facts, files))
        .contains(place + ": expected " + good + ", seen " + bad);
  }

  @Test
  void aMissingSumIsFoundThoughTheFactsSayTheSame() {
    PcfFacts facts = gather(PACT_3).facts();
    StageFigures production = facts.stages().production();
    PcfFacts wrong =
        Broken.production(
            facts,
            new StageFigures(
                production.inclBiogenicUptake(), new BigDecimal("11.5"), production.accounts()));

    assertThat(
            new PcfTarget(PACT_3, panel().reader())
                .faults(wrong, List.of(file(PACT_3, wrong, stamp()))))
        .containsExactly(
            "/pcf/pcfExcludingBiogenicUptake: the accounts add up to 11.25, seen 11.5");
  }

  /** The patterns of the specification let the first and the second of these pass. */
  @ParameterizedTest
  @CsvSource({
    "declaredUnitAmount, 1abc",
    "biogenicCO2Uptake, -3x",
    "biogenicCO2Uptake, x0",
    "fossilGhgEmissions, 1.2345e+6",
    "fossilGhgEmissions, -1",
    "fossilGhgEmissions, .5",
    "biogenicCO2Uptake, 0.5",
    "declaredUnitAmount, 0.00",
    "exemptedEmissionsPercent, 100.1",
    "primaryDataShare, 101"
  })
  void decimalsThatAreNoneArePutRight(String name, String bad) {
    var document = (ObjectNode) document(PACT_3);
    ((ObjectNode) document.get("pcf")).put(name, bad);

    assertThat(JsonSchemas.faults("pact-3", JsonDocument.write(document)))
        .singleElement()
        .asString()
        .startsWith("pact-3 at /pcf/" + name + ": ");
  }

  @Test
  void nullAndUnknownStatusAndAVersionOfTwoPartsAreRefused() {
    PcfFacts facts = gather(PACT_3).facts();
    PcfTarget target = new PcfTarget(PACT_3, panel().reader());
    ExportFile good = file(PACT_3, facts, stamp());

    for (String[] change :
        List.of(
            new String[] {
              "\"aircraftGhgEmissions\" : \"0.1875\"", "\"aircraftGhgEmissions\" : null"
            },
            new String[] {"\"3.0.0\"", "\"3.0\""},
            new String[] {"\"Active\"", "\"active\""},
            new String[] {"\"urn:BPNL000000000DWF\"", "\"BPNL000000000DWF\""},
            new String[] {"\"companyName\" : \"株式会社サンプル部品\"", "\"companyName\" : \"\""},
            new String[] {
              "\"geographyCountry\" : \"JP\"",
              "\"geographyCountry\" : \"JP\", \"geographyRegionOrSubregion\" : \"Asia\""
            },
            new String[] {
              "\"packagingEmissionsIncluded\" : true", "\"packagingEmissionsIncluded\" : false"
            })) {
      assertThat(target.faults(facts, spoiled(good, text -> text.replace(change[0], change[1]))))
          .as(change[1])
          .isNotEmpty();
    }
  }

  @Test
  void theManifestGetsBothTotalsOfEachStage() {
    assertThat(gather(PACT_3).results())
        .extracting(it -> it.name() + " = " + it.text())
        .containsExactly(
            "pcfIncludingBiogenicUptake kg CO2e/piece = 8.25",
            "pcfExcludingBiogenicUptake kg CO2e/piece = 11.25",
            "of this packaging pcfIncludingBiogenicUptake kg CO2e/piece = 0.25",
            "of this packaging pcfExcludingBiogenicUptake kg CO2e/piece = 0.75",
            "distribution pcfIncludingBiogenicUptake kg CO2e/piece = 1.75",
            "distribution pcfExcludingBiogenicUptake kg CO2e/piece = 1.75");
    assertThat(gather(PACT_3).evidence().factorSets()).hasSize(1);
    assertThat(gather(PACT_3).findings()).isEmpty();
  }
}
