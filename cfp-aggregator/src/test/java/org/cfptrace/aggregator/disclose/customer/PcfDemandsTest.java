package org.cfptrace.aggregator.disclose.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.cfptrace.aggregator.disclose.customer.Fixture.CATENA_X_OPTIONS;
import static org.cfptrace.aggregator.disclose.customer.Fixture.PACT_OPTIONS;
import static org.cfptrace.aggregator.disclose.customer.Fixture.at;
import static org.cfptrace.aggregator.disclose.customer.Fixture.codes;
import static org.cfptrace.aggregator.disclose.customer.Fixture.gather;
import static org.cfptrace.aggregator.disclose.customer.Fixture.panel;
import static org.cfptrace.aggregator.disclose.customer.Fixture.stamp;
import static org.cfptrace.aggregator.disclose.customer.PcfFormat.CATENA_X_10;
import static org.cfptrace.aggregator.disclose.customer.PcfFormat.CATENA_X_9;
import static org.cfptrace.aggregator.disclose.customer.PcfFormat.PACT_3;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Finding.Code;
import org.cfptrace.aggregator.disclose.Finding.Weight;
import org.cfptrace.aggregator.disclose.SourceFacts;
import org.cfptrace.aggregator.disclose.customer.Fixture.Product;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.service.answer.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What formats demand of requests and products, and what is refused at the door. */
class PcfDemandsTest {
  @Test
  void aRequestThatSaysNothingHearsOfAllThatCatenaXDemandsAtOnce() {
    assertThat(demanded(CATENA_X_10, "{}"))
        .containsExactly(
            "CX_PCF_10 demands the option exemptedEmissionsPercent",
            "CX_PCF_10 demands the option crossSectoralStandards",
            "CX_PCF_10 demands the option bpnl",
            "CX_PCF_10 demands the option validUntil",
            "CX_PCF_10 demands the option geographyRegionOrSubregion or geographyCountry",
            "CX_PCF_10 demands the option ccsTechnologicalCO2CaptureIncluded",
            "CX_PCF_10 demands the option allocationWasteIncineration",
            "CX_PCF_10 demands the option massBalancingUsed");
  }

  @Test
  void aRequestThatSaysNothingHearsOfAllThatPactDemandsAtOnce() {
    assertThat(demanded(PACT_3, "{}"))
        .containsExactly(
            "PACT_3 demands the option exemptedEmissionsPercent",
            "PACT_3 demands the option crossSectoralStandards",
            "PACT_3 demands the option fossilCarbonContent");
  }

  @Test
  void rule8WithoutABusinessPartnerNumberThereIsNoCatenaXFile() {
    String options = CATENA_X_OPTIONS.replace("\"bpnl\": \"BPNL000000000DWF\",", "");

    assertThat(demanded(CATENA_X_9, options)).containsExactly("CX_PCF_9 demands the option bpnl");
  }

  @Test
  void rule8ABusinessPartnerNumberInTheOtherSpellingIsOneToo() {
    String options =
        CATENA_X_OPTIONS
            .replace("\"bpnl\": \"BPNL000000000DWF\",", "")
            .replace("urn:company.example", "urn:bpn:id:BPNL000000000DWF");

    assertThat(gather(CATENA_X_10, panel(), options).findings()).isEmpty();
    assertThat(
            document(CATENA_X_10, options)
                .at("/companyAndProductInformation/0/companyInformation/0/companyIds")
                .toString())
        .isEqualTo("[\"urn:bpn:id:BPNL000000000DWF\"]");
  }

  @Test
  void versionNineDemandsDataQualityAndVersionTenAsksForIt() {
    Product unrated = panel().data(Optional.empty(), Optional.empty());

    assertThat(gather(CATENA_X_9, unrated, CATENA_X_OPTIONS).findings())
        .containsExactly(
            Finding.of(
                Code.REQUIRED_NOT_STATED, "CX_PCF_9 demands it: primaryDataShare is not known"),
            Finding.of(Code.REQUIRED_NOT_STATED, "CX_PCF_9 demands it: data quality is not rated"));
    assertThat(codes(gather(CATENA_X_10, unrated, CATENA_X_OPTIONS)))
        .containsExactly(Code.NOT_STATED, Code.NOT_STATED);
    assertThat(codes(gather(PACT_3, unrated, PACT_OPTIONS)))
        .containsExactly(Code.NOT_STATED, Code.NOT_STATED);
  }

