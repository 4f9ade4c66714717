package org.cfptrace.connector.product;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;

/** What partners have declared about their products, as far as it was verified. */
public interface ReceivedFigures {
  /**
   * The figure that speaks for a partner's product in a period, or the state that explains why
   * there is none. Never a number that was not verified.
   */
  SourceFigure find(ParticipantId partner, TraceId supplierProduct, Period forPeriod);

  /** The same for many products; an adapter that can ask for all at once does so. */
  default Map<SupplierProduct, SourceFigure> findAll(
      Collection<SupplierProduct> products, Period forPeriod) {
    Map<SupplierProduct, SourceFigure> found = new HashMap<>();
    for (SupplierProduct product : products) {
      found.computeIfAbsent(product, wanted -> find(wanted.partner(), wanted.product(), forPeriod));
    }
    return found;
  }
}
