package org.cfptrace.aggregator.disclose.customer;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.JsonDocument;
import org.cfptrace.aggregator.disclose.JsonSchemas;

/**
 * A finished footprint read back: it fits its schema, its figures are those of the facts to the
 * last digit, it adds up by itself, and its id is not among those it replaces (rule 12).
 */
final class PcfReadBack {
  private static final String PRODUCTION =
      "/productLifeCycleStagesAndEmissions/0/productionStage/0";
  private static final String PACKAGING = "/productLifeCycleStagesAndEmissions/0/packagingStage/0";
  private static final String DISTRIBUTION =
      "/productLifeCycleStagesAndEmissions/0/distributionStage/0";
  private static final String ASSESSMENT = "/pcfAssessmentAndMethodology/0";
  private static final List<String> CATENA_X_ACCOUNTS =
      List.of(
          "fossilGhgEmissions",
          "biogenicNonCO2Emissions",
          "landUseChangeGhgEmissions",
          "landManagementBiogenicCO2Emissions",
          "landManagementBiogenicCO2Removals",
          "aircraftGhgEmissions");
  // PACT's own sum: aircraft emissions are within fossil ones.
  private static final List<String> PACT_ACCOUNTS = CATENA_X_ACCOUNTS.subList(0, 5);

  private final JsonNode document;
  private final List<String> faults = new ArrayList<>();

  private PcfReadBack(JsonNode document) {
    this.document = document;
  }

  static List<String> faults(
      PcfFacts facts, PcfFormat format, String name, List<ExportFile> files) {
    Optional<ExportFile> file = files.stream().filter(it -> it.name().equals(name)).findFirst();
    if (file.isEmpty() || files.size() != 1) {
      return List.of("expected the file " + name + " alone");
    }
    List<String> misfits = JsonSchemas.faults(format.schema(), file.get().bytes());
    if (!misfits.isEmpty()) {
      return misfits;
    }
    PcfReadBack back = new PcfReadBack(JsonDocument.read(file.get().bytes()));
    if (format.isCatenaX()) {
      back.catenaX(facts);
    } else {
      back.pact(facts);
    }
    return back.faults;
  }

  private void catenaX(PcfFacts facts) {
    PcfFacts.Stages stages = facts.stages();
    figures(PRODUCTION, "", Optional.of(stages.production()));
    figures(PACKAGING, "packaging", CatenaXStages.packaging(stages));
    figures(DISTRIBUTION, "distributionStage", stages.distribution());
    String product = "/companyAndProductInformation/0/productInformation/0/";
    same(product + "declaredUnitAmount", Optional.of(facts.item().amount()));
    same(product + "productMassPerDeclaredUnit", facts.item().massKilograms());
    same(
        ASSESSMENT
            + "/pcfAssessmentInformation/0/boundarySpecifications/0/exemptedEmissionsPercent",
        facts.method().exemptedPercent());
    data(ASSESSMENT + "/dataSourcesAndQuality/0", "", facts.data());
    adds(PRODUCTION, "", CATENA_X_ACCOUNTS);
    adds(PACKAGING, "packaging", CATENA_X_ACCOUNTS);
    adds(DISTRIBUTION, "distributionStage", CATENA_X_ACCOUNTS);
    replacesOthers(ASSESSMENT + "/pcfAssessmentInformation/0/idAndVersion/0");
  }

  private void pact(PcfFacts facts) {
    StageFigures production = facts.stages().production();
    Optional<Accounts> accounts = production.accounts();
    same("/pcf/pcfIncludingBiogenicUptake", Optional.of(production.inclBiogenicUptake()));
    same("/pcf/pcfExcludingBiogenicUptake", Optional.of(production.exclBiogenicUptake()));
    same("/pcf/fossilGhgEmissions", accounts.map(it -> it.fossil().add(it.aircraft())));
    same("/pcf/biogenicNonCO2Emissions", accounts.map(Accounts::biogenicNonCo2));
    same("/pcf/biogenicCO2Uptake", accounts.map(Accounts::biogenicUptake));
    same("/pcf/landUseChangeGhgEmissions", accounts.map(Accounts::landUseChange));
    same(
        "/pcf/landManagementBiogenicCO2Emissions", accounts.map(Accounts::landManagementEmissions));
    same("/pcf/landManagementBiogenicCO2Removals", accounts.map(Accounts::landManagementRemovals));
    same("/pcf/aircraftGhgEmissions", accounts.map(Accounts::aircraft));
    same(
        "/pcf/outboundLogisticsGhgEmissions",
        facts.stages().distribution().map(StageFigures::exclBiogenicUptake));
    same("/pcf/declaredUnitAmount", Optional.of(facts.item().amount()));
    same("/pcf/productMassPerDeclaredUnit", facts.item().massKilograms());
    same("/pcf/fossilCarbonContent", facts.carbon().fossil());
    same("/pcf/exemptedEmissionsPercent", facts.method().exemptedPercent());
    data("/pcf", "/dqi", facts.data());
    adds("/pcf", "", PACT_ACCOUNTS);
    replacesOthers("");
  }