  @Test
  void aRatingFromOneToThreeIsLeftOutAndSaidToBe() {
    Product other =
        panel()
            .data(
                panel().primary(),
                Optional.of(
                    DataQuality.same(
                        StageProfile.CATENA_X,
                        QualityScale.ONE_TO_THREE,
                        Representativeness.of("1", "2", "3"))));
    var gathered = gather(CATENA_X_10, other, CATENA_X_OPTIONS);

    assertThat(gathered.findings())
        .containsExactly(
            Finding.of(
                Code.NOT_STATED,
                "CX_PCF_10 asks for it: data quality is rated on the scale from 1 to 3, which does"
                    + " not convert to that from 1 to 5"));
    assertThat(gathered.facts().data().rating()).isEmpty();
  }

  @Test
  void stagesAreWeighedAndAnUnratedOneHasTheWorst() {
    Emissions total =
        at(Stage.PRE, EmissionAccount.FOSSIL, "6")
            .plus(at(Stage.MAIN, EmissionAccount.FOSSIL, "3"));

    assertThat(
            OverallRating.of(
                Optional.of(
                    new DataQuality(
                        QualityScale.ONE_TO_FIVE,
                        Map.of(
                            Stage.PRE, Representativeness.of("1", "2", "3"),
                            Stage.MAIN, Representativeness.of("2", "2", "1")))),
                total))
        .contains(Representativeness.of("1.334", "2", "2.334"));
    assertThat(
            OverallRating.of(
                Optional.of(
                    new DataQuality(
                        QualityScale.ONE_TO_FIVE,
                        Map.of(Stage.PRE, Representativeness.of("1", "1", "1")))),
                total))
        .contains(Representativeness.of("2.334", "2.334", "2.334"));
    assertThat(
            OverallRating.of(
                Optional.of(new DataQuality(QualityScale.ONE_TO_FIVE, Map.of())), total))
        .isEmpty();
  }

  @Test
  void aPieceWithoutAMassCannotBeStated() {
    Product light = panel().unit(DeclaredUnit.PIECE, Optional.empty());

    assertThat(gather(CATENA_X_10, light, CATENA_X_OPTIONS).findings())
        .containsExactly(
            Finding.of(
                Code.REQUIRED_NOT_STATED,
                "CX_PCF_10 demands productMassPerDeclaredUnit: the product needs the mass of one"
                    + " piece"));
  }

  @Test
  void aKilogramWeighsOneAndEnergyNothing() {
    assertThat(mass(DeclaredUnit.KILOGRAM, Optional.empty())).isEqualTo("1");
    assertThat(mass(DeclaredUnit.KILOWATT_HOUR, Optional.empty())).isEqualTo("0");
    assertThat(mass(DeclaredUnit.LITER, Optional.of(MassPerUnit.of("0.79")))).isEqualTo("0.79");
  }

  @Test
  void withoutTheSplitByAccountPactHasNoFileAndCatenaXOnlyTotals() {
    Emissions total =
        at(Stage.PRODUCTION, EmissionAccount.FOSSIL, "3")
            .plus(at(Stage.UNSPLIT, EmissionAccount.UNSPLIT_EMISSIONS, "7"))
            .plus(at(Stage.UNSPLIT, EmissionAccount.BIOGENIC_UPTAKE, "-2"));
    Product unsplit = panel().emissions(StageProfile.CATENA_X, Emissions.NONE, total);
    String options = CATENA_X_OPTIONS.replaceFirst("\\{", "{\"packagingIncluded\": true,");
    var gathered = gather(CATENA_X_10, unsplit, options);
    JsonNode production =
        Fixture.json(Fixture.file(CATENA_X_10, gathered.facts(), stamp()))
            .at("/productLifeCycleStagesAndEmissions/0/productionStage/0");

    SourceFacts whole =
        Fixture.source(
            "SUPPLIER",
            "OK",
            at(Stage.UNSPLIT, EmissionAccount.UNSPLIT_EMISSIONS, "7"),
            Optional.empty());
    SourceFacts divided =
        Fixture.source(
            "SUPPLIER", "OK", at(Stage.PRODUCTION, EmissionAccount.FOSSIL, "3"), Optional.empty());
    assertThat(withheld(unsplit.sources(List.of(divided, whole))))
        .containsExactly(
            new Finding(
                Code.SPLIT_WITHHELD,
                "line-1",
                Fixture.SECRET_PART
                    + " came without its split by account: PACT_3 demands fossilGhgEmissions"));
    assertThat(withheld(unsplit.sources(List.of(divided))))
        .containsExactly(
            Finding.of(
                Code.SPLIT_WITHHELD,
                "PACT_3 demands fossilGhgEmissions; part of the footprint was stated as a total"
                    + " only"));
    assertThat(codes(gathered)).containsExactly(Code.NOT_STATED);
    assertThat(production.toString())
        .isEqualTo("{\"pcfIncludingBiogenicUptake\":8,\"pcfExcludingBiogenicUptake\":10}");
  }

