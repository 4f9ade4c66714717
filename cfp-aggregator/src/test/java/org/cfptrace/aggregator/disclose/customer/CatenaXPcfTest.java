package org.cfptrace.aggregator.disclose.customer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.aggregator.disclose.customer.Fixture.AS_OF;
import static org.cfptrace.aggregator.disclose.customer.Fixture.CATENA_X_OPTIONS;
import static org.cfptrace.aggregator.disclose.customer.Fixture.document;
import static org.cfptrace.aggregator.disclose.customer.Fixture.file;
import static org.cfptrace.aggregator.disclose.customer.Fixture.gather;
import static org.cfptrace.aggregator.disclose.customer.Fixture.panel;
import static org.cfptrace.aggregator.disclose.customer.Fixture.spoiled;
import static org.cfptrace.aggregator.disclose.customer.Fixture.stamp;
import static org.cfptrace.aggregator.disclose.customer.PcfFormat.CATENA_X_10;
import static org.cfptrace.aggregator.disclose.customer.PcfFormat.CATENA_X_9;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Finding.Code;
import org.cfptrace.aggregator.disclose.Shown;
import org.cfptrace.aggregator.disclose.Stamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatenaXPcfTest {
  private static final String STAGES = "/productLifeCycleStagesAndEmissions/0/";
  private static final String INFORMATION =
      "/pcfAssessmentAndMethodology/0/pcfAssessmentInformation/0/";
  private static final String METHODOLOGY = "/pcfAssessmentAndMethodology/0/pcfMethodology/0/";

  @ParameterizedTest
  @EnumSource(names = {"CATENA_X_9", "CATENA_X_10"})
  void productionHoldsBothTotalsAndAllAccountsWithPackagingInThem(PcfFormat format) {
    JsonNode production = document(format).at(STAGES + "productionStage/0");

    assertThat(production.toString())
        .isEqualTo(
            "{\"pcfIncludingBiogenicUptake\":8.25,\"pcfExcludingBiogenicUptake\":11.25,"
                + "\"fossilGhgEmissions\":10.25,\"biogenicNonCO2Emissions\":0.5,"
                + "\"biogenicCO2Uptake\":-3,\"landUseChangeGhgEmissions\":0.25,"
                + "\"landManagementBiogenicCO2Emissions\":0.125,"
                + "\"landManagementBiogenicCO2Removals\":-0.0625,"
                + "\"aircraftGhgEmissions\":0.1875}");
  }

  @Test
  void packagingTellsItsPartOfProductionAndDistributionStandsApart() {
    JsonNode document = document(CATENA_X_10);
    JsonNode packaging = document.at(STAGES + "packagingStage/0");
    JsonNode distribution = document.at(STAGES + "distributionStage/0");

    assertThat(packaging.get("packagingEmissionsIncluded").booleanValue()).isTrue();
    assertThat(packaging.get("packagingPcfIncludingBiogenicUptake").decimalValue())
        .isEqualTo("0.25");
    assertThat(packaging.get("packagingPcfExcludingBiogenicUptake").decimalValue())
        .isEqualTo("0.75");
    assertThat(packaging.get("packagingBiogenicCO2Uptake").decimalValue()).isEqualTo("-0.5");
    assertThat(distribution.get("distributionStageIncluded").booleanValue()).isTrue();
    assertThat(distribution.get("distributionStagePcfIncludingBiogenicUptake").decimalValue())
        .isEqualTo("1.75");
    assertThat(distribution.get("distributionStageAircraftGhgEmissions").decimalValue())
        .isEqualTo("0.25");
  }

  @ParameterizedTest
  @EnumSource(names = {"CATENA_X_9", "CATENA_X_10"})
  void theFileHasNoFaultsAndTheSameBytesTwice(PcfFormat format) {
    PcfFacts facts = gather(format).facts();
    PcfFacts kept = FactsJson.read(FactsJson.write(facts), PcfFacts.class);
    PcfTarget target = new PcfTarget(format, panel().reader());

    List<ExportFile> files = target.files(facts, stamp());

    assertThat(kept).isEqualTo(facts);
    assertThat(target.faults(facts, files)).isEmpty();
    assertThat(files.get(0).name()).isEqualTo("pcf.json");
    assertThat(target.files(kept, stamp()).get(0).bytes()).isEqualTo(files.get(0).bytes());
    assertThat(target.shows()).isEqualTo(Shown.BOTH);
  }

  @ParameterizedTest
  @EnumSource(names = {"CATENA_X_9", "CATENA_X_10"})
  void whoAndWhatIsNamedByUrns(PcfFormat format) {
    JsonNode information = document(format).at("/companyAndProductInformation/0");

    assertThat(information.at("/companyInformation/0").toString())
        .isEqualTo(
            "{\"companyName\":\"株式会社サンプル部品\","
                + "\"companyIds\":[\"urn:BPNL000000000DWF\",\"urn:company.example\"]}");
    assertThat(information.at("/productInformation/0").toString())
        .isEqualTo(
            "{\"productNameCompany\":\"ドアパネル DP-100\","
                + "\"productIds\":[\"urn:uuid:6f0e0f7c-3b52-4c3c-9d5b-2f1f6a1f0001\","
                + "\"urn:pact:company.example:buyer-id:A%20123%2F4\"],"
                + "\"productDescription\":\"Panel, 木質繊維 with steel\","
                + "\"declaredUnitOfMeasurement\":\"piece\",\"declaredUnitAmount\":1,"
                + "\"productMassPerDeclaredUnit\":4.25}");
  }

  @Test
  void timesAreUtcAndEndsAreTheFirstDayThatIsNotIn() {
    assertThat(document(CATENA_X_10).at(INFORMATION + "time/0").toString())
        .isEqualTo(
            "{\"referencePeriodStart\":\"2025-01-01T00:00:00Z\","
                + "\"referencePeriodEnd\":\"2026-01-01T00:00:00Z\","
                + "\"created\":\"2026-05-01T03:04:05Z\","
                + "\"validityPeriodStart\":\"2026-01-01T00:00:00Z\","
                + "\"validityPeriodEnd\":\"2027-01-01T00:00:00Z\"}");
  }

  @Test
  void theRegionFollowsFromTheCountry() {
    assertThat(document(CATENA_X_10).at(INFORMATION + "geography/0").toString())
        .isEqualTo("{\"geographyRegionOrSubregion\":\"Eastern Asia\",\"geographyCountry\":\"JP\"}");
  }

  @Test
  void whatVersionNineWritesOtherwise() {
    JsonNode nine = document(CATENA_X_9);
    JsonNode ten = document(CATENA_X_10);

    assertThat(nine.at("/scopeOfPcfForm/0/specVersion").toString())
        .isEqualTo("[\"urn:io.catenax.pcf:datamodel:version:9.0.0\"]");
    assertThat(ten.at("/scopeOfPcfForm/0/specVersion").toString())
        .isEqualTo("\"urn:io.catenax.pcf:datamodel:version:10.0.0\"");
    assertThat(nine.at(METHODOLOGY + "standards/0/crossSectoralStandards").toString())
        .isEqualTo("[\"ISO 14067\"]");
    assertThat(ten.at(METHODOLOGY + "standards/0/crossSectoralStandards").toString())
        .isEqualTo("\"ISO 14067\"");
    assertThat(nine.at(METHODOLOGY + "massBalancingInformation/0").toString())
        .isEqualTo(
            "{\"massBalancingUsed\":false,\"freeAttributionInMassBalancing\":\"not applicable\","
                + "\"massBalancingCertificateScheme\":\"not applicable\"}");
    assertThat(ten.at(METHODOLOGY + "massBalancingInformation/0").toString())
        .isEqualTo("{\"massBalancingUsed\":false}");
  }

  @Test
  void dataQualityIsOnTheScaleToFive() {
    assertThat(
            document(CATENA_X_9)
                .at("/pcfAssessmentAndMethodology/0/dataSourcesAndQuality/0")
                .toString())
        .isEqualTo(
            "{\"primaryDataShare\":56.125,\"secondaryEmissionFactorSources\":[\"examples 1\"],"
                + "\"technologicalDQR\":1.5,\"temporalDQR\":2,\"geographicalDQR\":2.25}");
  }

  @Test
  void theIdIsVersionFourInItsBitsAndFollowsFromTheExport() {
    PcfFacts facts = gather(CATENA_X_10).facts();
    UUID id = id(facts, stamp());

    assertThat(id.version()).isEqualTo(4);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id(facts, stamp())).isEqualTo(id);
    assertThat(
            id(facts, new Stamp("exp-0002", AS_OF, List.of(), Optional.empty(), Optional.empty())))
        .isNotEqualTo(id);
  }

  @Test
  void aCorrectionNamesWhatItReplacesNewestFirst() {
    String earlier = "3893bb5d-da16-4dc1-9185-11d97476c254";
    String options = with(CATENA_X_OPTIONS, "\"precedingPfIds\": [\"" + earlier + "\"]");
    Stamp correction =
        new Stamp("exp-0002", AS_OF, List.of(), Optional.empty(), Optional.of("exp-0001"));
    PcfFacts nine = gather(CATENA_X_9, panel(), options).facts();
    PcfFacts ten = gather(CATENA_X_10, panel(), options).facts();

    assertThat(preceding(CATENA_X_10, ten, correction))
        .isEqualTo("[\"" + id(ten, stamp()) + "\",\"" + earlier + "\"]");
    assertThat(preceding(CATENA_X_9, nine, correction))
        .startsWith("[{\"id\":\"")
        .endsWith("\"},{\"id\":\"" + earlier + "\"}]");
    assertThat(preceding(CATENA_X_10, gather(CATENA_X_10).facts(), stamp())).isEmpty();
  }

  @Test
  void theCommentStatesTheExportAndItsFindingsWithoutTheNamesOfParts() {
    Stamp overridden =
        new Stamp(
            "exp-0001",
            AS_OF,
            List.of(
                new Finding(Code.OTHER_PERIOD, Fixture.SECRET_PART, "of " + Fixture.SECRET_PART),
                new Finding(Code.MISSING_UPSTREAM, Fixture.SECRET_PART, "no figure")),
            Optional.of(new Stamp.Overridden("顧客と合意済み", "officer@example.com")),
            Optional.empty());
    ExportFile file = file(CATENA_X_10, gather(CATENA_X_10).facts(), overridden);

    assertThat(Fixture.json(file).at("/general/0/comment").textValue())
        .isEqualTo(
            "Second series\n\n"
                + "Export exp-0001, as known at 2026-05-01T03:04:05Z. Totals shown:"
                + " pcfIncludingBiogenicUptake (lead) and pcfExcludingBiogenicUptake."
                + " Notices: OTHER_PERIOD (the figure is of another period)."
                + " Issued although: MISSING_UPSTREAM (part of the footprint is missing)."
                + " Reason given: 顧客と合意済み");
    assertThat(new String(file.bytes(), UTF_8)).doesNotContain(Fixture.SECRET_PART);
  }

  @Test
  void nothingOfASourceIsInFactsOrFile() {
    var product =
        panel()
            .sources(
                List.of(
                    Fixture.source(
                        "SUPPLIER", "OK", Fixture.panelEmissions(), Optional.of("56.125"))));
    PcfFacts facts = gather(CATENA_X_10, product, CATENA_X_OPTIONS).facts();
    String file = new String(file(CATENA_X_10, facts, stamp()).bytes(), UTF_8);

    assertThat(FactsJson.write(facts) + file)
        .doesNotContain(Fixture.SECRET_PART)
        .doesNotContain(Fixture.SECRET_SUPPLIER);
  }

  @Test
  void aSpoiledFigureIsFound() {
    PcfFacts facts = gather(CATENA_X_10).facts();
    PcfTarget target = new PcfTarget(CATENA_X_10, panel().reader());
    ExportFile good = file(CATENA_X_10, facts, stamp());

    assertThat(
            target.faults(
                facts,
                spoiled(
                    good,
                    text ->
                        text.replace(
                            "\"landUseChangeGhgEmissions\" : 0.25",
                            "\"landUseChangeGhgEmissions\" : 0.26"))))
        .contains(
            "/productLifeCycleStagesAndEmissions/0/productionStage/0/landUseChangeGhgEmissions:"
                + " expected 0.25, seen 0.26")
        .anySatisfy(it -> assertThat(it).contains("the accounts add up to 11.26, seen 11.25"));
    assertThat(
            target.faults(
                facts,
                spoiled(
                    good, text -> text.replace("\"temporalDQR\" : 2,", "\"temporalDQR\" : 2.5,"))))
        .containsExactly(
            "/pcfAssessmentAndMethodology/0/dataSourcesAndQuality/0/temporalDQR: expected 2, seen"
                + " 2.5");
  }

  @Test
  void aGroupThatIsEmptyOrTwiceThereIsFoundRuleSeven() {
    PcfFacts facts = gather(CATENA_X_10).facts();
    PcfTarget target = new PcfTarget(CATENA_X_10, panel().reader());
    JsonNode document = Fixture.json(file(CATENA_X_10, facts, stamp()));

    for (int times : List.of(0, 2)) {
      var spoiled = document.deepCopy();
      var groups = (ArrayNode) spoiled.get("carbonContent");
      JsonNode one = groups.get(0);
      groups.removeAll();
      for (int i = 0; i < times; i++) {
        groups.add(one);
      }
      assertThat(
              target.faults(
                  facts,
                  List.of(
                      new ExportFile(
                          "pcf.json", "application/json", spoiled.toString().getBytes(UTF_8)))))
          .singleElement()
          .asString()
          .startsWith("cx-pcf-10 at /carbonContent: ");
    }
  }

  @Test
  void aFootprintThatReplacesItselfIsFoundRuleTwelve() {
    Stamp correction =
        new Stamp("exp-0002", AS_OF, List.of(), Optional.empty(), Optional.of("exp-0001"));
    PcfFacts facts = gather(CATENA_X_10).facts();
    PcfTarget target = new PcfTarget(CATENA_X_10, panel().reader());
    String earlier = id(facts, stamp()).toString();
    String own = id(facts, correction).toString();

    assertThat(
            target.faults(
                facts,
                spoiled(file(CATENA_X_10, facts, correction), text -> text.replace(earlier, own))))
        .singleElement()
        .asString()
        .contains("a footprint does not replace itself, " + own);
  }

  @Test
  void whatTheModelHoldsFixedIsHeld() {
    PcfFacts facts = gather(CATENA_X_10).facts();
    PcfTarget target = new PcfTarget(CATENA_X_10, panel().reader());
    ExportFile good = file(CATENA_X_10, facts, stamp());

    assertThat(
            target.faults(
                facts, spoiled(good, text -> text.replace("\"Active\"", "\"Deprecated\""))))
        .hasSize(1);
    assertThat(
            target.faults(
                facts, spoiled(good, text -> text.replace("\"version\" : 0", "\"version\" : 1"))))
        .hasSize(1);
    assertThat(
            target.faults(
                facts, spoiled(good, text -> text.replace("03:04:05Z", "03:04:05+09:00"))))
        .hasSize(1);
    assertThat(
            target.faults(facts, spoiled(good, text -> text.replace("urn:BPNL000", "urn:BPN000"))))
        .hasSize(1);
    assertThat(target.faults(facts, List.of())).containsExactly("expected the file pcf.json alone");
  }

  private static UUID id(PcfFacts facts, Stamp stamp) {
    return UUID.fromString(
        Fixture.json(file(CATENA_X_10, facts, stamp))
            .at(INFORMATION + "idAndVersion/0/id")
            .textValue());
  }

  private static String preceding(PcfFormat format, PcfFacts facts, Stamp stamp) {
    return Fixture.json(file(format, facts, stamp))
        .at(INFORMATION + "idAndVersion/0/precedingPfIds")
        .toString();
  }

  private static String with(String options, String member) {
    return options.replaceFirst("\\{", "{ " + member + ",");
  }
}
