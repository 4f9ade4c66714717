package org.cfptrace.aggregator.disclose.customer;

import java.math.BigDecimal;
import org.cfptrace.aggregator.disclose.Finding.Code;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Stages;

/** Rules 1 and 2: totals are the sums of their accounts, and each account has its sign. */
final class PlausibleFigures {
  private final PcfFacts facts;
  private final PcfFormat format;
  private final Rules rules;

  private PlausibleFigures(PcfFacts facts, PcfFormat format, Rules rules) {
    this.facts = facts;
    this.format = format;
    this.rules = rules;
  }

  static void check(PcfFacts facts, PcfFormat format, Rules rules) {
    PlausibleFigures check = new PlausibleFigures(facts, format, rules);
    check.sums();
    check.signs();
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
              rules.warn(
                  1,
                  incl.compareTo(figures.inclBiogenicUptake()) == 0,
                  stage
                      + " including uptake is A+C+D+E+F+G+H = "
                      + Rules.plain(incl)
                      + ", seen "
                      + Rules.plain(figures.inclBiogenicUptake()));
              rules.warn(
                  1,
                  excl.compareTo(figures.exclBiogenicUptake()) == 0,
                  stage
                      + " excluding uptake is A+C+E+F+G+H = "
                      + Rules.plain(excl)
                      + ", seen "
                      + Rules.plain(figures.exclBiogenicUptake()));
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
                rules.warn(
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
    rules.forbid(
        2,
        Code.VALUE_NOT_TAKEN,
        figure.signum() >= 0,
        what + " must not be below 0, is " + Rules.plain(figure));
  }
}
