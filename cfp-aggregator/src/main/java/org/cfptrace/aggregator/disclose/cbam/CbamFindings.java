package org.cfptrace.aggregator.disclose.cbam;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Finding.Code;
import org.cfptrace.aggregator.disclose.Subject;
import org.cfptrace.aggregator.disclose.cbam.CbamFacts.Good;
import org.cfptrace.aggregator.disclose.cbam.CbamFacts.Precursor;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.GoodStatement;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.OriginStatement;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.OwnElectricity;
import org.cfptrace.aggregator.steel.SteelResult;
import org.cfptrace.aggregator.steel.ValueBasis;
import org.cfptrace.footprint.Period;

/** What stands in the way of a summary, or must be said with it. */
final class CbamFindings {
  private final CbamFacts facts;
  private final Subject<CbamOptions> subject;
  private final SteelResult result;
  private final List<Finding> findings = new ArrayList<>();

  private CbamFindings(CbamFacts facts, Subject<CbamOptions> subject, SteelResult result) {
    this.facts = facts;
    this.subject = subject;
    this.result = result;
  }

  static List<Finding> of(CbamFacts facts, Subject<CbamOptions> subject, SteelResult result) {
    CbamFindings found = new CbamFindings(facts, subject, result);
    found.period();
    found.codes();
    found.defaults();
    found.notStated();
    found.masses();
    found.ownElectricity();
    return List.copyOf(found.findings);
  }

  private void period() {
    if (!subject.period().equals(facts.period())) {
      findings.add(
          Finding.of(
              Code.PERIOD_MIX,
              "asked for " + subject.period() + ", calculated for " + facts.period()));
    } else if (!facts.period().equals(Period.ofYear(facts.year()))) {
      findings.add(
          Finding.of(
              Code.IMPLAUSIBLE,
              "the reporting period is the calendar year; these figures are of " + facts.period()));
    }
  }

  /** Codes, goods and precursors that somebody named and that are not in the calculation. */
  private void codes() {
    Set<String> made =
        result.processes().stream()
            .flatMap(process -> process.process().outputs().stream())
            .map(output -> output.code().digits())
            .collect(Collectors.toSet());
    Stream.concat(
            subject.options().cnCodes().stream(),
            subject.options().goods().stream().map(GoodStatement::cn))
        .distinct()
        .filter(cn -> !made.contains(cn))
        .forEach(
            cn ->
                findings.add(
                    new Finding(
                        Code.CN_INVALID,
                        cn,
                        "the installation makes no goods of CN "
                            + cn
                            + " in "
                            + facts.year()
                            + "; it makes "
                            + made.stream().sorted().collect(Collectors.joining(", ")))));
    origins();
  }

  /** By its place in the request: an id of a purchase is the operator's own, such as its order. */
  private void origins() {
    List<OriginStatement> stated = subject.options().precursors();
    for (int i = 0; i < stated.size(); i++) {
      String id = stated.get(i).purchase();
      if (result.input().purchases().stream().noneMatch(it -> it.id().value().equals(id))) {
        findings.add(
            new Finding(
                Code.IMPLAUSIBLE,
                "precursors[" + i + "]",
                "an origin was stated for a purchase that the calculation does not hold"));
      }
    }
  }

  private void defaults() {
    for (Precursor precursor : facts.precursors()) {
      if (precursor.basis() == ValueBasis.DEFAULT) {
        findings.add(
            new Finding(
                Code.DEFAULT_VALUE_USED,
                "precursors/" + precursor.cn() + "/" + precursor.country(),
                precursor.name()
                    + " (CN "
                    + precursor.cn()
                    + ", "
                    + precursor.country()
                    + ") counts with the default value of "
                    + Figures.specific(precursor.total()).toPlainString()
                    + " t CO2e/t"));
      }
    }
  }

  private void notStated() {
    for (SummaryItem item : OperatorsSummary.of(facts)) {
      if (!item.missing().isEmpty()) {
        findings.add(
            new Finding(
                Code.NOT_STATED,
                "item " + item.number(),
                item.title() + ": " + String.join("; ", item.missing())));
      }
    }
    if (facts.verifier().isEmpty()) {
      findings.add(
          new Finding(Code.NOT_STATED, "verifier", "whose verification report stands behind it"));
    }
    if (facts.carbonPrices().isEmpty()) {
      findings.add(
          new Finding(
              Code.NOT_STATED,
              "carbonPrices",
              "whether a carbon price was paid; an empty list says that none was"));
    }
  }

  private void masses() {
    for (GoodStatement good : subject.options().goods()) {
      BigDecimal made = ReportedGoods.madeOf(result, good.cn());
      good.requestedMass()
          .filter(asked -> asked.compareTo(made) > 0)
          .ifPresent(
              asked ->
                  findings.add(
                      new Finding(
                          Code.IMPLAUSIBLE,
                          good.cn(),
                          "asked for "
                              + Figures.plain(asked)
                              + " t, more than was made in the period")));
    }
    if (!CatenaXCbam.isMade(facts)) {
      findings.add(
          new Finding(
              Code.NOT_STATED,
              CatenaXCbam.FILE,
              "is not made: its net masses are those asked for, and none was stated of "
                  + facts.goods().stream()
                      .filter(good -> good.netMass().isEmpty())
                      .map(Good::cn)
                      .distinct()
                      .collect(Collectors.joining(", "))));
    }
  }

  private void ownElectricity() {
    Optional<OwnElectricity> own = facts.ownElectricity();
    disagreement(
        "combined heat and power and separate",
        own.flatMap(OwnElectricity::combinedHeatAndPower),
        own.flatMap(OwnElectricity::separate));
    disagreement(
        "fossil and renewable",
        own.flatMap(OwnElectricity::fossil),
        own.flatMap(OwnElectricity::renewable));
  }

  private void disagreement(String what, Optional<BigDecimal> one, Optional<BigDecimal> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return;
    }
    BigDecimal sum = one.get().add(other.get());
    if (sum.compareTo(facts.energy().produced()) != 0) {
      findings.add(
          new Finding(
              Code.IMPLAUSIBLE,
              "item 11",
              what
                  + " make "
                  + Figures.plain(sum)
                  + " MWh, the processes "
                  + Figures.plain(facts.energy().produced())
                  + " MWh"));
    }
  }
}
