package org.cfptrace.rollup;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;

/**
 * The products of one company that are made of each other, over as many levels as there are. A part
 * that several products share is computed once; a product that contains itself is refused with the
 * path that leads back to it.
 */
public final class ProductGraph {

  private final Map<TraceId, OwnProduct> products;
  private final List<TraceId> partsFirst;

  private ProductGraph(Map<TraceId, OwnProduct> products, List<TraceId> partsFirst) {
    this.products = products;
    this.partsFirst = partsFirst;
  }

  /**
   * Takes the products of a company.
   *
   * @throws StructureException CYCLE, DOUBLE_COUNT or UNKNOWN_PRODUCT
   */
  public static ProductGraph of(Collection<OwnProduct> products) {
    Map<TraceId, OwnProduct> byId = new LinkedHashMap<>();
    for (OwnProduct product : products) {
      if (byId.put(product.traceId(), product) != null) {
        throw new IllegalArgumentException("product given twice: " + product.traceId());
      }
    }
    byId.values().forEach(product -> checkLines(product, byId.keySet()));
    return new ProductGraph(byId, Levels.partsFirst(byId));
  }

  /** The footprints of all products, parts before what they are parts of. */
  public Map<TraceId, Footprint> footprints(
      Period period, Map<SupplierProduct, SourceFigure> received) {
    return footprints(partsFirst, period, received);
  }

  /** The footprint of one product; only it and the own products beneath it are computed. */
  public Footprint footprintOf(
      TraceId product, Period period, Map<SupplierProduct, SourceFigure> received) {
    if (!products.containsKey(product)) {
      throw new IllegalArgumentException("no such product: " + product);
    }
    Set<TraceId> needed = Levels.beneath(product, products);
    List<TraceId> order = partsFirst.stream().filter(needed::contains).toList();
    return requireNonNull(footprints(order, period, received).get(product));
  }

  private Map<TraceId, Footprint> footprints(
      List<TraceId> order, Period period, Map<SupplierProduct, SourceFigure> received) {
    Map<SupplierProduct, SourceFigure> copiedOnce = Map.copyOf(received);
    Map<TraceId, Footprint> footprints = new LinkedHashMap<>();
    Map<TraceId, SourceFigure> figures = new HashMap<>();
    for (TraceId id : order) {
      OwnProduct product = requireNonNull(products.get(id));
      Map<TraceId, SourceFigure> parts = new HashMap<>();
      for (TraceId part : Levels.ownParts(product)) {
        parts.put(part, requireNonNull(figures.get(part)));
      }
      Footprint footprint = RollUp.of(new RollUpInput(product, period, copiedOnce, parts));
      footprints.put(id, footprint);
      figures.put(id, footprint.asFigure());
    }
    return footprints;
  }

  /** Lines must lead to known own products, and what is bought may not also be built up here. */
  private static void checkLines(OwnProduct product, Set<TraceId> known) {
    for (TraceId part : Levels.ownParts(product)) {
      if (!known.contains(part)) {
        throw StructureException.unknownProduct(product.traceId(), part);
      }
    }
    for (BillOfMaterialsLine line : product.lines()) {
      if (line.supply() instanceof LineSupply.Procured procured) {
        for (LineSource source : procured.sources()) {
          if (known.contains(source.supplierProduct())) {
            throw StructureException.doubleCount(
                product.traceId(), line.lineId(), source.supplierProduct());
          }
        }
      }
    }
  }
}
