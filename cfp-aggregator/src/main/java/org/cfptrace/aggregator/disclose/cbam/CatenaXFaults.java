package org.cfptrace.aggregator.disclose.cbam;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.aggregator.disclose.cbam.CbamFacts.Good;

/**
 * What does not hold of the Catena-X response: its schema, the sums of masses, a period in one
 * calendar year, indirect emissions as electricity times factor, and the figures themselves.
 */
final class CatenaXFaults {
  private final CbamFacts facts;
  private final List<String> faults = new ArrayList<>();

  private CatenaXFaults(CbamFacts facts) {
    this.facts = facts;
  }

  static List<String> of(CbamFacts facts, byte[] json) {
    List<String> bySchema = CbamJson.faults(json, CatenaXCbam.FILE, CatenaXCbam.SCHEMA);
    if (!bySchema.isEmpty()) {
      return bySchema;
    }
    CatenaXFaults found = new CatenaXFaults(facts);
    JsonNode goods = CbamJson.read(json).orElseThrow().path("good");
    goods.forEach(found::sums);
    found.figures(goods);
    return List.copyOf(found.faults);
  }

  private void sums(JsonNode good) {
    String cn = good.path("cnCode").asText();
    JsonNode details = good.path("businessTransactionDetails");
    oneYear(
        cn,
        details.path("requestReferencePeriodStart").asText(),
        details.path("requestReferencePeriodEnd").asText());
    BigDecimal ofOperators = BigDecimal.ZERO;
    for (JsonNode operator : good.path("operator")) {
      BigDecimal ofInstallations = BigDecimal.ZERO;
      for (JsonNode installation : operator.path("installation")) {
        BigDecimal ofRecords = BigDecimal.ZERO;
        for (JsonNode record : installation.path("emissionsRecords")) {
          record(cn, record);
          ofRecords = ofRecords.add(record.path("activityData").path("netMass").decimalValue());
        }
        BigDecimal stated = installation.path("installationNetMass").decimalValue();
        equal(cn + ": net masses of the records and installationNetMass", ofRecords, stated);
        ofInstallations = ofInstallations.add(stated);
      }
      BigDecimal stated = operator.path("operatorNetMass").decimalValue();
      equal(
          cn + ": installationNetMass of all installations and operatorNetMass",
          ofInstallations,
          stated);
      ofOperators = ofOperators.add(stated);
    }
    equal(
        cn + ": operatorNetMass of all operators and requestNetMass",
        ofOperators,
        details.path("requestNetMass").decimalValue());
  }

  private void record(String cn, JsonNode record) {
    JsonNode activity = record.path("activityData");
    oneYear(
        cn,
        activity.path("referencePeriodStart").asText(),
        activity.path("referencePeriodEnd").asText());
    JsonNode indirect = record.path("indirectEmissions");
    if (!indirect.has("electricityConsumedMwhPerTonnesGood")) {
      return;
    }
    BigDecimal power = indirect.path("electricityConsumedMwhPerTonnesGood").decimalValue();
    BigDecimal factor = indirect.path("emissionFactorTonnesCo2PerMwh").decimalValue();
    BigDecimal stated = indirect.path("specificEmbeddedEmissionsIndirect").decimalValue();
    BigDecimal off = power.multiply(factor).subtract(stated).abs();
    if (off.compareTo(roundedAway(power, factor)) > 0) {
      fault(
          cn
              + ": indirect emissions should be "
              + power.toPlainString()
              + " MWh/t x "
              + factor.toPlainString()
              + " t CO2e/MWh, are "
              + stated.toPlainString());
    }
  }

  /** How far product and result may be apart when each of the three is rounded by itself. */
  private static BigDecimal roundedAway(BigDecimal power, BigDecimal factor) {
    BigDecimal half = new BigDecimal(5).movePointLeft(Figures.SPECIFIC_DECIMALS + 1);
    return half.multiply(power.add(factor).add(BigDecimal.ONE).add(half));
  }

  private void figures(JsonNode goods) {
    List<List<Good>> expected = List.copyOf(CatenaXCbam.byCode(facts).values());
    if (goods.size() != expected.size()) {
      fault("expected " + expected.size() + " CN codes, seen " + goods.size());
      return;
    }
    for (int i = 0; i < expected.size(); i++) {
      JsonNode records =
          goods
              .get(i)
              .path("operator")
              .path(0)
              .path("installation")
              .path(0)
              .path("emissionsRecords");
      figures(records, expected.get(i));
    }
  }

  private void figures(JsonNode records, List<Good> goods) {
    String cn = goods.get(0).cn();
    if (records.size() != goods.size()) {
      fault(cn + ": expected " + goods.size() + " records, seen " + records.size());
      return;
    }
    for (int i = 0; i < goods.size(); i++) {
      Good good = goods.get(i);
      figure(
          cn + ": specific direct",
          Figures.specific(good.direct()),
          records.get(i).path("directEmissions").path("specificEmbeddedEmissionsDirect"));
      figure(
          cn + ": specific indirect",
          Figures.specific(good.indirect()),
          records.get(i).path("indirectEmissions").path("specificEmbeddedEmissionsIndirect"));
    }
  }

  private void figure(String what, BigDecimal expected, JsonNode seen) {
    if (expected.compareTo(seen.decimalValue()) != 0) {
      fault(what + " should be " + expected.toPlainString() + ", is " + seen.asText());
    }
  }

  private void oneYear(String cn, String from, String to) {
    if (!from.substring(0, 4).equals(to.substring(0, 4))) {
      fault(cn + ": the period " + from + "/" + to + " is not in one calendar year");
    }
  }

  private void equal(String what, BigDecimal sum, BigDecimal stated) {
    if (sum.compareTo(stated) != 0) {
      fault(what + " should be equal: " + sum.toPlainString() + " and " + stated.toPlainString());
    }
  }

  private void fault(String what) {
    faults.add(CatenaXCbam.FILE + ": " + what);
  }
}
