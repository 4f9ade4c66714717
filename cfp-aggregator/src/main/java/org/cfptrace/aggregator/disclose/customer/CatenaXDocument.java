package org.cfptrace.aggregator.disclose.customer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.Evidence.FactorSource;
import org.cfptrace.aggregator.disclose.JsonDocument;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Carbon;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.MassBalancing;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Method;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.SectorRule;

/**
 * A footprint as the Catena-X PCF model has it: every group an array of one, figures as numbers.
 * Production holds the packaging too, of which the packaging stage tells how much (the model:
 * "avoid double accounting"); distribution stands apart from it.
 */
final class CatenaXDocument {
  private final PcfFacts facts;
  private final boolean nine;
  private final String version;
  private final Issued issued;

  CatenaXDocument(PcfFacts facts, PcfFormat format, Issued issued) {
    this.facts = facts;
    this.nine = format == PcfFormat.CATENA_X_9;
    this.version = format.version();
    this.issued = issued;
  }

  ObjectNode tree() {
    ObjectNode pcf = JsonDocument.object();
    pcf.set("scopeOfPcfForm", one(scope()));
    ObjectNode information = JsonDocument.object();
    information.set("companyInformation", one(company()));
    information.set("productInformation", one(product()));
    pcf.set("companyAndProductInformation", one(information));
    ObjectNode assessment = JsonDocument.object();
    assessment.set("pcfAssessmentInformation", one(assessment()));
    assessment.set("pcfMethodology", one(methodology()));
    assessment.set("dataSourcesAndQuality", one(data()));
    pcf.set("pcfAssessmentAndMethodology", one(assessment));
    ObjectNode general = JsonDocument.object();
    general.put("comment", issued.comment());
    put(general, "pcfLegalStatement", facts.words().legalStatement());
    pcf.set("general", one(general));
    pcf.set("productLifeCycleStagesAndEmissions", one(CatenaXStages.tree(facts.stages())));
    pcf.set("carbonContent", one(carbon()));
    return pcf;
  }

  private ObjectNode scope() {
    ObjectNode scope = JsonDocument.object();
    String spec = "urn:io.catenax.pcf:datamodel:version:" + version;
    if (nine) {
      scope.set("specVersion", texts(List.of(spec)));
    } else {
      scope.put("specVersion", spec);
    }
    scope.put("partialFullPcf", "Cradle-to-gate");
    return scope;
  }

  private ObjectNode company() {
    ObjectNode company = JsonDocument.object();
    company.put("companyName", facts.maker().name());
    company.set("companyIds", texts(facts.maker().ids()));
    return company;
  }

  private ObjectNode product() {
    PcfFacts.Item item = facts.item();
    ObjectNode product = JsonDocument.object();
    product.put("productNameCompany", item.name());
    product.set("productIds", texts(item.ids()));
    put(product, "productDescription", item.description());
    if (!item.classifications().isEmpty()) {
      product.set("productClassifications", texts(item.classifications()));
    }
    product.put("declaredUnitOfMeasurement", item.unit().catenaX());
    product.put("declaredUnitAmount", item.amount());
    product.put("productMassPerDeclaredUnit", item.massKilograms().orElseThrow());
    return product;
  }

  private ObjectNode assessment() {
    Method method = facts.method();
    ObjectNode id = JsonDocument.object();
    id.put("id", issued.id());
    if (!issued.precedingIds().isEmpty()) {
      id.set("precedingPfIds", preceding());
    }
    id.put("version", 0);
    id.put("status", "Active");
    id.put("retroOrProspectivePcfType", facts.time().type().text());
    ObjectNode boundary = JsonDocument.object();
    boundary.put("exemptedEmissionsPercent", method.exemptedPercent().orElseThrow());
    put(boundary, "exemptedEmissionsDescription", method.exemptedDescription());
    ObjectNode technology = JsonDocument.object();
    technology.put("ccsTechnologicalCO2CaptureIncluded", method.captureIncluded().orElseThrow());
    put(technology, "boundaryProcessesDescription", method.processes());
    ObjectNode geography = JsonDocument.object();
    geography.put("geographyRegionOrSubregion", facts.place().region().orElseThrow());
    put(geography, "geographyCountrySubdivision", facts.place().subdivision());
    put(geography, "geographyCountry", facts.place().country());
    ObjectNode assessment = JsonDocument.object();
    assessment.set("idAndVersion", one(id));
    assessment.set("boundarySpecifications", one(boundary));
    assessment.set("technology", one(technology));
    assessment.set("geography", one(geography));
    assessment.set("time", one(time()));
    return assessment;
  }

