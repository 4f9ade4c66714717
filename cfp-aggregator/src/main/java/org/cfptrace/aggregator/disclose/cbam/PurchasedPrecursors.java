package org.cfptrace.aggregator.disclose.cbam;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.disclose.cbam.CbamFacts.Precursor;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.OriginStatement;
import org.cfptrace.aggregator.steel.ActualValues;
import org.cfptrace.aggregator.steel.PrecursorContribution;
import org.cfptrace.aggregator.steel.PrecursorUse;
import org.cfptrace.aggregator.steel.PrecursorValue;
import org.cfptrace.aggregator.steel.Purchase;
import org.cfptrace.aggregator.steel.PurchaseId;
import org.cfptrace.aggregator.steel.SteelResult;
import org.cfptrace.aggregator.steel.ValueBasis;

/** Purchased precursors as a summary names them: what a tonne carries, never how much was used. */
final class PurchasedPrecursors {
  private final SteelResult result;
  private final CbamOptions options;

  PurchasedPrecursors(SteelResult result, CbamOptions options) {
    this.result = result;
    this.options = options;
  }

  List<Precursor> of(Set<PurchaseId> used) {
    return result.input().purchases().stream()
        .filter(purchase -> used.contains(purchase.id()))
        .map(this::precursor)
        .toList();
  }

  private Precursor precursor(Purchase purchase) {
    PrecursorValue value = value(purchase.id());
    Optional<ActualValues> actual =
        value.basis() == ValueBasis.ACTUAL
            ? Optional.ofNullable(purchase.actual())
            : Optional.empty();
    Optional<OriginStatement> stated =
        options.precursors().stream()
            .filter(origin -> origin.purchase().equals(purchase.id().value()))
            .findFirst();
    return new Precursor(
        purchase.id().value(),
        purchase.name(),
        purchase.code().digits(),
        purchase.origin().letters(),
        value.basis(),
        value.emissions().direct(),
        value.emissions().indirect(),
        actual.map(ActualValues::period),
        stated
            .flatMap(OriginStatement::installation)
            .or(() -> Optional.ofNullable(purchase.actual()).map(ActualValues::installation)),
        stated.flatMap(OriginStatement::operator),
        value.basis() == ValueBasis.DEFAULT ? Optional.of(value.source()) : Optional.empty());
  }

  private PrecursorValue value(PurchaseId purchase) {
    return result.processes().stream()
        .flatMap(process -> process.precursors().stream())
        .filter(
            precursor ->
                precursor.use() instanceof PrecursorUse.FromPurchase bought
                    && bought.purchase().equals(purchase))
        .map(PrecursorContribution::value)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("purchase " + purchase + " is not used"));
  }
}
