package org.cfptrace.connector.wiring;

import java.math.BigDecimal;
import java.util.function.Function;
import org.cfptrace.connector.declare.WhatToDeclare;
import org.cfptrace.connector.product.BillsOfMaterials;
import org.cfptrace.connector.product.MaintainBillOfMaterials;
import org.cfptrace.connector.product.Products;
import org.cfptrace.connector.product.StaleQueue;
import org.cfptrace.connector.trade.Requests;
import org.cfptrace.rollup.Footprint;

/**
 * What the company makes, and how it wants to work.
 *
 * @param notifyPercent from which change on a product of ours is always told
 * @param written the whole answer about a footprint as it is kept, a JSON object
 */
public record House(
    Products products,
    BillsOfMaterials billsOfMaterials,
    MaintainBillOfMaterials maintainBillOfMaterials,
    StaleQueue staleQueue,
    Requests requests,
    WhatToDeclare whatToDeclare,
    BigDecimal notifyPercent,
    Function<Footprint, String> written) {

  public House {
    if (notifyPercent.signum() < 0) {
      throw new IllegalArgumentException(
          "expected a change in percent, zero or more, saw " + notifyPercent.toPlainString());
    }
  }

  /** The same house, which declares what that source knows. */
  House declaring(WhatToDeclare other) {
    return new House(
        products,
        billsOfMaterials,
        maintainBillOfMaterials,
        staleQueue,
        requests,
        other,
        notifyPercent,
        written);
  }
}
