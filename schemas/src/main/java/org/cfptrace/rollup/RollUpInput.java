package org.cfptrace.rollup;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;

/**
 * All that the sum of one product needs: the product, the period, what suppliers' declarations gave
 * and the figures of own products it is made of. A supplier's product without an entry counts as
 * asked and not answered.
 */
public record RollUpInput(
    OwnProduct product,
    Period period,
    Map<SupplierProduct, SourceFigure> received,
    Map<TraceId, SourceFigure> ownProducts) {

  public RollUpInput {
    requireNonNull(product, "product");
    requireNonNull(period, "period");
    received = Map.copyOf(received);
    ownProducts = Map.copyOf(ownProducts);
  }

  public static RollUpInput of(
      OwnProduct product, Period period, Map<SupplierProduct, SourceFigure> received) {
    return new RollUpInput(product, period, received, Map.of());
  }

  SourceFigure figureOf(SupplierProduct supplier) {
    return received.getOrDefault(supplier, SourceFigure.missing(LineState.ASKED));
  }

  SourceFigure figureOf(TraceId ownProduct) {
    return ownProducts.getOrDefault(
        ownProduct, SourceFigure.missing(LineState.unusable(UnusableReason.NO_SOURCE)));
  }
}
