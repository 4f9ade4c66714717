package org.cfptrace.aggregator.rollup;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.Estimate;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineOrigin;
import org.cfptrace.rollup.LineResult;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.RollUp;
import org.cfptrace.rollup.RollUpInput;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;

/**
 * The exact form of the sum of one product, by {@code org.cfptrace.rollup} itself, for what {@link
 * FastSum} does not take. It reads the figures of the parts from the same store, so that the graph
 * stays one.
 */
final class WholeSum {
  private static final StageProfile[] PROFILES = StageProfile.values();

  private final Store store;
  private final Vertices vertices;
  private final Lines lines;

  WholeSum(Store store) {
    this.store = store;
    this.vertices = store.vertices;
    this.lines = store.lines;
  }

  /** Works out a product and the states of its lines. */
  Footprint of(int product) {
    Footprint footprint = footprint(product);
    note(product, footprint);
    return footprint;
  }

  /** The same without keeping anything. */
  Footprint footprint(int product) {
    Map<SupplierProduct, SourceFigure> received = new HashMap<>();
    Map<TraceId, SourceFigure> parts = new HashMap<>();
    int end = vertices.firstLine[product] + vertices.lineCount[product];
    for (int line = vertices.firstLine[product]; line < end; line++) {
      int to = lines.target[line];
      if (to != Lines.NONE && vertices.figureAt[to] != 0) {
        if (vertices.partner[to] == Vertices.OWN) {
          parts.put(vertices.id(to), figure(to));
        } else if (vertices.partner[to] != Vertices.ESTIMATE) {
          received.put(store.supplier(to), figure(to));
        }
      }
    }
    return RollUp.of(new RollUpInput(product(product), store.period, received, parts));
  }

  /** What is known of an own product or of a supplier's. */
  SourceFigure figure(int vertex) {
    int at = vertices.figureAt[vertex];
    long first = store.figures.words[at];
    if ((first & FigureForm.HELD) != 0) {
      return vertices.partner[vertex] == Vertices.OWN
          ? requireNonNull(store.heldTotals.get(vertex)).figure()
          : requireNonNull(store.heldFigures.get(vertex));
    }
    return (first & FigureForm.GIVEN) == 0 ? store.reader.missing(at) : store.reader.given(at);
  }

  /** Keeps the states of the lines. */
  private void note(int product, Footprint footprint) {
    boolean isWhole = vertices.is(product, Vertices.WHOLE);
    int line = vertices.firstLine[product];
    int open = 0;
    for (LineResult result : footprint.lines()) {
      if (!isWhole && lines.target[line] != Lines.NONE) {
        lines.state[line] = (byte) LineStates.code(result.state(), result.isComplete());
      }
      open += result.isComplete() ? 0 : 1;
      line++;
    }
    vertices.openLines[product] = open;
  }

  private OwnProduct product(int vertex) {
    OwnProduct kept = store.wholes.get(vertex);
    return kept == null ? rebuilt(vertex) : kept;
  }

  /** The product as its words say it: other amounts and yields, but the same quotients. */
  private OwnProduct rebuilt(int vertex) {
    long traits = vertices.traits[vertex];
    int ownAt = vertices.ownAt[vertex];
    int transportAt = vertices.transportAt[vertex];
    int massAt = vertices.massAt[vertex];
    return new OwnProduct(
        vertices.id(vertex),
        FigureForm.unit(traits),
        massAt == 0 ? null : store.reader.mass(massAt + 1),
        FigureForm.basis(traits),
        PROFILES[(int) (traits >>> Vertices.PROFILE_AT) & 63],
        ownAt == 0 ? null : store.reader.own(ownAt),
        transportAt == 0 ? null : store.reader.own(transportAt),
        rebuiltLines(vertex));
  }

  private List<BillOfMaterialsLine> rebuiltLines(int vertex) {
    List<BillOfMaterialsLine> rebuilt = new ArrayList<>();
    int first = vertices.firstLine[vertex];
    for (int i = 0; i < vertices.lineCount[vertex]; i++) {
      int terms = lines.terms[first + i];
      rebuilt.add(
          new BillOfMaterialsLine(
              new LineId(Integer.toString(i)),
              "",
              store.terms.amount(terms),
              store.terms.yieldOf(terms),
              store.terms.mass(terms),
              supply(lines.target[first + i]),
              null));
    }
    return rebuilt;
  }

  private LineSupply supply(int to) {
    if (to == Lines.NONE) {
      return LineSupply.procured();
    }
    if (vertices.partner[to] == Vertices.OWN) {
      return new LineSupply.Own(vertices.id(to));
    }
    if (vertices.partner[to] == Vertices.ESTIMATE) {
      SourceFigure.Given figure = store.reader.given(vertices.figureAt[to]);
      return new LineSupply.Terminal(
          new Estimate(
              LineOrigin.SECONDARY,
              figure.unit(),
              figure.emissions(),
              figure.quality(),
              "",
              figure.basis().gwp()));
    }
    SupplierProduct supplier = store.supplier(to);
    return LineSupply.procured(LineSource.only(supplier.partner(), supplier.product()));
  }
}
