package org.cfptrace.aggregator.live;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.StructureException;

/**
 * Lines that cannot be added up on a day, although each version was right when it was written: a
 * part without a version in force, a circle of versions that were never meant to meet. Such a line
 * has no source, is missing and says so; everything else is added up.
 */
final class BrokenLines {
  // More than a person would mend one by one; beyond, it is a fault of ours.
  private static final int MOST = 1000;

  private final Map<TraceId, Set<TraceId>> partsOfProducts = new HashMap<>();
  private int lines;

  /** Leaves the line out that a structure stumbles over. */
  void add(StructureException unfit) {
    List<TraceId> path = unfit.path();
    boolean isNew =
        path.size() > 1
            && partsOfProducts
                .computeIfAbsent(path.get(0), none -> new HashSet<>())
                .add(path.get(1));
    lines++;
    if (!isNew || lines > MOST) {
      throw unfit;
    }
  }

  boolean isEmpty() {
    return partsOfProducts.isEmpty();
  }

  /** The product without the sources of its broken lines. */
  OwnProduct mended(OwnProduct product) {
    Set<TraceId> parts = partsOfProducts.getOrDefault(product.traceId(), Set.of());
    return parts.isEmpty()
        ? product
        : product.withLines(product.lines().stream().map(line -> mended(line, parts)).toList());
  }

  private static BillOfMaterialsLine mended(BillOfMaterialsLine line, Set<TraceId> parts) {
    boolean isBroken =
        line.supply()
            .fold(
                bought ->
                    bought.sources().stream()
                        .map(LineSource::supplierProduct)
                        .anyMatch(parts::contains),
                terminal -> false,
                own -> parts.contains(own.product()));
    return isBroken
        ? new BillOfMaterialsLine(
            line.lineId(),
            line.partName(),
            line.netAmount(),
            line.yield(),
            line.massPerUnit(),
            new LineSupply.Procured(List.of()),
            line.proxy())
        : line;
  }
}
