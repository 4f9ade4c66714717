package org.cfptrace.connector.product;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnProduct;

/** What goes into one unit of a product, line by line (部品構成). */
public record BillOfMaterials(List<BillOfMaterialsLine> lines) {
  /** The most lines a product may have directly; deeper structure goes into products of its own. */
  public static final int MOST_LINES = OwnProduct.MOST_LINES;

  /** Nothing goes in. */
  public static final BillOfMaterials EMPTY = new BillOfMaterials(List.of());

  /** Copies the lines. */
  public BillOfMaterials {
    lines = List.copyOf(lines);
  }

  /** The line of that id. */
  public Optional<BillOfMaterialsLine> line(LineId id) {
    return lines.stream().filter(line -> line.lineId().equals(id)).findFirst();
  }

  /** The company's own products it uses, each once, in the order of the lines. */
  public List<TraceId> ownProducts() {
    return lines.stream().flatMap(line -> ownProduct(line).stream()).distinct().toList();
  }

  /** The own product a line is, if it is one. */
  static Optional<TraceId> ownProduct(BillOfMaterialsLine line) {
    return line.supply()
        .fold(
            procured -> Optional.empty(),
            terminal -> Optional.empty(),
            own -> Optional.of(own.product()));
  }

  /** All sources of all its lines. */
  public Stream<LineSource> sources() {
    return lines.stream().flatMap(line -> sources(line).stream());
  }

  /** The sources of a line; none where it is not procured. */
  public static List<LineSource> sources(BillOfMaterialsLine line) {
    return line.supply()
        .fold(LineSupply.Procured::sources, terminal -> List.of(), own -> List.of());
  }
}
