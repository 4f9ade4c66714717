package org.cfptrace.aggregator.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.PendingSource;
import org.cfptrace.rollup.StructureException;
import org.cfptrace.rollup.UnusableReason;

/**
 * Lines that cannot be added up on a day, although each version was right when it was written: a
 * part without a version in force, a circle of versions that were never meant to meet. Such a line
 * is missing and says why; everything else is added up.
 */
final class BrokenLines {
  // More than a person would mend one by one; beyond, it is a fault of ours.
  private static final int MOST = 1000;

  private final ParticipantId company;
  private final Map<TraceId, Map<TraceId, UnusableReason>> partsOfProducts = new HashMap<>();
  private int lines;

  BrokenLines(ParticipantId company) {
    this.company = company;
  }

  /** Leaves the line out that a structure stumbles over. */
  void add(StructureException unfit) {
    List<TraceId> path = unfit.path();
    boolean isNew =
        path.size() > 1
            && partsOfProducts
                    .computeIfAbsent(path.get(0), none -> new HashMap<>())
                    .putIfAbsent(path.get(1), reason(unfit))
                == null;
    lines++;
    if (!isNew || lines > MOST) {
      throw unfit;
    }
  }

  private static UnusableReason reason(StructureException unfit) {
    return switch (unfit.fault()) {
      case CYCLE -> UnusableReason.CYCLE;
      case UNKNOWN_PRODUCT -> UnusableReason.NO_VERSION;
      case DOUBLE_COUNT -> UnusableReason.NO_SOURCE;
    };
  }

  boolean isEmpty() {
    return partsOfProducts.isEmpty();
  }

  /** The product without the sources of its broken lines. */
  OwnProduct mended(OwnProduct product) {
    Map<TraceId, UnusableReason> parts = partsOfProducts.getOrDefault(product.traceId(), Map.of());
    return parts.isEmpty()
        ? product
        : product.withLines(product.lines().stream().map(line -> mended(line, parts)).toList());
  }

  private BillOfMaterialsLine mended(BillOfMaterialsLine line, Map<TraceId, UnusableReason> parts) {
    return line.supply()
        .fold(
            bought ->
                bought.sources().stream()
                    .map(source -> parts.get(source.supplierProduct()))
                    .filter(Objects::nonNull)
                    .findFirst(),
            terminal -> Optional.<UnusableReason>empty(),
            own -> Optional.ofNullable(parts.get(own.product())))
        .map(reason -> without(line, reason))
        .orElse(line);
  }

  /** Nobody delivers it: the company itself stands for who would, and no figure is asked for. */
  private BillOfMaterialsLine without(BillOfMaterialsLine line, UnusableReason reason) {
    return new BillOfMaterialsLine(
        line.lineId(),
        line.partName(),
        line.netAmount(),
        line.yield(),
        line.massPerUnit(),
        new LineSupply.Procured(
            List.of(),
            List.of(new PendingSource(company, Share.ALL, null, null, LineState.unusable(reason)))),
        line.proxy());
  }
}
