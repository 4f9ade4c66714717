package org.cfptrace.aggregator.rollup;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.StructureException;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.rollup.WeighedQuality;

/**
 * All products of one tenant for one period, held in arrays; a change costs what is above it and no
 * more. The figures are those of {@code org.cfptrace.rollup}, to the digit. What is put in takes
 * effect on figures with {@link #settle}. Writers come one after the other; readers may read
 * meanwhile and see each product as it was before or after, never in between.
 */
public final class FootprintGraph {
  private final Store store;
  private final Vertices vertices;
  private final Lines lines;
  private final Structure structure;
  private final WholeSum whole;
  private final Settling settling;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
  private final Object oneWriter = new Object();

  /** An empty graph; figures are those that count on the last day of the period. */
  public FootprintGraph(Period period) {
    this.store = new Store(requireNonNull(period, "period"));
    this.vertices = store.vertices;
    this.lines = store.lines;
    this.structure = new Structure(store);
    this.whole = new WholeSum(store);
    this.settling = new Settling(store, whole);
  }

  /**
   * A new product, or one that has changed. Its parts must be there.
   *
   * @throws StructureException UNKNOWN_PRODUCT, DOUBLE_COUNT or CYCLE with its path; the graph is
   *     as it was
   */
  public void put(OwnProduct product) {
    putAll(List.of(product));
  }

  /**
   * Many products in any order, each once; what counts is how they stand together at the end.
   *
   * @throws StructureException UNKNOWN_PRODUCT, DOUBLE_COUNT or CYCLE with its path; the graph is
   *     as it was
   */
  public void putAll(Iterable<OwnProduct> products) {
    Iterator<OwnProduct> each = products.iterator();
    write(
        () -> {
          structure.put(each);
          store.compact();
        });
  }

  /**
   * Takes a product out.
   *
   * @throws IllegalArgumentException if there is none
   * @throws IllegalStateException if another product is made of it
   */
  public void remove(TraceId product) {
    write(
        () -> {
          int vertex = vertex(product);
          int use = vertices.firstUse[vertex];
          if (use != Lines.NONE) {
            throw new IllegalStateException(
                product + " is part of " + vertices.id(lines.owner[use]));
          }
          structure.remove(vertex);
          store.compact();
        });
  }

  /** What a supplier's declaration gives, or why there is none. */
  public void put(SupplierProduct supplier, SourceFigure figure) {
    write(() -> store.putFigure(supplier, figure));
  }

  /**
   * Works out what has changed since the last time and what is above it, and answers whose totals
   * are other than before.
   */
  public ChangedProducts settle() {
    synchronized (oneWriter) {
      underLock(settling::begin);
      boolean more = true;
      while (more) {
        lock.writeLock().lock();
        try {
          more = settling.goOn();
        } finally {
          lock.writeLock().unlock();
        }
      }
      underLock(store::compact);
      return settling.changed();
    }
  }

  /** Empty for a product that is not there or was never settled. */
  public Optional<Totals> of(TraceId product) {
    return read(() -> settled(product).map(this::totals));
  }

  /**
   * The product's figure as a part of others: with those of all its parts {@code RollUp.of}
   * explains a product line by line.
   */
  public Optional<SourceFigure.Given> asFigure(TraceId product) {
    return read(() -> settled(product).map(vertex -> (SourceFigure.Given) whole.figure(vertex)));
  }

  /** The lines of a product that keep it from being complete, in their order. */
  public List<OpenLine> openLines(TraceId product) {
    return read(() -> openLines(vertex(product)));
  }

  /** The own products that a product is directly made of, each once. */
  public Set<TraceId> partsOf(TraceId product) {
    return read(
        () -> {
          int vertex = vertex(product);
          Set<TraceId> parts = new LinkedHashSet<>();
          int end = vertices.firstLine[vertex] + vertices.lineCount[vertex];
          for (int line = vertices.firstLine[vertex]; line < end; line++) {
            int part = lines.target[line];
            if (part != Lines.NONE && vertices.partner[part] == Vertices.OWN) {
              parts.add(vertices.id(part));
            }
          }
          return parts;
        });
  }

  /** The products that are directly made of an own product, each once. */
  public Set<TraceId> usersOf(TraceId product) {
    return read(() -> usersOf(vertex(product)));
  }

  /** The products that are directly made of what a supplier gives, each once. */
  public Set<TraceId> usersOf(SupplierProduct supplier) {
    return read(() -> usersOf(store.vertex(supplier)));
  }

  /** How many products there are. */
  public int size() {
    return read(() -> store.products);
  }

  public boolean contains(TraceId product) {
    return read(() -> vertices.find(product, Vertices.OWN) != Vertices.NONE);
  }

  /** The memory that the arrays take; objects for what does not fit them are not counted. */
  public long bytesHeld() {
    return read(() -> store.bytes() + structure.bytes() + settling.bytes());
  }

  private Optional<Integer> settled(TraceId product) {
    int vertex = vertices.find(product, Vertices.OWN);
    return vertex == Vertices.NONE || vertices.figureAt[vertex] == 0
        ? Optional.empty()
        : Optional.of(vertex);
  }

  private Totals totals(int vertex) {
    SourceFigure.Given figure = (SourceFigure.Given) whole.figure(vertex);
    Store.HeldTotals held = store.heldTotals.get(vertex);
    WeighedQuality quality =
        held == null ? store.reader.weighed(vertices.figureAt[vertex]) : held.quality();
    return new Totals(
        figure.unit(),
        figure.emissions(),
        figure.complete(),
        quality,
        figure.verification(),
        figure.basis(),
        vertices.openLines[vertex]);
  }

  private List<OpenLine> openLines(int vertex) {
    return vertices.is(vertex, Vertices.WHOLE) ? openLinesOfWhole(vertex) : openLinesOf(vertex);
  }

  private List<OpenLine> openLinesOf(int vertex) {
    List<OpenLine> open = new ArrayList<>();
    int count = vertices.lineCount[vertex];
    List<LineId> ids = lines.ids(vertices.lineIdsAt[vertex], count);
    for (int i = 0; i < count; i++) {
      int state = lines.state[vertices.firstLine[vertex] + i];
      if (state != LineStates.COMPLETE) {
        open.add(new OpenLine(ids.get(i), LineStates.state(state)));
      }
    }
    return open;
  }

  private List<OpenLine> openLinesOfWhole(int vertex) {
    Footprint footprint = whole.footprint(vertex);
    return footprint.lines().stream()
        .filter(line -> !line.isComplete())
        .map(line -> new OpenLine(line.line().lineId(), line.state()))
        .toList();
  }

  private Set<TraceId> usersOf(int vertex) {
    Set<TraceId> users = new LinkedHashSet<>();
    if (vertex != Vertices.NONE) {
      for (int use = vertices.firstUse[vertex]; use != Lines.NONE; use = lines.nextUse[use]) {
        users.add(vertices.id(lines.owner[use]));
      }
    }
    return users;
  }

  private int vertex(TraceId product) {
    int vertex = vertices.find(product, Vertices.OWN);
    if (vertex == Vertices.NONE) {
      throw new IllegalArgumentException("no such product: " + product);
    }
    return vertex;
  }

  private void write(Runnable work) {
    synchronized (oneWriter) {
      underLock(work);
    }
  }

  private void underLock(Runnable work) {
    lock.writeLock().lock();
    try {
      work.run();
    } finally {
      lock.writeLock().unlock();
    }
  }

  private <T> T read(Supplier<T> work) {
    lock.readLock().lock();
    try {
      return work.get();
    } finally {
      lock.readLock().unlock();
    }
  }
}