  private static List<Finding> withheld(Product product) {
    return gather(PACT_3, product, PACT_OPTIONS).findings().stream()
        .filter(finding -> finding.code() == Code.SPLIT_WITHHELD)
        .toList();
  }

  @Test
  void underAnotherProfileEverythingUpToTheGateIsProduction() {
    Emissions total =
        at(Stage.PRE, EmissionAccount.FOSSIL, "3")
            .plus(at(Stage.MAIN, EmissionAccount.FOSSIL, "5"));
    PcfFacts facts =
        gather(
                CATENA_X_10,
                panel().emissions(StageProfile.OURANOS, Emissions.NONE, total),
                CATENA_X_OPTIONS)
            .facts();
    JsonNode stages =
        Fixture.json(Fixture.file(CATENA_X_10, facts, stamp()))
            .at("/productLifeCycleStagesAndEmissions/0");

    assertThat(stages.at("/productionStage/0/pcfIncludingBiogenicUptake").decimalValue())
        .isEqualTo("8");
    assertThat(stages.get("packagingStage").toString())
        .isEqualTo("[{\"packagingEmissionsIncluded\":false}]");
    assertThat(stages.get("distributionStage").toString())
        .isEqualTo("[{\"distributionStageIncluded\":false}]");
  }

  @Test
  void aBatterysWayToThePointOfSaleIsDistribution() {
    Emissions total =
        at(Stage.RAW_MATERIAL, EmissionAccount.FOSSIL, "60")
            .plus(at(Stage.DISTRIBUTION, EmissionAccount.FOSSIL, "2"));
    PcfFacts facts =
        gather(
                CATENA_X_10,
                panel().emissions(StageProfile.EU_BATTERY, Emissions.NONE, total),
                CATENA_X_OPTIONS)
            .facts();

    assertThat(facts.stages().production().inclBiogenicUptake()).isEqualByComparingTo("60");
    assertThat(facts.stages().distribution().orElseThrow().inclBiogenicUptake())
        .isEqualByComparingTo("2");
  }

  @Test
  void massBalancingIsWrittenAsEachVersionWantsIt() {
    String options =
        CATENA_X_OPTIONS.replace(
            "\"massBalancingUsed\": false",
            "\"massBalancingUsed\": true, \"freeAttributionInMassBalancing\": false,"
                + " \"massBalancingCertificateScheme\": \"ISCC+\"");
    String place = "/pcfAssessmentAndMethodology/0/pcfMethodology/0/massBalancingInformation/0";

    assertThat(document(CATENA_X_9, options).at(place).toString())
        .isEqualTo(
            "{\"massBalancingUsed\":true,\"freeAttributionInMassBalancing\":\"false\","
                + "\"massBalancingCertificateScheme\":\"ISCC+\"}");
    assertThat(document(CATENA_X_10, options).at(place).toString())
        .isEqualTo(
            "{\"massBalancingUsed\":true,\"freeAttributionInMassBalancing\":false,"
                + "\"massBalancingCertificateScheme\":\"ISCC+\"}");
  }

  @Test
  void aProspectiveFootprintStatesNoDataQuality() {
    String options =
        CATENA_X_OPTIONS.replaceFirst(
            "\\{", "{\"retroOrProspectivePcfType\": \"Prospective PCF without forerunner\",");
    JsonNode data =
        document(CATENA_X_10, options).at("/pcfAssessmentAndMethodology/0/dataSourcesAndQuality/0");

    assertThat(data.toString()).isEqualTo("{\"secondaryEmissionFactorSources\":[\"examples 1\"]}");
  }