  /** The model 9.0.0 has objects here, without saying what is in them. */
  private ArrayNode preceding() {
    if (!nine) {
      return texts(issued.precedingIds());
    }
    ArrayNode preceding = JsonDocument.array();
    issued.precedingIds().forEach(id -> preceding.addObject().put("id", id));
    return preceding;
  }

  private ObjectNode time() {
    PcfFacts.Time time = facts.time();
    ObjectNode times = JsonDocument.object();
    times.put("referencePeriodStart", Issued.moment(time.referenceStart()));
    times.put("referencePeriodEnd", Issued.moment(time.referenceEnd()));
    times.put("created", issued.created());
    put(times, "validityPeriodStart", time.validStart().map(Issued::moment));
    times.put("validityPeriodEnd", Issued.moment(time.validEnd().orElseThrow()));
    return times;
  }

  private ObjectNode methodology() {
    Method method = facts.method();
    ObjectNode standards = JsonDocument.object();
    if (nine) {
      standards.set("crossSectoralStandards", texts(method.standards()));
    } else {
      standards.put("crossSectoralStandards", method.standards().get(0));
    }
    standards.set(
        "productOrSectorSpecificRules",
        texts(method.sectorRules().stream().map(SectorRule::names).flatMap(List::stream).toList()));
    ObjectNode potentials = JsonDocument.object();
    potentials.put("ipccCharacterizationFactors", facts.gwp().name());
    ObjectNode allocation = JsonDocument.object();
    put(allocation, "allocationRulesDescription", method.allocation());
    allocation.put("allocationWasteIncineration", method.wasteIncineration().orElseThrow());
    put(allocation, "allocationRecycledCarbon", method.recycledCarbon());
    ObjectNode methodology = JsonDocument.object();
    methodology.set("standards", one(standards));
    methodology.set("gwpCharacterizationFactorDetails", one(potentials));
    methodology.set("allocationInForeground", one(allocation));
    methodology.set(
        "massBalancingInformation", one(massBalancing(method.massBalancing().orElseThrow())));
    return methodology;
  }

  private ObjectNode massBalancing(MassBalancing balancing) {
    ObjectNode json = JsonDocument.object();
    json.put("massBalancingUsed", balancing.used());
    if (nine) {
      json.put(
          "freeAttributionInMassBalancing",
          balancing
              .freeAttribution()
              .filter(it -> balancing.used())
              .map(free -> free.toString().toLowerCase(Locale.ROOT))
              .orElse("not applicable"));
      json.put("massBalancingCertificateScheme", balancing.scheme().orElse("not applicable"));
    } else {
      balancing
          .freeAttribution()
          .ifPresent(free -> json.put("freeAttributionInMassBalancing", free));
      put(json, "massBalancingCertificateScheme", balancing.scheme());
    }
    return json;
  }

  private ObjectNode data() {
    ObjectNode data = JsonDocument.object();
    putNumber(data, "primaryDataShare", facts.data().primaryDataShare());
    List<String> sets =
        facts.data().factorSets().stream().map(CatenaXDocument::name).distinct().toList();
    if (nine || !sets.isEmpty()) {
      data.set("secondaryEmissionFactorSources", texts(sets));
    }
    facts
        .data()
        .rating()
        .ifPresent(
            rating -> {
              data.put("technologicalDQR", rating.ter());
              data.put("temporalDQR", rating.tir());
              data.put("geographicalDQR", rating.ger());
            });
    return data;
  }

  private static String name(FactorSource set) {
    return set.id() + " " + set.version();
  }

  private ObjectNode carbon() {
    Carbon carbon = facts.carbon();
    ObjectNode json = JsonDocument.object();
    putNumber(json, "carbonContentTotal", carbon.total());
    putNumber(json, "fossilCarbonContent", carbon.fossil());
    putNumber(json, "biogenicCarbonContent", carbon.biogenic());
    putNumber(json, "packagingBiogenicCarbonContent", carbon.packagingBiogenic());
    putNumber(json, "recycledCarbonContent", carbon.recycled());
    return json;
  }

  private static ArrayNode one(ObjectNode group) {
    return JsonDocument.array().add(group);
  }

  private static ArrayNode texts(List<String> texts) {
    ArrayNode array = JsonDocument.array();
    texts.forEach(array::add);
    return array;
  }

  private static void put(ObjectNode json, String name, Optional<String> text) {
    text.ifPresent(it -> json.put(name, it));
  }

  private static void putNumber(ObjectNode json, String name, Optional<BigDecimal> number) {
    number.ifPresent(it -> json.put(name, it));
  }
}
