package org.cfptrace.aggregator.disclose.customer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.JsonDocument;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Carbon;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Method;

/**
 * A footprint as PACT's data model 3 has it: decimals as strings, nothing null, what is not known
 * left out. Outbound logistics stands beside the totals and is in neither. Aircraft emissions (H)
 * are within fossil emissions, for PACT's sum has no place of its own for them.
 */
final class PactDocument {
  private final PcfFacts facts;
  private final Issued issued;

  PactDocument(PcfFacts facts, Issued issued) {
    this.facts = facts;
    this.issued = issued;
  }

  ObjectNode tree() {
    PcfFacts.Item item = facts.item();
    PcfFacts.Time time = facts.time();
    ObjectNode footprint = JsonDocument.object();
    footprint.put("id", issued.id());
    footprint.put("specVersion", PcfFormat.PACT_3.version());
    putTexts(footprint, "precedingPfIds", issued.precedingIds());
    footprint.put("created", issued.created());
    footprint.put("status", "Active");
    put(footprint, "validityPeriodStart", time.validStart().map(Issued::moment));
    put(footprint, "validityPeriodEnd", time.validEnd().map(Issued::moment));
    footprint.put("companyName", facts.maker().name());
    putTexts(footprint, "companyIds", facts.maker().ids());
    footprint.put("productDescription", item.description().orElse(""));
    putTexts(footprint, "productIds", item.ids());
    putTexts(footprint, "productClassifications", item.classifications());
    footprint.put("productNameCompany", item.name());
    footprint.put("comment", issued.comment());
    footprint.set("pcf", pcf());
    return footprint;
  }

  private ObjectNode pcf() {
    ObjectNode pcf = JsonDocument.object();
    pcf.put("declaredUnitOfMeasurement", facts.item().unit().catenaX());
    put(pcf, "declaredUnitAmount", facts.item().amount());
    put(pcf, "productMassPerDeclaredUnit", facts.item().massKilograms().orElseThrow());
    pcf.put("referencePeriodStart", Issued.moment(facts.time().referenceStart()));
    pcf.put("referencePeriodEnd", Issued.moment(facts.time().referenceEnd()));
    geography(pcf);
    put(pcf, "boundaryProcessesDescription", facts.method().processes());
    figures(pcf);
    stages(pcf);
    facts
        .method()
        .captureIncluded()
        .ifPresent(it -> pcf.put("ccsTechnologicalCO2CaptureIncluded", it));
    method(pcf);
    data(pcf);
    return pcf;
  }

  /** At most one of the three, the narrowest that is known. */
  private void geography(ObjectNode pcf) {
    PcfFacts.Place place = facts.place();
    if (place.subdivision().isPresent()) {
      put(pcf, "geographyCountrySubdivision", place.subdivision());
    } else if (place.country().isPresent()) {
      put(pcf, "geographyCountry", place.country());
    } else {
      put(pcf, "geographyRegionOrSubregion", place.region());
    }
  }

  private void figures(ObjectNode pcf) {
    StageFigures figures = facts.stages().production();
    Accounts accounts = figures.accounts().orElseThrow();
    Carbon carbon = facts.carbon();
    put(pcf, "pcfExcludingBiogenicUptake", figures.exclBiogenicUptake());
    put(pcf, "pcfIncludingBiogenicUptake", figures.inclBiogenicUptake());
    put(pcf, "fossilCarbonContent", carbon.fossil().orElseThrow());
    putNumber(pcf, "biogenicCarbonContent", carbon.biogenic());
    putNumber(pcf, "recycledCarbonContent", carbon.recycled());
    put(pcf, "fossilGhgEmissions", accounts.fossil().add(accounts.aircraft()));
    put(pcf, "landUseChangeGhgEmissions", accounts.landUseChange());
    put(pcf, "landManagementBiogenicCO2Emissions", accounts.landManagementEmissions());
    put(pcf, "landManagementBiogenicCO2Removals", accounts.landManagementRemovals());
    put(pcf, "biogenicCO2Uptake", accounts.biogenicUptake());
    put(pcf, "biogenicNonCO2Emissions", accounts.biogenicNonCo2());
    put(pcf, "aircraftGhgEmissions", accounts.aircraft());
  }

  private void stages(ObjectNode pcf) {
    PcfFacts.Stages stages = facts.stages();
    pcf.put("packagingEmissionsIncluded", stages.packagingIncluded());
    if (stages.packagingIncluded()) {
      putNumber(
          pcf,
          "packagingGhgEmissions",
          stages
              .packaging()
              .map(StageFigures::exclBiogenicUptake)
              .filter(figure -> figure.signum() >= 0));
      putNumber(pcf, "packagingBiogenicCarbonContent", facts.carbon().packagingBiogenic());
    }
    putNumber(
        pcf,
        "outboundLogisticsGhgEmissions",
        stages.distribution().map(StageFigures::exclBiogenicUptake));
  }

  private void method(ObjectNode pcf) {
    Method method = facts.method();
    putTexts(pcf, "ipccCharacterizationFactors", List.of(facts.gwp().name()));
    putTexts(pcf, "crossSectoralStandards", method.standards());
    if (!method.sectorRules().isEmpty()) {
      ArrayNode rules = pcf.putArray("productOrSectorSpecificRules");
      for (PcfFacts.SectorRule rule : method.sectorRules()) {
        ObjectNode json = rules.addObject();
        json.put("operator", rule.operator());
        putTexts(json, "ruleNames", rule.names());
        put(json, "otherOperatorName", rule.otherOperator());
      }
    }
    put(pcf, "exemptedEmissionsPercent", method.exemptedPercent().orElseThrow());
    put(pcf, "exemptedEmissionsDescription", method.exemptedDescription());
    put(pcf, "allocationRulesDescription", method.allocation());
  }

  private void data(ObjectNode pcf) {
    PcfFacts.DataBasis data = facts.data();
    if (!data.factorSets().isEmpty()) {
      ArrayNode sources = pcf.putArray("secondaryEmissionFactorSources");
      data.factorSets()
          .forEach(set -> sources.addObject().put("name", set.id()).put("version", set.version()));
    }
    putNumber(pcf, "primaryDataShare", data.primaryDataShare());
    data.rating()
        .ifPresent(
            rating -> {
              ObjectNode dqi = pcf.putObject("dqi");
              put(dqi, "technologicalDQR", rating.ter());
              put(dqi, "geographicalDQR", rating.ger());
              put(dqi, "temporalDQR", rating.tir());
            });
  }

  private static void put(ObjectNode json, String name, BigDecimal number) {
    json.put(name, number.toPlainString());
  }

  private static void putNumber(ObjectNode json, String name, Optional<BigDecimal> number) {
    number.ifPresent(it -> put(json, name, it));
  }

  private static void put(ObjectNode json, String name, Optional<String> text) {
    text.ifPresent(it -> json.put(name, it));
  }

  private static void putTexts(ObjectNode json, String name, List<String> texts) {
    if (!texts.isEmpty()) {
      ArrayNode array = json.putArray(name);
      texts.forEach(array::add);
    }
  }
}
