package org.cfptrace.aggregator.disclose.customer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Finding.Code;
import org.cfptrace.aggregator.disclose.ProductFacts;
import org.cfptrace.aggregator.disclose.Unsplit;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Method;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.QualityScale;

/**
 * What a format demands, or asks for, and nobody has stated: all of it at once. What is demanded
 * and missing cannot be overridden, for there is no file without it.
 */
final class Demands {
  private final PcfFacts facts;
  private final ProductFacts product;
  private final PcfFormat format;
  private final List<Finding> findings = new ArrayList<>();

  private Demands(PcfFacts facts, ProductFacts product, PcfFormat format) {
    this.facts = facts;
    this.product = product;
    this.format = format;
  }

  static List<Finding> of(PcfFacts facts, ProductFacts product, PcfFormat format) {
    Demands demands = new Demands(facts, product, format);
    demands.everywhere();
    if (format.isCatenaX()) {
      demands.inCatenaX();
    } else {
      demands.inPact();
    }
    demands.data(product.quality());
    return demands.findings;
  }

  private void everywhere() {
    Method method = facts.method();
    demanded(method.exemptedPercent(), "exemptedEmissionsPercent");
    demanded(!method.standards().isEmpty(), "crossSectoralStandards");
    if (facts.item().massKilograms().isEmpty()) {
      findings.add(
          Finding.of(
              Code.REQUIRED_NOT_STATED,
              format.target()
                  + " demands productMassPerDeclaredUnit: the product needs the mass of one "
                  + facts.item().unit()));
    }
  }

  private void inCatenaX() {
    Method method = facts.method();
    demanded(facts.maker().ids().stream().anyMatch(Plausibility::isBpnl), "bpnl");
    demanded(facts.time().validEnd(), "validUntil");
    demanded(facts.place().region(), "geographyRegionOrSubregion or geographyCountry");
    demanded(method.captureIncluded(), "ccsTechnologicalCO2CaptureIncluded");
    demanded(method.wasteIncineration(), "allocationWasteIncineration");
    demanded(method.massBalancing(), "massBalancingUsed");
    asked(!method.sectorRules().isEmpty(), "productOrSectorSpecificRules");
    if (facts.stages().production().accounts().isEmpty()) {
      findings.add(
          Finding.of(
              Code.NOT_STATED,
              "part of the footprint was stated as a total only: the files hold both totals and"
                  + " not the accounts A to H"));
    }
  }

  private void inPact() {
    demanded(facts.carbon().fossil(), "fossilCarbonContent");
    if (facts.stages().production().accounts().isEmpty()) {
      findings.addAll(
          Unsplit.of(
              product,
              emissions -> Accounts.of(emissions).isEmpty(),
              "split by account: PACT_3 demands fossilGhgEmissions",
              List.of(
                  Finding.of(
                      Code.SPLIT_WITHHELD,
                      "PACT_3 demands fossilGhgEmissions; part of the footprint was stated as a"
                          + " total only"))));
    }
    asked(facts.method().captureIncluded().isPresent(), "ccsTechnologicalCO2CaptureIncluded");
    asked(facts.method().allocation().isPresent(), "allocationRulesDescription");
    asked(
        facts.place().country().isPresent()
            || facts.place().subdivision().isPresent()
            || facts.place().region().isPresent(),
        "geographyCountry");
  }

  private void data(Optional<DataQuality> quality) {
    boolean otherScale = quality.filter(it -> it.scale() != QualityScale.ONE_TO_FIVE).isPresent();
    boolean demanded = format == PcfFormat.CATENA_X_9;
    if (facts.data().primaryDataShare().isEmpty()) {
      found(demanded, "primaryDataShare is not known");
    }
    if (facts.data().rating().isEmpty()) {
      found(
          demanded,
          otherScale
              ? "data quality is rated on the scale from 1 to 3, which does not convert to that"
                  + " from 1 to 5"
              : "data quality is not rated");
    }
  }

  private void found(boolean demanded, String what) {
    findings.add(
        Finding.of(
            demanded ? Code.REQUIRED_NOT_STATED : Code.NOT_STATED,
            format.target() + (demanded ? " demands it: " : " asks for it: ") + what));
  }

  private void demanded(Optional<?> stated, String option) {
    demanded(stated.isPresent(), option);
  }

  private void demanded(boolean stated, String option) {
    if (!stated) {
      findings.add(
          Finding.of(Code.REQUIRED_NOT_STATED, format.target() + " demands the option " + option));
    }
  }

  private void asked(boolean stated, String option) {
    if (!stated) {
      findings.add(Finding.of(Code.NOT_STATED, format.target() + " asks for the option " + option));
    }
  }

  /** Whether a figure is known and above zero. */
  static boolean isAboveZero(Optional<BigDecimal> figure) {
    return figure.filter(it -> it.signum() > 0).isPresent();
  }
}
