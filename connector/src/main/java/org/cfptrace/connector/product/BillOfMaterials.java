package org.cfptrace.connector.product;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cfptrace.footprint.TraceId;

/** What goes into one unit of a product, line by line (部品構成). */
public record BillOfMaterials(List<Line> lines) {
  /** The most lines a product may have directly; deeper structure goes into products of its own. */
  public static final int MOST_LINES = 5_000;

  /** Nothing goes in. */
  public static final BillOfMaterials EMPTY = new BillOfMaterials(List.of());

  /** Copies the lines; their ids differ. */
  public BillOfMaterials {
    lines = List.copyOf(lines);
    if (lines.size() > MOST_LINES) {
      throw new IllegalArgumentException("at most " + MOST_LINES + " lines, seen " + lines.size());
    }
    if (lines.stream().map(Line::id).distinct().count() != lines.size()) {
      throw new IllegalArgumentException("two lines have the same id");
    }
  }

  /** The line of that id. */
  public Optional<Line> line(String id) {
    return lines.stream().filter(line -> line.id().equals(id)).findFirst();
  }

  /** The company's own products it uses, in the order of the lines. */
  public Stream<TraceId> ownProducts() {
    return lines.stream()
        .flatMap(
            line ->
                line.content()
                    .fold(
                        procured -> Stream.<TraceId>empty(),
                        own -> Stream.of(own.product()),
                        terminal -> Stream.<TraceId>empty()));
  }
}
