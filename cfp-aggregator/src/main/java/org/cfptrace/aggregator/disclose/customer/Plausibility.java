package org.cfptrace.aggregator.disclose.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Finding.Code;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Method;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Stages;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Time;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.GwpSet;
import org.cfptrace.footprint.SystemBoundary;

/**
 * The plausibility rules for a product carbon footprint, each under its number. What the receiving
 * side would refuse stops the export; what it would only wonder about is a warning. Rule 7 (one
 * element in every group) and the fixed version and status of rule 12 are in the JSON Schemas, rule
 * 15 is {@link PrimaryShareCheck}.
 */
final class Plausibility {
  private static final BigDecimal RULEBOOK_CUT_OFF = BigDecimal.valueOf(3);
  private static final BigDecimal MODEL_CUT_OFF = BigDecimal.TEN;
  private static final int PACT_YEARS = 3;

  private final PcfFacts facts;
  private final PcfFormat format;
  private final List<Finding> findings = new ArrayList<>();

  private Plausibility(PcfFacts facts, PcfFormat format) {
    this.facts = facts;
    this.format = format;
  }

  /** What does not hold, in the order of the rules. */
  static List<Finding> of(PcfFacts facts, PcfFormat format, LocalDate asOf) {
    Plausibility check = new Plausibility(facts, format);
    check.sums();
    check.signs();
    check.exemptions();
    check.times(asOf);
    check.future();
    check.massBalancing();
    check.units();
    check.boundary();
    check.place();
    check.warmingPotentials();
    return check.findings;
  }

  static boolean isBpnl(String id) {
    return id.matches("urn:(bpn:id:)?BPNL[0-9A-Z]{12}");
  }

  private void sums() {
    Stages stages = facts.stages();
    sum("production", stages.production());
    stages.packaging().ifPresent(figures -> sum("packaging", figures));
    stages.distribution().ifPresent(figures -> sum("distribution", figures));
  }

  private void sum(String stage, StageFigures figures) {
    figures
        .accounts()
        .ifPresent(
            accounts -> {
              BigDecimal incl = accounts.sum();
              BigDecimal excl = incl.subtract(accounts.biogenicUptake());
              warn(
                  1,
                  incl.compareTo(figures.inclBiogenicUptake()) == 0,
                  stage
                      + " including uptake is A+C+D+E+F+G+H = "
                      + plain(incl)
                      + ", seen "
                      + plain(figures.inclBiogenicUptake()));
              warn(
                  1,
                  excl.compareTo(figures.exclBiogenicUptake()) == 0,
                  stage
                      + " excluding uptake is A+C+E+F+G+H = "
                      + plain(excl)
                      + ", seen "
                      + plain(figures.exclBiogenicUptake()));
            });
  }

  private void signs() {
    Stages stages = facts.stages();
    stages.production().accounts().ifPresent(accounts -> signs("production", accounts));
    stages.packaging().flatMap(StageFigures::accounts).ifPresent(it -> signs("packaging", it));
    stages
        .distribution()
        .flatMap(StageFigures::accounts)
        .ifPresent(it -> signs("distribution", it));
    if (format.isCatenaX()) {
      notBelowZero("production excluding uptake", stages.production().exclBiogenicUptake());
      stages
          .distribution()
          .ifPresent(it -> notBelowZero("distribution excluding uptake", it.exclBiogenicUptake()));
    } else {
      stages
          .distribution()
          .ifPresent(it -> notBelowZero("outbound logistics", it.exclBiogenicUptake()));
    }
    stages
        .packaging()
        .ifPresent(
            it ->
                warn(
                    2,
                    it.inclBiogenicUptake().signum() >= 0 && it.exclBiogenicUptake().signum() >= 0,
                    "a packaging figure below 0 has no place in the model and is left out"));
  }

  private void signs(String stage, Accounts accounts) {
    notBelowZero(stage + " fossil (A)", accounts.fossil());
    notBelowZero(stage + " biogenic non-CO2 (C)", accounts.biogenicNonCo2());
    notBelowZero(stage + " biogenic uptake (D), negated", accounts.biogenicUptake().negate());
    notBelowZero(stage + " land use change (E)", accounts.landUseChange());
    notBelowZero(stage + " land management emissions (F)", accounts.landManagementEmissions());
    notBelowZero(
        stage + " land management removals (G), negated",
        accounts.landManagementRemovals().negate());
    notBelowZero(stage + " aircraft (H)", accounts.aircraft());
  }

  private void notBelowZero(String what, BigDecimal figure) {
    forbid(
        2,
        Code.VALUE_NOT_TAKEN,
        figure.signum() >= 0,
        what + " must not be below 0, is " + plain(figure));
  }

