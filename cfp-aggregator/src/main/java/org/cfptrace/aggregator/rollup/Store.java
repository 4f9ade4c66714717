package org.cfptrace.aggregator.rollup;

import static java.util.Objects.requireNonNull;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.rollup.WeighedQuality;
import org.jspecify.annotations.Nullable;

/** All that a graph holds: numbers in arrays, and few objects where numbers cannot say it. */
final class Store {

  /** A product's figure as an object. */
  record HeldTotals(SourceFigure.Given figure, WeighedQuality quality) {}

  final Period period;
  final Columns columns = new Columns();
  final Vertices vertices = new Vertices();
  final Lines lines = new Lines();
  final LineTerms terms = new LineTerms();
  final Figures figures = new Figures();
  final FigureWriter writer = new FigureWriter(columns);
  final FigureReader reader;

  /** Estimates of lines, equal ones once. */
  final NumberTable estimates = new NumberTable(this::hashOfFigure);

  /** Products whose lines the fast form cannot hold. */
  final Map<Integer, OwnProduct> wholes = new HashMap<>();

  /** Suppliers' figures that words cannot hold, and missing ones with their last known value. */
  final Map<Integer, SourceFigure> heldFigures = new HashMap<>();

  /** Totals of own products that words cannot hold. */
  final Map<Integer, HeldTotals> heldTotals = new HashMap<>();

  /** What has changed since it was last worked out, or what it is made of has. */
  final BitSet dirty = new BitSet();

  int products;

  private final Map<ParticipantId, Integer> numbersOfPartners = new HashMap<>();
  private final Map<Integer, ParticipantId> partners = new HashMap<>();

  Store(Period period) {
    this.period = period;
    this.reader = new FigureReader(columns, figures, period);
  }

  int partner(ParticipantId participant) {
    int number = numbersOfPartners.computeIfAbsent(participant, p -> numbersOfPartners.size());
    partners.putIfAbsent(number, participant);
    return number;
  }

  SupplierProduct supplier(int vertex) {
    return new SupplierProduct(
        requireNonNull(partners.get(vertices.partner[vertex])), vertices.id(vertex));
  }

  /** The number of a supplier's product, or NONE. */
  int vertex(SupplierProduct supplier) {
    Integer partner = numbersOfPartners.get(supplier.partner());
    return partner == null ? Vertices.NONE : vertices.find(supplier.product(), partner);
  }

  /** Takes in what is known of a supplier's product. */
  void putFigure(SupplierProduct supplier, SourceFigure figure) {
    int known = vertex(supplier);
    int vertex =
        known == Vertices.NONE
            ? vertices.add(supplier.product(), partner(supplier.partner()))
            : known;
    boolean held = figure.fold(given -> !writer.given(given), this::writeMissing);
    if (figure instanceof SourceFigure.Given && held) {
      writer.held();
    }
    @Nullable SourceFigure now = held ? figure : null;
    int at = vertices.figureAt[vertex];
    boolean isSame = figures.isSame(at, writer.words, 0, writer.length());
    if (!isSame || !Objects.equals(heldFigures.get(vertex), now)) {
      vertices.figureAt[vertex] = figures.replace(at, writer.words, writer.length());
      if (now == null) {
        heldFigures.remove(vertex);
      } else {
        heldFigures.put(vertex, now);
      }
      dirty.set(vertex);
    }
  }

  private boolean writeMissing(SourceFigure.Missing missing) {
    boolean held = missing.lastKnown() != null;
    writer.missing(missing.state(), held);
    return held;
  }

  /** Takes up room that nothing needs any more, once it is more than the rest. */
  void compact() {
    if (lines.areMostlyWaste()) {
      lines.compact(vertices, terms);
    }
    if (figures.isMostlyWaste()) {
      figures.compact(vertices);
    }
  }

  private int hashOfFigure(int vertex) {
    int at = vertices.figureAt[vertex];
    return hash(figures.words, at, FigureForm.length(figures.words[at]));
  }

  static int hash(long[] words, int from, int length) {
    long mixed = 0;
    for (int i = from; i < from + length; i++) {
      mixed = mixed * 0x9E3779B97F4A7C15L + words[i];
    }
    return Long.hashCode(mixed);
  }

  long bytes() {
    return vertices.bytes()
        + lines.bytes()
        + terms.bytes()
        + figures.bytes()
        + estimates.bytes()
        + dirty.size() / Byte.SIZE;
  }
}
