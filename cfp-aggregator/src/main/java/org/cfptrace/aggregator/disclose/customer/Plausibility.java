package org.cfptrace.aggregator.disclose.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Finding.Code;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Method;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Stages;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.GwpSet;
import org.cfptrace.footprint.SystemBoundary;

/**
 * The plausibility rules for a product carbon footprint, each under its number. What the receiving
 * side would refuse stops the export; what it would only wonder about is a warning. Rule 7 (one
 * element in every group) and the fixed version and status of rule 12 are in the JSON Schemas, rule
 * 8 is among the {@link Demands}, rule 14 is {@link InputsCheck}, rule 15 {@link
 * PrimaryShareCheck}; rule 13 is not checked, for no claim of a verification reaches these files.
 */
final class Plausibility {
  private static final BigDecimal RULEBOOK_CUT_OFF = BigDecimal.valueOf(3);
  private static final BigDecimal MODEL_CUT_OFF = BigDecimal.TEN;

  private final PcfFacts facts;
  private final PcfFormat format;
  private final Rules rules = new Rules();

  private Plausibility(PcfFacts facts, PcfFormat format) {
    this.facts = facts;
    this.format = format;
  }

  /** What does not hold, in the order of the rules. */
  static List<Finding> of(PcfFacts facts, PcfFormat format, LocalDate asOf) {
    Plausibility check = new Plausibility(facts, format);
    PlausibleFigures.check(facts, format, check.rules);
    check.exemptions();
    PlausibleTimes.check(facts, format, asOf, check.rules);
    check.massBalancing();
    check.units();
    check.boundary();
    check.place();
    check.warmingPotentials();
    return check.rules.findings();
  }

  static boolean isBpnl(String id) {
    return id.matches("urn:(bpn:id:)?BPNL[0-9A-Z]{12}");
  }

  private void exemptions() {
    Method method = facts.method();
    BigDecimal percent = method.exemptedPercent().orElse(BigDecimal.ZERO);
    if (format.isCatenaX() && percent.compareTo(MODEL_CUT_OFF) > 0) {
      rules.forbid(
          3,
          Code.VALUE_NOT_TAKEN,
          false,
          "at most 10 percent may be left out, are " + Rules.plain(percent));
    } else if (format.isCatenaX()) {
      rules.forbid(
          3,
          Code.CUT_OFF_EXCEEDED,
          percent.compareTo(RULEBOOK_CUT_OFF) <= 0,
          "the PCF Rulebook lets at most 3 percent be left out, are " + Rules.plain(percent));
    }
    rules.warn(
        3,
        percent.signum() == 0 || method.exemptedDescription().isPresent(),
        "where something is left out, exemptedEmissionsDescription says why");
  }

  private void massBalancing() {
    facts
        .method()
        .massBalancing()
        .filter(PcfFacts.MassBalancing::used)
        .ifPresent(
            it ->
                rules.forbid(
                    6,
                    Code.REQUIRED_NOT_STATED,
                    it.freeAttribution().isPresent() && it.scheme().isPresent(),
                    "with mass balancing go freeAttributionInMassBalancing and"
                        + " massBalancingCertificateScheme"));
  }

  private void units() {
    DeclaredUnit unit = facts.item().unit();
    Optional<BigDecimal> mass = facts.item().massKilograms();
    rules.forbid(
        9,
        Code.UNIT_MISMATCH,
        format != PcfFormat.CATENA_X_9 || unit != DeclaredUnit.MEGABIT_SECOND,
        "the model 9.0.0 has no megabit second");
    rules.forbid(
        9,
        Code.VALUE_NOT_TAKEN,
        unit != DeclaredUnit.PIECE || mass.isEmpty() || Demands.isAboveZero(mass),
        "one piece has a mass above 0");
    rules.warn(
        9,
        unit != DeclaredUnit.KILOGRAM
            || mass.filter(it -> it.compareTo(facts.item().amount()) != 0).isEmpty(),
        "the mass of " + Rules.plain(facts.item().amount()) + " kilogram is that many kilograms");
    rules.warn(
        9,
        !format.isCatenaX() || unit == DeclaredUnit.PIECE || unit == DeclaredUnit.KILOGRAM,
        "the PCF Rulebook takes piece for parts and kilogram for materials, seen " + unit);
  }

  private void boundary() {
    Stages stages = facts.stages();
    rules.forbid(
        10,
        Code.BOUNDARY_MIX,
        facts.boundary() == SystemBoundary.CRADLE_TO_GATE,
        format.target() + " takes cradle to gate, the footprint is " + facts.boundary());
    rules.warn(
        10,
        stages.packagingIncluded() || stages.packaging().isEmpty(),
        "packaging is said not to be included and has a figure");
    rules.warn(
        10,
        !format.isCatenaX() || stages.packagingIncluded(),
        "the PCF Rulebook has the product's packaging within the boundary; where it is, state"
            + " packagingIncluded");
  }

  private void place() {
    facts
        .place()
        .country()
        .ifPresent(
            country -> {
              rules.warn(
                  11,
                  facts.place().subdivision().filter(it -> !it.startsWith(country + "-")).isEmpty(),
                  "the subdivision is one of " + country);
              rules.warn(
                  11,
                  facts.place().region().filter(it -> Region.excludes(it, country)).isEmpty(),
                  country + " is not in " + facts.place().region().orElse(""));
            });
  }

  private void warmingPotentials() {
    rules.warn(
        11,
        format.isCatenaX() || facts.gwp() == GwpSet.AR6,
        "the PACT Methodology takes the warming potentials of AR6, these are of " + facts.gwp());
  }
}