  private void exemptions() {
    Method method = facts.method();
    BigDecimal percent = method.exemptedPercent().orElse(BigDecimal.ZERO);
    if (format.isCatenaX() && percent.compareTo(MODEL_CUT_OFF) > 0) {
      forbid(
          3,
          Code.VALUE_NOT_TAKEN,
          false,
          "at most 10 percent may be left out, are " + plain(percent));
    } else if (format.isCatenaX()) {
      forbid(
          3,
          Code.CUT_OFF_EXCEEDED,
          percent.compareTo(RULEBOOK_CUT_OFF) <= 0,
          "the PCF Rulebook lets at most 3 percent be left out, are " + plain(percent));
    }
    warn(
        3,
        percent.signum() == 0 || method.exemptedDescription().isPresent(),
        "where something is left out, exemptedEmissionsDescription says why");
  }

  private void times(LocalDate asOf) {
    Time time = facts.time();
    forbid(
        4,
        Code.PERIOD_MIX,
        time.referenceEnd().isAfter(time.referenceStart()),
        "the reference period ends after it begins");
    boolean past = time.type() == PcfType.RETROSPECTIVE;
    LocalDate start = time.validStart().orElse(time.referenceEnd());
    forbid(
        4,
        Code.PERIOD_MIX,
        !past || !start.isBefore(time.referenceEnd()),
        "a footprint is valid from the end of its reference period, "
            + time.referenceEnd()
            + ", seen "
            + start);
    time.validEnd().ifPresent(end -> validity(start, end));
    warn(
        4,
        !past || !time.referenceEnd().isAfter(asOf),
        "a retrospective footprint speaks of a period that is over; it ends "
            + time.referenceEnd());
  }

  private void validity(LocalDate start, LocalDate end) {
    forbid(
        4,
        Code.PERIOD_MIX,
        end.isAfter(start),
        "a footprint is valid for at least a day, seen " + start + " to " + end);
    LocalDate latest = facts.time().referenceEnd().plusYears(PACT_YEARS);
    forbid(
        4,
        Code.PERIOD_MIX,
        format.isCatenaX() || !end.isAfter(latest),
        "PACT lets a footprint be valid until " + latest + ", seen " + end);
    warn(
        4,
        !end.isAfter(start) || !end.isBefore(start.plusYears(1)),
        "a footprint should be valid for a year or more, seen " + start + " to " + end);
  }

  private void future() {
    boolean silent =
        !Demands.isAboveZero(facts.data().primaryDataShare()) && facts.data().rating().isEmpty();
    warn(
        5,
        !facts.time().type().speaksOfTheFuture() || silent,
        "a prospective footprint has no primary data and no data quality rating");
  }

  private void massBalancing() {
    facts
        .method()
        .massBalancing()
        .filter(PcfFacts.MassBalancing::used)
        .ifPresent(
            it ->
                forbid(
                    6,
                    Code.REQUIRED_NOT_STATED,
                    it.freeAttribution().isPresent() && it.scheme().isPresent(),
                    "with mass balancing go freeAttributionInMassBalancing and"
                        + " massBalancingCertificateScheme"));
  }

  private void units() {
    DeclaredUnit unit = facts.item().unit();
    Optional<BigDecimal> mass = facts.item().massKilograms();
    forbid(
        9,
        Code.UNIT_MISMATCH,
        format != PcfFormat.CATENA_X_9 || unit != DeclaredUnit.MEGABIT_SECOND,
        "the model 9.0.0 has no megabit second");
    forbid(
        9,
        Code.VALUE_NOT_TAKEN,
        unit != DeclaredUnit.PIECE || mass.isEmpty() || Demands.isAboveZero(mass),
        "one piece has a mass above 0");
    warn(
        9,
        unit != DeclaredUnit.KILOGRAM
            || mass.filter(it -> it.compareTo(facts.item().amount()) != 0).isEmpty(),
        "the mass of " + plain(facts.item().amount()) + " kilogram is that many kilograms");
    warn(
        9,
        !format.isCatenaX() || unit == DeclaredUnit.PIECE || unit == DeclaredUnit.KILOGRAM,
        "the PCF Rulebook takes piece for parts and kilogram for materials, seen " + unit);
  }

  private void boundary() {
    Stages stages = facts.stages();
    forbid(
        10,
        Code.BOUNDARY_MIX,
        facts.boundary() == SystemBoundary.CRADLE_TO_GATE,
        format.target() + " takes cradle to gate, the footprint is " + facts.boundary());
    warn(
        10,
        stages.packagingIncluded() || stages.packaging().isEmpty(),
        "packaging is said not to be included and has a figure");
    warn(
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
              warn(
                  11,
                  facts.place().subdivision().filter(it -> !it.startsWith(country + "-")).isEmpty(),
                  "the subdivision is one of " + country);
              warn(
                  11,
                  facts.place().region().filter(it -> Region.excludes(it, country)).isEmpty(),
                  country + " is not in " + facts.place().region().orElse(""));
            });
  }

  private void warmingPotentials() {
    warn(
        11,
        format.isCatenaX() || facts.gwp() == GwpSet.AR6,
        "the PACT Methodology takes the warming potentials of AR6, these are of " + facts.gwp());
  }

  private void warn(int rule, boolean holds, String what) {
    forbid(rule, Code.IMPLAUSIBLE, holds, what);
  }

  private void forbid(int rule, Code code, boolean holds, String what) {
    if (!holds) {
      findings.add(Finding.of(code, "rule " + rule + ": " + what));
    }
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
