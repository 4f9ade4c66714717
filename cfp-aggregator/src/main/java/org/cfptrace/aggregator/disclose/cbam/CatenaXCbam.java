package org.cfptrace.aggregator.disclose.cbam;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.cbam.CbamFacts.Good;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.CarbonPrice;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.CompanyId;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.Operator;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.Site;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.Verifier;
import org.cfptrace.aggregator.steel.SteelRoute;

/**
 * The response of the Catena-X CBAM kit: good, operator, installation, one emissions record for
 * each process. The kit calls its structure just an example, no standard being available; members
 * of which nothing is known are left out. Its net masses are those asked for; without them it is
 * not made, as what an installation makes in a year is no importer's business.
 */
final class CatenaXCbam {
  static final String FILE = "catena-x-cbam.json";
  static final String SCHEMA = "catena-x-cbam.schema.json";
  static final String STANDARD =
      "structure of the example in the Catena-X CBAM kit; no standard available";

  private CatenaXCbam() {}

  static boolean isMade(CbamFacts facts) {
    return facts.mass().isPresent();
  }

  static byte[] write(CbamFacts facts, Stamp stamp) {
    ObjectNode root = CbamJson.object();
    ObjectNode companies = root.putObject("companyIds");
    ids(companies.putArray("requestingCompanyIds"), facts.exchange().requesting());
    ids(companies.putArray("respondingCompanyIds"), facts.exchange().responding());
    ArrayNode goods = root.putArray("good");
    byCode(facts).forEach((cn, records) -> good(goods.addObject(), facts, stamp, cn, records));
    return CbamJson.bytes(root);
  }

  static Map<String, List<Good>> byCode(CbamFacts facts) {
    return facts.goods().stream()
        .collect(Collectors.groupingBy(Good::cn, LinkedHashMap::new, Collectors.toList()));
  }

  private static void good(
      ObjectNode node, CbamFacts facts, Stamp stamp, String cn, List<Good> records) {
    Good first = records.get(0);
    BigDecimal mass = mass(records);
    node.put("cnCode", cn);
    node.putArray("productIds");
    node.put(
        "productDescription",
        first
            .statement()
            .productName()
            .or(() -> first.statement().cnName())
            .orElse(first.category().en()));
    ObjectNode details = node.putObject("businessTransactionDetails");
    ids(details.putArray("transactionReferenceDocuments"), facts.exchange().documents());
    details.put("requestReferencePeriodStart", facts.period().from().toString());
    details.put("requestReferencePeriodEnd", facts.period().to().toString());
    details.put("requestNetMass", Figures.tidy(mass));
    ObjectNode operator = node.putArray("operator").addObject();
    operator(operator.putObject("operatorIdentification"), facts.operator());
    operator.put("operatorNetMass", Figures.tidy(mass));
    ObjectNode installation = operator.putArray("installation").addObject();
    site(installation.putObject("installationIdentification"), facts);
    installation.put("installationNetMass", Figures.tidy(mass));
    ArrayNode emissions = installation.putArray("emissionsRecords");
    records.forEach(record -> record(emissions.addObject(), facts, stamp, record));
  }

  private static void operator(ObjectNode node, Operator operator) {
    ObjectNode ids = node.put("operatorIsSupplier", true).putObject("operatorIds");
    operator.bpnl().ifPresent(id -> ids.put("operatorBpnl", id));
    operator.cbamId().ifPresent(id -> ids.put("operatorCbamId", id));
    ArrayNode others = ids.putArray("otherIds");
    operator
        .registrationNumber()
        .ifPresent(
            number -> others.addObject().put("key", "registrationNumber").put("value", number));
    operator.name().ifPresent(name -> node.put("operatorName", name));
    operator.email().ifPresent(email -> node.put("operatorContactEmailAddress", email));
    operator
        .address()
        .ifPresent(
            address ->
                node.putObject("address")
                    .put("country", address.country())
                    .put("city", address.city())
                    .put("street", address.street()));
  }

