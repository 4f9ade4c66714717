package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.cfptrace.footprint.Fraction;

/**
 * The specific embedded emissions of the goods of one process: SEE = (attributed + Σ M × SEE of the
 * precursor) / activity level, direct and indirect apart. Every CN code of the process has the
 * same.
 *
 * @param embedded all emissions embedded in what the process has made
 * @param byDefault the part of them that rests on default values
 */
public record ProcessResult(
    ProductionProcess process,
    AttributedEmissions attributed,
    List<PrecursorContribution> precursors,
    EmbeddedEmissions embedded,
    TonnesCo2e byDefault) {
  public ProcessResult {
    requireNonNull(process, "process");
    requireNonNull(attributed, "attributed");
    requireNonNull(embedded, "embedded");
    requireNonNull(byDefault, "byDefault");
    precursors = List.copyOf(precursors);
  }

  /** Of a process whose precursors are known. */
  static ProcessResult of(ProductionProcess process, List<PrecursorContribution> precursors) {
    AttributedEmissions attributed = AttributedEmissions.of(process);
    return new ProcessResult(
        process,
        attributed,
        precursors,
        precursors.stream()
            .map(PrecursorContribution::embedded)
            .reduce(attributed.countedFor(process.good()), EmbeddedEmissions::plus),
        precursors.stream()
            .map(PrecursorContribution::byDefault)
            .reduce(TonnesCo2e.ZERO, TonnesCo2e::plus));
  }

  public SpecificEmbeddedEmissions emissions() {
    return embedded.per(process.made());
  }

  /**
   * Share by default values: Σ (M × SEE by default) / (SEE × AL), those behind own precursors
   * included; 0 where nothing is embedded. Annex IV of Implementing Regulation (EU) 2025/2547 asks
   * for it and does not define it.
   */
  public Fraction shareByDefault() {
    TonnesCo2e all = embedded.total();
    return all.isZero() ? Fraction.ZERO : Exact.quotient(byDefault.value(), all.value());
  }

  /** Electricity consumed per tonne of the good, in MWh. */
  public Fraction electricityPerTonne() {
    return Exact.reduced(
        Fraction.of(process.flows().consumed().value()).dividedBy(process.made().value()));
  }

  /** Scrap consumed per tonne of the good. */
  public Fraction scrapPerTonne() {
    return Exact.reduced(
        Fraction.of(process.scrap().consumed().value()).dividedBy(process.made().value()));
  }

  /** As a precursor of another process of the same installation. */
  PrecursorValue asPrecursor() {
    return new PrecursorValue(
        emissions(),
        ValueBasis.OWN_PROCESS,
        byDefault.per(process.made()),
        "process " + process.id());
  }
}