  @Test
  void whatTheReaderFoundOfTheProductComesFirst() {
    Finding recalled = new Finding(Code.RECALLED_INPUT, "body/frame", "withdrawn");

    assertThat(
            gather(CATENA_X_10, panel().findings(List.of(recalled)), CATENA_X_OPTIONS).findings())
        .containsExactly(recalled);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bpnl                           | "BPNL12"                | bpnl
          bpnl                           | "urn:BPNL000000000DWF"  | bpnl
          companyIds                     | ["company"]             | companyIds[0]
          companyIds                     | ["urn:a", "urn:a"]      | companyIds
          domain                         | "no domain"             | domain
          geographyCountry               | "Japan"                 | geographyCountry
          geographyCountrySubdivision    | "JP_23"                 | geographyCountrySubdivision
          geographyRegionOrSubregion     | "Far East"              | geographyRegionOrSubregion
          crossSectoralStandards         | ["ISO14067"]            | crossSectoralStandards
          crossSectoralStandards         | ["PEF", "Other"]        | crossSectoralStandards
          exemptedEmissionsPercent       | "-1"                    | exemptedEmissionsPercent
          exemptedEmissionsPercent       | 1.5                     | exemptedEmissionsPercent
          allocationWasteIncineration    | "none"                  | allocationWasteIncineration
          freeAttributionInMassBalancing | "yes"                   | freeAttributionInMassBalancing
          biogenicCarbonContent          | "-0.1"                  | biogenicCarbonContent
          precedingPfIds                 | ["1"]                   | precedingPfIds[0]
          retroOrProspectivePcfType      | "Retrospective"         | retroOrProspectivePcfType
          validUntil                     | "2025-12-31"            | validUntil
          validFrom                      | "1.1.2026"              | validFrom
          precedingFootprints            | []                      | precedingFootprints
          """)
  void aBadOptionIsRefusedUnderItsName(String option, String value, String field) {
    String options =
        CATENA_X_OPTIONS
            .replaceAll("(?m)^ *\"" + option + "\": .*$", "")
            .replaceAll(",\\s*}", "}")
            .replaceFirst("\\{", "{ \"" + option + "\": " + value + ",");

    assertThat(
            catchThrowableOfType(Refused.class, () -> gather(CATENA_X_10, panel(), options))
                .errors())
        .extracting(error -> error.field())
        .containsExactly(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"operator": "ISO", "ruleNames": ["a"]}                  | operator
          {"operator": "PEF", "ruleNames": []}                     | ruleNames
          {"operator": "Other", "ruleNames": ["a"]}                | otherOperatorName
          {"operator": "PEF", "ruleNames": ["a"], "name": "b"}     | name
          """)
  void aBadRuleOfPactIsRefusedUnderItsName(String rule, String field) {
    String options =
        PACT_OPTIONS.replaceFirst(
            "\"productOrSectorSpecificRules\": \\[[^\\]]*\\][^\\]]*\\]",
            "\"productOrSectorSpecificRules\": [" + rule.replace("\\", "") + "]");

    assertThat(catchThrowableOfType(Refused.class, () -> gather(PACT_3, panel(), options)).errors())
        .extracting(error -> error.field())
        .containsExactly("productOrSectorSpecificRules[0]." + field);
  }

  @Test
  void anOptionThatOnlyTheOtherFormatHasIsNotSilentlyIgnored() {
    assertThat(
            catchThrowableOfType(
                    Refused.class,
                    () ->
                        gather(
                            PACT_3,
                            panel(),
                            PACT_OPTIONS.replaceFirst("\\{", "{\"massBalancingUsed\": true,")))
                .errors())
        .extracting(error -> error.code())
        .containsExactly("UNKNOWN_FIELD");
  }

  @ParameterizedTest
  @CsvSource({
    "JP, Eastern Asia",
    "DE, Western Europe",
    "PL, Eastern Europe",
    "US, Northern America",
    "MX, Latin America and the Caribbean",
    "TH, South-eastern Asia",
    "IN, Southern Asia",
    "TR, Western Asia",
    "ZA, Sub-Saharan Africa",
    "AU, Australia and New Zealand"
  })
  void regionsOfCountriesAreThoseOfM49(String country, String region) {
    assertThat(Region.of(country)).contains(region);
    assertThat(Region.excludes(region, country)).isFalse();
    assertThat(Region.excludes("Polynesia", country)).isTrue();
  }

  @Test
  void aCountryThatM49DoesNotListIsNotJudged() {
    assertThat(Region.of("XX")).isEmpty();
    assertThat(Region.excludes("Africa", "XX")).isFalse();
  }

  @Test
  void theTwoHundredAndFortySevenCountriesOfM49AreInARegion() {
    List<String> countries =
        IntStream.range(0, 26 * 26)
            .mapToObj(i -> "" + (char) ('A' + i / 26) + (char) ('A' + i % 26))
            .filter(code -> Region.of(code).isPresent())
            .toList();

    assertThat(countries).hasSize(247);
  }

  private static List<String> demanded(PcfFormat format, String options) {
    return gather(format, panel(), options).findings().stream()
        .filter(it -> it.code() == Code.REQUIRED_NOT_STATED)
        .peek(it -> assertThat(it.code().weight()).isEqualTo(Weight.FORBIDS))
        .map(Finding::detail)
        .toList();
  }

  private static String mass(DeclaredUnit unit, Optional<MassPerUnit> itsMass) {
    return gather(CATENA_X_10, panel().unit(unit, itsMass), CATENA_X_OPTIONS)
        .facts()
        .item()
        .massKilograms()
        .orElseThrow()
        .toPlainString();
  }

  private static JsonNode document(PcfFormat format, String options) {
    PcfFacts facts = gather(format, panel(), options).facts();
    var file = Fixture.file(format, facts, stamp());
    assertThat(new PcfTarget(format, panel().reader()).faults(facts, List.of(file))).isEmpty();
    return Fixture.json(file);
  }
}
