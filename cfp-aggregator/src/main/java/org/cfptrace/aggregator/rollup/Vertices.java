package org.cfptrace.aggregator.rollup;

import java.util.Arrays;
import java.util.UUID;
import org.cfptrace.footprint.TraceId;

/**
 * What lines lead from and to, numbered: own products, products of suppliers, and estimates. All
 * that is known of one stands at its number in each array.
 */
final class Vertices {
  static final int NONE = -1;

  /** In place of a partner's number. */
  static final int OWN = -1;

  static final int ESTIMATE = -2;
  private static final int FREE = -3;

  // Beside FigureForm.OF_PRODUCT, a product's traits:
  /** It is there; without this bit something was only led to. */
  static final long KNOWN = 1;

  /** Worked out as a whole by org.cfptrace.rollup, and kept as an object. */
  static final long WHOLE = 2;

  /** Taken in by the call under way. */
  static final long TAKEN = 4;

  static final int PROFILE_AT = 8;

  int[] partner = new int[16];
  long[] idHigh = new long[16];
  long[] idLow = new long[16];
  long[] traits = new long[16];
  int[] level = new int[16];
  int[] firstUse = new int[16];
  int[] figureAt = new int[16];
  int[] ownAt = new int[16];
  int[] transportAt = new int[16];
  int[] massAt = new int[16];
  int[] firstLine = new int[16];
  int[] lineCount = new int[16];
  int[] lineIdsAt = new int[16];
  int[] openLines = new int[16];

  private int size;
  private final IntList free = new IntList();
  private final NumberTable byId = new NumberTable(this::hash);

  /** One more than the greatest number given. */
  int size() {
    return size;
  }

  int find(TraceId id, int ofPartner) {
    return find(id.uuid().getMostSignificantBits(), id.uuid().getLeastSignificantBits(), ofPartner);
  }

  int find(long high, long low, int ofPartner) {
    return byId.find(
        hash(high, low), v -> partner[v] == ofPartner && idHigh[v] == high && idLow[v] == low);
  }

  /** A supplier's product that has the id of this one and is used by some line, or NONE. */
  int usedSupplierLike(int vertex) {
    long high = idHigh[vertex];
    long low = idLow[vertex];
    return byId.find(
        hash(high, low),
        v -> partner[v] >= 0 && idHigh[v] == high && idLow[v] == low && firstUse[v] != NONE);
  }

  int add(TraceId id, int ofPartner) {
    int v = add(ofPartner);
    idHigh[v] = id.uuid().getMostSignificantBits();
    idLow[v] = id.uuid().getLeastSignificantBits();
    byId.add(v);
    return v;
  }

  /** Something without an id. */
  int add(int ofPartner) {
    int v = free.isEmpty() ? size++ : free.removeLast();
    if (v == partner.length) {
      grow(v + (v >> 1));
    }
    partner[v] = ofPartner;
    traits[v] = 0;
    level[v] = 0;
    firstUse[v] = NONE;
    figureAt[v] = 0;
    ownAt[v] = 0;
    transportAt[v] = 0;
    massAt[v] = 0;
    firstLine[v] = 0;
    lineCount[v] = 0;
    lineIdsAt[v] = 0;
    openLines[v] = 0;
    return v;
  }

  void free(int v) {
    if (partner[v] != ESTIMATE) {
      byId.remove(v);
    }
    partner[v] = FREE;
    traits[v] = 0;
    free.add(v);
  }

  boolean isFree(int v) {
    return partner[v] == FREE;
  }

  boolean isProduct(int v) {
    return partner[v] == OWN && (traits[v] & KNOWN) != 0;
  }

  boolean is(int v, long trait) {
    return (traits[v] & trait) != 0;
  }

  TraceId id(int v) {
    return new TraceId(new UUID(idHigh[v], idLow[v]));
  }

  private int hash(int v) {
    return hash(idHigh[v], idLow[v]);
  }

  private static int hash(long high, long low) {
    return Long.hashCode(high * 31 + low);
  }

  private void grow(int capacity) {
    partner = Arrays.copyOf(partner, capacity);
    idHigh = Arrays.copyOf(idHigh, capacity);
    idLow = Arrays.copyOf(idLow, capacity);
    traits = Arrays.copyOf(traits, capacity);
    level = Arrays.copyOf(level, capacity);
    firstUse = Arrays.copyOf(firstUse, capacity);
    figureAt = Arrays.copyOf(figureAt, capacity);
    ownAt = Arrays.copyOf(ownAt, capacity);
    transportAt = Arrays.copyOf(transportAt, capacity);
    massAt = Arrays.copyOf(massAt, capacity);
    firstLine = Arrays.copyOf(firstLine, capacity);
    lineCount = Arrays.copyOf(lineCount, capacity);
    lineIdsAt = Arrays.copyOf(lineIdsAt, capacity);
    openLines = Arrays.copyOf(openLines, capacity);
  }

  long bytes() {
    return (long) partner.length * (11L * Integer.BYTES + 3L * Long.BYTES) + byId.bytes();
  }
}
