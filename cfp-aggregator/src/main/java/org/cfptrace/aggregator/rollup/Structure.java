package org.cfptrace.aggregator.rollup;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.StructureException;
import org.cfptrace.rollup.SupplierProduct;

/**
 * Takes products in, all of a call or none. New lines stand behind the old ones until it is sure
 * that they hold, so that a refusal only has to link the old ones again.
 */
final class Structure {
  private static final int FORMER = 9;

  /** Up to so many are brought in order one by one, and so large a part of all. */
  private static final int FEW = 16;

  private static final int SMALL_PART = 8;

  private final Store store;
  private final Vertices vertices;
  private final Lines lines;
  private final ProductForm form;
  private final Ranks ranks;
  private final IntList taken = new IntList();
  private final IntList former = new IntList();
  private final Map<Integer, OwnProduct> formerWholes = new HashMap<>();

  Structure(Store store) {
    this.store = store;
    this.vertices = store.vertices;
    this.lines = store.lines;
    this.form = new ProductForm(store);
    this.ranks = new Ranks(store);
  }

  /**
   * New products and changed ones, in any order.
   *
   * @throws StructureException UNKNOWN_PRODUCT, DOUBLE_COUNT or CYCLE, and nothing has changed
   */
  void put(Iterator<OwnProduct> products) {
    int figuresEnd = store.figures.end();
    int linesEnd = lines.end();
    int idsEnd = lines.idsEnd();
    boolean holds = false;
    try {
      while (products.hasNext()) {
        take(products.next());
      }
      check();
      holds = true;
    } finally {
      if (holds) {
        keep();
      } else {
        undo();
        freeUnused(form.made());
        store.figures.forgetFrom(figuresEnd);
        lines.forgetFrom(linesEnd, idsEnd);
      }
      taken.clear();
      former.clear();
      formerWholes.clear();
      form.forgetMade();
    }
  }

  void remove(int product) {
    unlink(product);
    waste(product);
    IntList targets = new IntList();
    targets.add(product);
    addTargets(vertices.firstLine[product], vertices.lineCount[product], targets);
    store.wholes.remove(product);
    store.heldTotals.remove(product);
    store.dirty.clear(product);
    vertices.traits[product] = 0;
    store.products--;
    freeUnused(targets);
  }

  private void take(OwnProduct product) {
    int vertex = form.vertex(product);
    if (vertices.is(vertex, Vertices.TAKEN)) {
      throw new IllegalArgumentException("product given twice: " + product.traceId());
    }
    unlink(vertex);
    remember(vertex);
    taken.add(vertex);
    form.write(vertex, product);
    vertices.traits[vertex] |= Vertices.KNOWN | Vertices.TAKEN;
    link(vertex);
  }

  private void remember(int vertex) {
    former.add(vertex);
    former.add((int) (vertices.traits[vertex] >>> Integer.SIZE));
    former.add((int) vertices.traits[vertex]);
    former.add(vertices.firstLine[vertex]);
    former.add(vertices.lineCount[vertex]);
    former.add(vertices.lineIdsAt[vertex]);
    former.add(vertices.ownAt[vertex]);
    former.add(vertices.transportAt[vertex]);
    former.add(vertices.massAt[vertex]);
    vertices.lineCount[vertex] = 0;
    OwnProduct whole = store.wholes.remove(vertex);
    if (whole != null) {
      formerWholes.put(vertex, whole);
    }
  }

  private void undo() {
    for (int i = former.size() - FORMER; i >= 0; i -= FORMER) {
      int vertex = former.get(i);
      unlink(vertex);
      vertices.traits[vertex] =
          ((long) former.get(i + 1) << Integer.SIZE) | (former.get(i + 2) & 0xffffffffL);
      vertices.firstLine[vertex] = former.get(i + 3);
      vertices.lineCount[vertex] = former.get(i + 4);
      vertices.lineIdsAt[vertex] = former.get(i + 5);
      vertices.ownAt[vertex] = former.get(i + 6);
      vertices.transportAt[vertex] = former.get(i + 7);
      vertices.massAt[vertex] = former.get(i + 8);
      store.wholes.remove(vertex);
      link(vertex);
    }
    store.wholes.putAll(formerWholes);
  }

  private void keep() {
    IntList targets = new IntList();
    for (int i = 0; i < former.size(); i += FORMER) {
      int vertex = former.get(i);
      if ((former.get(i + 2) & Vertices.KNOWN) == 0) {
        store.products++;
      }
      lines.waste(former.get(i + 4));
      store.figures.free(former.get(i + 6));
      store.figures.free(former.get(i + 7));
      store.figures.free(former.get(i + 8));
      addTargets(former.get(i + 3), former.get(i + 4), targets);
      vertices.traits[vertex] &= ~Vertices.TAKEN;
      store.dirty.set(vertex);
    }
    freeUnused(targets);
    freeUnused(form.made());
  }

