package org.cfptrace.connector.trade;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.cfptrace.connector.product.MaintainBillOfMaterials;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.LineSource;

/** Puts what a supplier has linked into the line it was asked for, and takes it out again. */
final class LinePlaces {
  private final MaintainBillOfMaterials billsOfMaterials;
  private final Requests requests;

  LinePlaces(MaintainBillOfMaterials billsOfMaterials, Requests requests) {
    this.billsOfMaterials = requireNonNull(billsOfMaterials, "billsOfMaterials");
    this.requests = requireNonNull(requests, "requests");
  }

  /** The linked product becomes a source of the line, unless the line cannot take it. */
  FootprintRequest place(FootprintRequest request) {
    AskedFor asked = request.askedFor().orElseThrow();
    return request.placed(
        billsOfMaterials.linkIfPossible(asked.product(), asked.lineId(), source(request)));
  }

  /**
   * The linked product is a source of the line no longer, unless another request has put it there
   * too: a renewal, or what it renews. What this one had replaced there comes back.
   */
  FootprintRequest clear(FootprintRequest request) {
    if (request.isPlaced()) {
      AskedFor asked = request.askedFor().orElseThrow();
      LineSource source = source(request);
      List<FootprintRequest> sharing =
          requests.askedFor(asked.product(), asked.lineId()).stream()
              .filter(other -> !other.id().equals(request.id()))
              .filter(FootprintRequest::isPlaced)
              .filter(other -> replaceEachOther(other, request))
              .toList();
      boolean isHeldByAnother = sharing.stream().anyMatch(other -> source(other).equals(source));
      if (!isHeldByAnother && billsOfMaterials.unlink(asked.product(), asked.lineId(), source)) {
        sharing.forEach(this::putBack);
      }
    }
    return request.placed(false);
  }

  /** Its room may have been given away in the meantime. */
  private void putBack(FootprintRequest request) {
    FootprintRequest back = place(request);
    if (!back.isPlaced()) {
      requests.change(back);
    }
  }

  /** Of one product of a supplier there is one source for one day: the later of these two. */
  private static boolean replaceEachOther(FootprintRequest one, FootprintRequest other) {
    return source(one).supplier().equals(source(other).supplier())
        && one.askedFor().orElseThrow().overlaps(other.askedFor().orElseThrow());
  }

  private static LineSource source(FootprintRequest request) {
    AskedFor asked = request.askedFor().orElseThrow();
    TraceId supplierProduct = request.linked().orElseThrow().traceId();
    return new LineSource(
        request.partner(), supplierProduct, asked.share(), asked.from(), asked.to());
  }
}
