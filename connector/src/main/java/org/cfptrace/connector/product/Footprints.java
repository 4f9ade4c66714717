package org.cfptrace.connector.product;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.PendingSource;
import org.cfptrace.rollup.ProductGraph;
import org.cfptrace.rollup.StructureException;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.answer.Versioned;

/**
 * Works out cumulative footprints from what is known this moment: own emissions, bills of materials
 * over all levels inside the company, verified figures of partners. Nothing is kept, so nothing can
 * be out of date.
 */
public final class Footprints {
  private final Products products;
  private final BillsOfMaterials billsOfMaterials;
  private final OwnFigures ownFigures;
  private final ReceivedFigures receivedFigures;
  private final OpenRequests openRequests;
  private final Clock clock;

  /** Adds up what these know. */
  public Footprints(
      Products products,
      BillsOfMaterials billsOfMaterials,
      OwnFigures ownFigures,
      ReceivedFigures receivedFigures,
      OpenRequests openRequests,
      Clock clock) {
    this.products = products;
    this.billsOfMaterials = billsOfMaterials;
    this.ownFigures = ownFigures;
    this.receivedFigures = receivedFigures;
    this.openRequests = openRequests;
    this.clock = clock;
  }

  /** The footprint of one unit of a product for a period. */
  public Footprint of(TraceId product, Period period) {
    Map<TraceId, OwnProduct> structure = structure(product, period);
    try {
      return ProductGraph.of(structure.values())
          .footprintOf(product, period, receivedFigures.findAll(bought(structure, period), period));
    } catch (StructureException broken) {
      throw new Refused(ProblemCode.CONFLICT, String.valueOf(broken.getMessage()));
    }
  }

  /**
   * The period a footprint is for when nobody says: that of the latest own emissions, else the
   * twelve months up to today.
   */
  public Period usualPeriod(TraceId product) {
    return ownFigures
        .latestPeriod(product)
        .orElseGet(() -> twelveMonthsTo(LocalDate.now(clock.withZone(ZoneOffset.UTC))));
  }

  /** The twelve months that end on that day. */
  public static Period twelveMonthsTo(LocalDate end) {
    return new Period(end.minusYears(1).plusDays(1), end);
  }

  /** The product and all own products beneath it, each read once. */
  private Map<TraceId, OwnProduct> structure(TraceId product, Period period) {
    Map<TraceId, OwnProduct> structure = new LinkedHashMap<>();
    Deque<TraceId> open = new ArrayDeque<>(List.of(product));
    while (!open.isEmpty()) {
      TraceId next = open.remove();
      if (!structure.containsKey(next)) {
        BillOfMaterials lines = billsOfMaterials.of(next).value();
        structure.put(next, ownProduct(there(next), lines, period));
        open.addAll(lines.ownProducts());
      }
    }
    return structure;
  }

  private OwnProduct ownProduct(Product product, BillOfMaterials lines, Period period) {
    Optional<OwnFigures.OwnFigure> own = ownFigures.inForce(product.traceId(), period);
    return new OwnProduct(
        product.traceId(),
        product.unit(),
        product.massPerUnit().orElse(null),
        own.map(OwnFigures.OwnFigure::basis).orElse(CalculationBasis.AR6_CRADLE_TO_GATE),
        own.map(OwnFigures.OwnFigure::profile).orElse(StageProfile.OURANOS),
        own.map(OwnFigures.OwnFigure::emissions).orElse(null),
        null,
        withPending(product.traceId(), lines.lines()));
  }

  /** A supplier that was asked and has not answered is a visible part of its line. */
  private List<BillOfMaterialsLine> withPending(TraceId product, List<BillOfMaterialsLine> lines) {
    Map<LineId, List<PendingSource>> pending = openRequests.of(product);
    return pending.isEmpty()
        ? lines
        : lines.stream()
            .map(line -> with(line, pending.getOrDefault(line.lineId(), List.of())))
            .toList();
  }

  private static BillOfMaterialsLine with(BillOfMaterialsLine line, List<PendingSource> pending) {
    LineSupply supply =
        line.supply()
            .<LineSupply>fold(
                procured -> new LineSupply.Procured(procured.sources(), pending),
                terminal -> terminal,
                own -> own);
    return new BillOfMaterialsLine(
        line.lineId(),
        line.partName(),
        line.netAmount(),
        line.yield(),
        line.massPerUnit(),
        supply,
        line.proxy());
  }

  private static Set<SupplierProduct> bought(Map<TraceId, OwnProduct> structure, Period period) {
    Set<SupplierProduct> bought = new LinkedHashSet<>();
    for (OwnProduct product : structure.values()) {
      new BillOfMaterials(product.lines())
          .sources()
          .filter(source -> source.isInForceOn(period.to()))
          .forEach(source -> bought.add(source.supplier()));
    }
    return bought;
  }

  private Product there(TraceId product) {
    return products
        .find(product)
        .map(Versioned::value)
        .orElseThrow(() -> Refused.notFound("product", product));
  }
}
