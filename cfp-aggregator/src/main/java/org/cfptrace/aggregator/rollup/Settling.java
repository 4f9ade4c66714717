package org.cfptrace.aggregator.rollup;

import java.util.Objects;
import org.cfptrace.rollup.Footprint;
import org.jspecify.annotations.Nullable;

/**
 * Works out what has changed and what is above it, lower levels first, each product once. Where a
 * figure comes out as it was, nothing above it is worked out for its sake.
 */
final class Settling {
  /** What so many need is fetched from memory at once; then readers get their turn. */
  private static final int TOGETHER = 32;

  private final Store store;
  private final Vertices vertices;
  private final FastSum fast;
  private final WholeSum whole;
  private final Wave wave = new Wave();
  private final int[] together = new int[TOGETHER];
  private ChangedProducts changed = new ChangedProducts();

  /** All products are in the wave from its beginning: nobody has to be told. */
  private boolean everything;

  Settling(Store store, WholeSum whole) {
    this.store = store;
    this.vertices = store.vertices;
    this.fast = new FastSum(store);
    this.whole = whole;
  }

  void begin() {
    changed = new ChangedProducts();
    int products = 0;
    for (int v = store.dirty.nextSetBit(0); v >= 0; v = store.dirty.nextSetBit(v + 1)) {
      wave.add(v, vertices.level[v]);
      products += vertices.isProduct(v) ? 1 : 0;
    }
    everything = products == store.products;
  }

  ChangedProducts changed() {
    return changed;
  }

  /** Goes on with some products of one level; false when there are no more. */
  boolean goOn() {
    int count = wave.take(together);
    for (int i = 0; i < count; i++) {
      fast.fetch(together[i]);
    }
    for (int i = 0; i < count; i++) {
      settle(together[i]);
    }
    return count > 0;
  }

  private void settle(int vertex) {
    boolean reaches = vertices.isProduct(vertex) ? settleProduct(vertex) : true;
    if (reaches && !everything) {
      int use = vertices.firstUse[vertex];
      while (use != Lines.NONE) {
        int user = store.lines.owner[use];
        store.dirty.set(user);
        wave.add(user, vertices.level[user]);
        use = store.lines.nextUse[use];
      }
    }
    store.dirty.clear(vertex);
  }

  /** Whether products above it have to be worked out, too. */
  private boolean settleProduct(int product) {
    if (!vertices.is(product, Vertices.WHOLE) && fast.of(product)) {
      return note(product, fast.words, fast.length(), fast.reach(), null);
    }
    Footprint footprint = whole.of(product);
    FigureWriter writer = store.writer;
    if (writer.product(footprint.asFigure(), footprint.quality())) {
      int reach = FigureForm.reach(writer.words[0], writer.words[1], writer.words[2]);
      return note(product, writer.words, writer.length(), reach, null);
    }
    writer.held();
    return note(
        product,
        writer.words,
        writer.length(),
        1,
        new Store.HeldTotals(footprint.asFigure(), footprint.quality()));
  }

  private boolean note(
      int product, long[] words, int length, int reach, Store.@Nullable HeldTotals held) {
    int at = vertices.figureAt[product];
    Store.HeldTotals former = store.heldTotals.get(product);
    boolean heldIsSame = Objects.equals(former, held);
    if (heldIsSame && store.figures.isSame(at, words, 0, length)) {
      return false;
    }
    boolean reaches = !heldIsSame || !isSameAbove(at, words, reach);
    vertices.figureAt[product] = store.figures.replace(at, words, length);
    if (held != null) {
      store.heldTotals.put(product, held);
    } else if (former != null) {
      store.heldTotals.remove(product);
    }
    changed.add(vertices.idHigh[product], vertices.idLow[product]);
    return reaches;
  }

  /** Whether products above see what they saw before; the first word's length is not theirs. */
  private boolean isSameAbove(int at, long[] words, int reach) {
    return at != 0
        && FigureForm.withLength(store.figures.words[at] ^ words[0], 0) == 0
        && store.figures.isSame(at, words, 1, reach);
  }

  long bytes() {
    return wave.bytes();
  }
}
