package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.cfptrace.footprint.Fraction;

/**
 * The specific embedded emissions of the goods of one process: SEE = (attributed + Σ M × SEE of the
 * precursor) / activity level, direct and indirect apart. Every CN code of the process has the
 * same.
 */
public record ProcessResult(
    ProductionProcess process,
    AttributedEmissions attributed,
    List<PrecursorContribution> precursors) {
  public ProcessResult {
    requireNonNull(process, "process");
    requireNonNull(attributed, "attributed");
    precursors = List.copyOf(precursors);
  }

  /** All emissions embedded in what the process has made. */
  public EmbeddedEmissions embedded() {
    return precursors.stream()
        .map(PrecursorContribution::embedded)
        .reduce(counted(), EmbeddedEmissions::plus);
  }

  /** The part of the attributed emissions that this good counts. */
  public EmbeddedEmissions counted() {
    return attributed.countedFor(process.good());
  }

  public SpecificEmbeddedEmissions emissions() {
    return embedded().per(process.made());
  }

  /**
   * Share by default values: Σ (M × SEE by default) / (SEE × AL), those behind own precursors
   * included; 0 where nothing is embedded. Annex IV of Implementing Regulation (EU) 2025/2547 asks
   * for it and does not define it.
   */
  public Fraction shareByDefault() {
    TonnesCo2e all = embedded().total();
    return all.isZero() ? Fraction.ZERO : Exact.quotient(embeddedByDefault().value(), all.value());
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
        embeddedByDefault().per(process.made()),
        "process " + process.id());
  }

  private TonnesCo2e embeddedByDefault() {
    return precursors.stream()
        .map(PrecursorContribution::byDefault)
        .reduce(TonnesCo2e.ZERO, TonnesCo2e::plus);
  }
}