  private static void site(ObjectNode node, CbamFacts facts) {
    Site site = facts.site();
    ObjectNode ids = node.putObject("installationIds");
    site.cbamId().ifPresent(id -> ids.put("installationCbamId", id));
    ids.putArray("otherIds")
        .addObject()
        .put("key", "operatorsOwnId")
        .put("value", facts.installationId());
    node.put("installationName", facts.shownName());
    ObjectNode address = node.putObject("address").put("countryCode", facts.country());
    site.address().ifPresent(stated -> address.put("city", stated.city()));
    site.longitude().ifPresent(degrees -> address.put("longitude", Figures.tidy(degrees)));
    site.latitude()
        .ifPresent(
            degrees ->
                address
                    .put("latitude", Figures.tidy(degrees))
                    .put("typeOfCoordinates", "main emission source"));
    site.plot().ifPresent(plot -> address.put("plotOrParcelNumber", plot));
    site.unLocode().ifPresent(code -> address.put("unLoCode", code));
  }

  private static void record(ObjectNode node, CbamFacts facts, Stamp stamp, Good good) {
    node.putObject("productionMethod")
        .put("methodId", good.route().map(SteelRoute::name).orElse("NONE"))
        .put("additionalInformation", good.process() + ", " + good.category().en());
    node.putObject("activityData")
        .put("referencePeriodStart", facts.period().from().toString())
        .put("referencePeriodEnd", facts.period().to().toString())
        .put("netMass", Figures.tidy(good.netMass().orElseThrow()));
    node.putObject("directEmissions")
        .put("additionalInformation", information(stamp, good))
        .put("specificEmbeddedEmissionsDirect", Figures.specific(good.direct()));
    indirect(node.putObject("indirectEmissions"), good);
    good.statement()
        .freeAllocation()
        .ifPresent(free -> node.put("freeAllocationFactor", Figures.specific(free)));
    facts.verifier().ifPresent(it -> verifier(node.putObject("attestationOfConformance"), it));
    facts.carbonPrices().ifPresent(prices -> prices(node.putArray("carbonPricePaid"), prices));
  }

  private static String information(Stamp stamp, Good good) {
    return "SEE in t CO2e/t by IR (EU) 2025/2547, masses in t; not a product carbon footprint; "
        + STANDARD
        + "; share by default values "
        + Figures.specific(good.shareByDefault()).toPlainString()
        + "; export "
        + stamp.exportId();
  }

  private static void indirect(ObjectNode node, Good good) {
    node.put("specificEmbeddedEmissionsIndirect", Figures.specific(good.indirect()));
    good.electricity()
        .ifPresentOrElse(
            power ->
                node.put("sourceOfEmissionFactor", power.source())
                    .put("emissionFactorTonnesCo2PerMwh", Figures.specific(power.factor()))
                    .put("electricityConsumedMwhPerTonnesGood", Figures.specific(power.perTonne())),
            () ->
                node.put(
                    "sourceOfEmissionFactor",
                    good.category().countsIndirect()
                        ? "no electricity was consumed"
                        : GoodsItem.ANNEX_II));
  }

  private static void verifier(ObjectNode node, Verifier verifier) {
    node.put("attestationId", verifier.reportId())
        .put("providerName", verifier.name())
        .put("accreditation", verifier.accreditation())
        .put("scope", verifier.scope());
    verifier.completedOn().ifPresent(day -> node.put("completedAt", day.toString()));
  }

  private static void prices(ArrayNode array, List<CarbonPrice> prices) {
    for (CarbonPrice price : prices) {
      array
          .addObject()
          .put("typeOfInstrument", price.instrument())
          .put("descriptionAndIndicationOfLegalAct", price.legalAct())
          .put("amountOfCarbonPricePaid", Figures.tidy(price.amount()))
          .put("currency", price.currency())
          .put("countryCode", price.country());
    }
  }

  private static void ids(ArrayNode array, List<CompanyId> ids) {
    ids.forEach(id -> array.addObject().put("key", id.key()).put("value", id.value()));
  }

  static BigDecimal mass(List<Good> records) {
    return records.stream()
        .map(good -> good.netMass().orElseThrow())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
