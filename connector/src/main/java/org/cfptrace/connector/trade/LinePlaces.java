package org.cfptrace.connector.trade;

import org.cfptrace.connector.product.MaintainBillOfMaterials;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.LineSource;

/** Puts what a supplier has linked into the line it was asked for, and takes it out again. */
final class LinePlaces {
  private final MaintainBillOfMaterials billsOfMaterials;

  LinePlaces(MaintainBillOfMaterials billsOfMaterials) {
    this.billsOfMaterials = billsOfMaterials;
  }

  /** The linked product becomes a source of the line, unless the line cannot take it. */
  FootprintRequest place(FootprintRequest request) {
    AskedFor asked = request.askedFor().orElseThrow();
    LineSource source = source(request, request.linked().orElseThrow().traceId());
    return request.placed(billsOfMaterials.linkIfPossible(asked.product(), asked.lineId(), source));
  }

  /** The linked product is a source of the line no longer. */
  FootprintRequest clear(FootprintRequest request) {
    if (request.isPlaced()) {
      AskedFor asked = request.askedFor().orElseThrow();
      billsOfMaterials.unlink(
          asked.product(),
          asked.lineId(),
          source(request, request.linked().orElseThrow().traceId()));
    }
    return request.placed(false);
  }

  private static LineSource source(FootprintRequest request, TraceId supplierProduct) {
    AskedFor asked = request.askedFor().orElseThrow();
    return new LineSource(
        request.partner(), supplierProduct, asked.share(), asked.from(), asked.to());
  }
}
