package org.cfptrace.aggregator.battery;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.aggregator.structure.ComponentRole;
import org.cfptrace.aggregator.structure.StructureLine;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.footprint.Yield;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.LineOrigin;
import org.cfptrace.rollup.LinePart;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;

/**
 * One source of one line of a battery's bill of materials, direct or indirect.
 *
 * @param path the ids of the lines that lead to it, from the battery down, joined by {@code /}
 * @param product what is bought or made; empty for an estimate
 * @param amount net, per one unit of what it goes into
 * @param origin what its figure rests on
 * @param estimatedShare how much of its figure is estimated, by whoever gave it
 * @param role which part of a battery the structure says it is
 */
public record ExplodedLine(
    String path,
    String partName,
    Optional<TraceId> product,
    Quantity amount,
    Yield yield,
    LineOrigin origin,
    LineState state,
    Share estimatedShare,
    Optional<ComponentRole> role) {
  public ExplodedLine {
    requireNonNull(path, "path");
    requireNonNull(partName, "partName");
    requireNonNull(product, "product");
    requireNonNull(amount, "amount");
    requireNonNull(yield, "yield");
    requireNonNull(origin, "origin");
    requireNonNull(state, "state");
    requireNonNull(estimatedShare, "estimatedShare");
    requireNonNull(role, "role");
  }

  /**
   * One source of a line of a structure, as the sum took it.
   *
   * @param above the path of the line it stands beneath; empty for the battery's own lines
   */
  public static ExplodedLine of(String above, StructureLine line, LinePart part) {
    BillOfMaterialsLine of = line.line();
    String id = of.lineId().toString();
    return new ExplodedLine(
        above.isEmpty() ? id : above + "/" + id,
        of.partName(),
        product(of, part),
        of.netAmount(),
        of.yield(),
        part.origin(),
        part.state(),
        estimatedShare(part),
        line.role());
  }

  private static Optional<TraceId> product(BillOfMaterialsLine line, LinePart part) {
    return Optional.ofNullable(part.supplier())
        .map(SupplierProduct::product)
        .or(
            () ->
                line.supply()
                    .<Optional<TraceId>>fold(
                        procured -> Optional.empty(),
                        terminal -> Optional.empty(),
                        own -> Optional.of(own.product())));
  }

  private static Share estimatedShare(LinePart part) {
    if (part.origin().isEstimate()) {
      return Share.ALL;
    }
    SourceFigure.Given counted = part.counted();
    return counted == null ? Share.NONE : counted.estimatedShare();
  }

  /** Whether its figure is the supplier's own, counted, and no part of it an estimate. */
  boolean restsOnCompanyData() {
    return origin == LineOrigin.PRIMARY && state.isOk() && estimatedShare.isZero();
  }
}