  private void addTargets(int firstLine, int count, IntList targets) {
    for (int line = firstLine; line < firstLine + count; line++) {
      if (lines.target[line] != Lines.NONE) {
        targets.add(lines.target[line]);
      }
    }
  }

  /** Estimates, suppliers without a figure and products never put in, where no line leads there. */
  private void freeUnused(IntList candidates) {
    for (int i = 0; i < candidates.size(); i++) {
      int v = candidates.get(i);
      if (vertices.firstUse[v] == Vertices.NONE && !vertices.isFree(v) && isNothing(v)) {
        if (vertices.partner[v] == Vertices.ESTIMATE) {
          store.estimates.remove(v);
        }
        store.figures.free(vertices.figureAt[v]);
        vertices.free(v);
      }
    }
  }

  private boolean isNothing(int vertex) {
    if (vertices.partner[vertex] == Vertices.OWN) {
      return !vertices.is(vertex, Vertices.KNOWN);
    }
    return vertices.partner[vertex] == Vertices.ESTIMATE || vertices.figureAt[vertex] == 0;
  }

  private void waste(int vertex) {
    lines.waste(vertices.lineCount[vertex]);
    store.figures.free(vertices.ownAt[vertex]);
    store.figures.free(vertices.transportAt[vertex]);
    store.figures.free(vertices.massAt[vertex]);
  }

  private void link(int vertex) {
    int end = vertices.firstLine[vertex] + vertices.lineCount[vertex];
    for (int line = vertices.firstLine[vertex]; line < end; line++) {
      lines.link(line, vertices);
    }
  }

  private void unlink(int vertex) {
    int end = vertices.firstLine[vertex] + vertices.lineCount[vertex];
    for (int line = vertices.firstLine[vertex]; line < end; line++) {
      lines.unlink(line, vertices);
    }
  }

  private void check() {
    for (int i = 0; i < form.made().size(); i++) {
      checkKnown(form.made().get(i));
    }
    for (int i = 0; i < taken.size(); i++) {
      checkCountedOnce(taken.get(i));
    }
    if (taken.size() > Math.max(FEW, store.products / SMALL_PART)) {
      ranks.orderAll();
    } else {
      ranks.order(taken);
    }
  }

  private void checkKnown(int made) {
    if (vertices.partner[made] == Vertices.OWN && !vertices.is(made, Vertices.KNOWN)) {
      int use = vertices.firstUse[made];
      if (use != Lines.NONE) {
        throw StructureException.unknownProduct(vertices.id(lines.owner[use]), vertices.id(made));
      }
    }
  }

  private void checkCountedOnce(int product) {
    int supplier = vertices.usedSupplierLike(product);
    if (supplier != Vertices.NONE) {
      throw doubleCount(vertices.firstUse[supplier]);
    }
    int end = vertices.firstLine[product] + vertices.lineCount[product];
    for (int line = vertices.firstLine[product]; line < end; line++) {
      int to = lines.target[line];
      if (to != Lines.NONE && vertices.partner[to] >= 0) {
        int own = vertices.find(vertices.idHigh[to], vertices.idLow[to], Vertices.OWN);
        if (own != Vertices.NONE && vertices.is(own, Vertices.KNOWN)) {
          throw doubleCount(line);
        }
      }
    }
  }

  private StructureException doubleCount(int line) {
    int user = lines.owner[line];
    return StructureException.doubleCount(
        vertices.id(user), lineId(line), vertices.id(lines.target[line]));
  }

  private LineId lineId(int line) {
    int user = lines.owner[line];
    OwnProduct whole = store.wholes.get(user);
    return whole == null
        ? lines
            .ids(vertices.lineIdsAt[user], vertices.lineCount[user])
            .get(line - vertices.firstLine[user])
        : lineTo(whole, line);
  }

  private LineId lineTo(OwnProduct whole, int line) {
    SupplierProduct supplier = store.supplier(lines.target[line]);
    return whole.lines().stream()
        .filter(it -> isBoundTo(it, supplier))
        .findFirst()
        .map(BillOfMaterialsLine::lineId)
        .orElseThrow();
  }

  private static boolean isBoundTo(BillOfMaterialsLine line, SupplierProduct supplier) {
    return line.supply() instanceof LineSupply.Procured procured
        && procured.sources().stream().map(LineSource::supplier).anyMatch(supplier::equals);
  }

  long bytes() {
    return ranks.bytes();
  }
}