  private void figures(String group, String stage, Optional<StageFigures> figures) {
    Optional<Accounts> accounts = figures.flatMap(StageFigures::accounts);
    same(group, stage, "pcfIncludingBiogenicUptake", figures.map(StageFigures::inclBiogenicUptake));
    same(group, stage, "pcfExcludingBiogenicUptake", figures.map(StageFigures::exclBiogenicUptake));
    same(group, stage, "fossilGhgEmissions", accounts.map(Accounts::fossil));
    same(group, stage, "biogenicNonCO2Emissions", accounts.map(Accounts::biogenicNonCo2));
    same(group, stage, "biogenicCO2Uptake", accounts.map(Accounts::biogenicUptake));
    same(group, stage, "landUseChangeGhgEmissions", accounts.map(Accounts::landUseChange));
    same(
        group,
        stage,
        "landManagementBiogenicCO2Emissions",
        accounts.map(Accounts::landManagementEmissions));
    same(
        group,
        stage,
        "landManagementBiogenicCO2Removals",
        accounts.map(Accounts::landManagementRemovals));
    same(group, stage, "aircraftGhgEmissions", accounts.map(Accounts::aircraft));
  }

  private void data(String group, String ratings, PcfFacts.DataBasis data) {
    same(group + "/primaryDataShare", data.primaryDataShare());
    same(group + ratings + "/technologicalDQR", data.rating().map(it -> it.ter()));
    same(group + ratings + "/temporalDQR", data.rating().map(it -> it.tir()));
    same(group + ratings + "/geographicalDQR", data.rating().map(it -> it.ger()));
  }

  private void same(String group, String stage, String figure, Optional<BigDecimal> expected) {
    same(group + "/" + CatenaXStages.named(stage, figure), expected);
  }

  private void same(String place, Optional<BigDecimal> expected) {
    Optional<BigDecimal> seen = number(place);
    boolean equal =
        expected.isPresent() == seen.isPresent()
            && expected.filter(it -> it.compareTo(seen.orElseThrow()) != 0).isEmpty();
    if (!equal) {
      faults.add(
          place
              + ": expected "
              + expected.map(BigDecimal::toPlainString).orElse("nothing")
              + ", seen "
              + seen.map(BigDecimal::toPlainString).orElse("nothing"));
    }
  }

  private void adds(String group, String stage, List<String> accounts) {
    if (number(group + "/" + CatenaXStages.named(stage, accounts.get(0))).isEmpty()) {
      return;
    }
    BigDecimal excl =
        accounts.stream()
            .map(account -> number(group + "/" + CatenaXStages.named(stage, account)))
            .flatMap(Optional::stream)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal uptake =
        number(group + "/" + CatenaXStages.named(stage, "biogenicCO2Uptake"))
            .orElse(BigDecimal.ZERO);
    sum(group + "/" + CatenaXStages.named(stage, "pcfExcludingBiogenicUptake"), excl);
    sum(group + "/" + CatenaXStages.named(stage, "pcfIncludingBiogenicUptake"), excl.add(uptake));
  }

  private void sum(String place, BigDecimal sum) {
    number(place)
        .filter(total -> total.compareTo(sum) != 0)
        .ifPresent(
            total ->
                faults.add(
                    place
                        + ": the accounts add up to "
                        + sum.stripTrailingZeros().toPlainString()
                        + ", seen "
                        + total.toPlainString()));
  }

  private void replacesOthers(String group) {
    String id = document.at(group + "/id").asText();
    for (JsonNode preceding : document.at(group + "/precedingPfIds")) {
      String earlier = preceding.isObject() ? preceding.get("id").asText() : preceding.asText();
      if (earlier.equals(id)) {
        faults.add(group + "/precedingPfIds: a footprint does not replace itself, " + id);
      }
    }
  }

  private Optional<BigDecimal> number(String place) {
    JsonNode node = document.at(place);
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    return Optional.of(node.isTextual() ? new BigDecimal(node.textValue()) : node.decimalValue());
  }
}
