package org.cfptrace.connector.trade;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.cfptrace.connector.product.BillOfMaterials;
import org.cfptrace.connector.product.BillsOfMaterials;
import org.cfptrace.connector.product.MaintainBillOfMaterials;
import org.cfptrace.envelope.LinkedProduct;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.LineSource;

/** Puts what a supplier has linked into the line it was asked for, and takes it out again. */
final class LinePlaces {
  private final BillsOfMaterials billsOfMaterials;
  private final MaintainBillOfMaterials maintain;
  private final Requests requests;

  LinePlaces(
      BillsOfMaterials billsOfMaterials, MaintainBillOfMaterials maintain, Requests requests) {
    this.billsOfMaterials = requireNonNull(billsOfMaterials, "billsOfMaterials");
    this.maintain = requireNonNull(maintain, "maintain");
    this.requests = requireNonNull(requests, "requests");
  }

  /**
   * The linked product becomes a source of the line in place of what was linked before, unless the
   * line cannot take it.
   */
  FootprintRequest place(FootprintRequest request, LinkedProduct product, Instant now) {
    FootprintRequest placed = put(takeOut(request).linkedTo(product, now));
    placeWaiting(placed);
    return placed;
  }

  /**
   * The linked product is a source of the line no longer, unless another request has put it there
   * too: a renewal, or what it renews. What this one had replaced there comes back.
   */
  FootprintRequest clear(FootprintRequest request) {
    FootprintRequest cleared = takeOut(request);
    placeWaiting(cleared);
    return cleared;
  }

  private FootprintRequest takeOut(FootprintRequest request) {
    // Of two who take the same product out at once the second must see that the first has.
    billsOfMaterials.lockStructure();
    if (request.isPlaced()) {
      AskedFor asked = request.askedFor().orElseThrow();
      LineSource source = source(request);
      List<FootprintRequest> sharing =
          others(request)
              .filter(FootprintRequest::isPlaced)
              .filter(other -> replaceEachOther(other, request))
              .toList();
      boolean isHeldByAnother = sharing.stream().anyMatch(other -> source(other).equals(source));
      if (!isHeldByAnother && maintain.unlink(asked.product(), asked.lineId(), source)) {
        // The room may have been given away in the meantime.
        sharing.stream().map(this::put).filter(back -> !back.isPlaced()).forEach(requests::change);
      }
    }
    return request.placed(false);
  }

  private FootprintRequest put(FootprintRequest request) {
    AskedFor asked = request.askedFor().orElseThrow();
    return request.placed(
        maintain.linkIfPossible(asked.product(), asked.lineId(), source(request)));
  }

  /** Others that found no room may find it now, or their product there already. */
  private void placeWaiting(FootprintRequest moved) {
    others(moved)
        .filter(other -> !other.isPlaced() && !other.state().isOver())
        .filter(other -> other.linked().isPresent())
        .map(other -> placedBeside(moved, other))
        .filter(FootprintRequest::isPlaced)
        .forEach(requests::change);
  }

  private FootprintRequest placedBeside(FootprintRequest moved, FootprintRequest waiting) {
    if (moved.isPlaced() && replaceEachOther(moved, waiting)) {
      return waiting.placed(true);
    }
    return isThereByHand(waiting) ? waiting : put(waiting);
  }

  /** A person has put the product of a request that found no room into the line: that stands. */
  private boolean isThereByHand(FootprintRequest waiting) {
    AskedFor asked = waiting.askedFor().orElseThrow();
    return billsOfMaterials.of(asked.product()).value().line(asked.lineId()).stream()
        .flatMap(line -> BillOfMaterials.sources(line).stream())
        .anyMatch(there -> there.supplier().equals(source(waiting).supplier()));
  }

  private Stream<FootprintRequest> others(FootprintRequest request) {
    AskedFor asked = request.askedFor().orElseThrow();
    return requests.askedFor(asked.product(), asked.lineId()).stream()
        .filter(other -> !other.id().equals(request.id()));
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
