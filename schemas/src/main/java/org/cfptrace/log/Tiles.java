package org.cfptrace.log;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes roots and proofs from public tiles, so that nobody has to ask the log about one entry.
 * Nothing in the tiles is believed: a proof made from false ones does not lead to the root that the
 * log signed. Tiles read, and what was worked out from them, are kept as long as the object is; one
 * object serves one reading, of one proof or of many.
 */
public final class Tiles {
  private final TileSource source;
  private final long size;
  private final Map<TileName, byte[]> read = new HashMap<>();
  // Proofs of neighbours need the same subtrees.
  private final Map<Span, TreeHash> worked = new HashMap<>();

  private record Span(long begin, long end) {}

  /** The tiles of a tree of {@code size} entries. */
  public Tiles(TileSource source, long size) {
    this.source = requireNonNull(source, "source");
    if (size < 0) {
      throw new IllegalArgumentException("expected a size of zero or more, saw " + size);
    }
    this.size = size;
  }

  public TreeHash root() {
    return size == 0 ? TreeHash.OF_NOTHING : over(0, size);
  }

  /** The leaf of the entry at {@code index}. */
  public TreeHash leaf(long index) {
    requireInside(index);
    return perfect(index, 0);
  }

  public InclusionProof inclusion(long index) {
    requireInside(index);
    List<TreeHash> path = new ArrayList<>();
    pathTo(index, 0, size, path);
    return new InclusionProof(index, size, path);
  }

  /** Shows that the first {@code from} entries are the tree as it was then. */
  public ConsistencyProof consistencyFrom(long from) {
    if (from < 0 || from > size) {
      throw new IllegalArgumentException("expected 0 to " + size + ", saw " + from);
    }
    List<TreeHash> path = new ArrayList<>();
    if (from > 0 && from < size) {
      pathFrom(from, 0, size, true, path);
    }
    return new ConsistencyProof(from, size, path);
  }

  private void requireInside(long index) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("no entry " + index + " in a tree of " + size);
    }
  }

  // RFC 9162 section 2.1.3.1: PATH(m, D[begin:end]).
  private void pathTo(long index, long begin, long end, List<TreeHash> path) {
    if (end - begin == 1) {
      return;
    }
    long middle = begin + split(end - begin);
    if (index < middle) {
      pathTo(index, begin, middle, path);
      path.add(over(middle, end));
    } else {
      pathTo(index, middle, end, path);
      path.add(over(begin, middle));
    }
  }

  // RFC 9162 section 2.1.4.1: SUBPROOF(m, D[begin:end], whole).
  private void pathFrom(long from, long begin, long end, boolean whole, List<TreeHash> path) {
    if (from == end) {
      if (!whole) {
        path.add(over(begin, end));
      }
      return;
    }
    long middle = begin + split(end - begin);
    if (from <= middle) {
      pathFrom(from, begin, middle, whole, path);
      path.add(over(middle, end));
    } else {
      pathFrom(from, middle, end, false, path);
      path.add(over(begin, middle));
    }
  }

  /** The hash over entries begin to end, where begin is a multiple of the next power of two. */
  private TreeHash over(long begin, long end) {
    Span span = new Span(begin, end);
    TreeHash known = worked.get(span);
    if (known != null) {
      return known;
    }
    TreeHash hash = workedOut(begin, end);
    worked.put(span, hash);
    return hash;
  }

  private TreeHash workedOut(long begin, long end) {
    long count = end - begin;
    if (Long.bitCount(count) == 1) {
      return perfect(begin, Long.numberOfTrailingZeros(count));
    }
    long middle = begin + split(count);
    return TreeHash.ofNode(over(begin, middle), over(middle, end));
  }

  /** The hash over 2^height entries from begin on, from the tile that is nearest below. */
  private TreeHash perfect(long begin, int height) {
    int level = height / TileName.HEIGHT;
    long place = begin >> (TileName.HEIGHT * level);
    int count = 1 << (height % TileName.HEIGHT);
    byte[] tile = tile(level, place / TileName.FULL);
    return inside(tile, (int) (place % TileName.FULL), count);
  }

  private static TreeHash inside(byte[] tile, int from, int count) {
    if (count == 1) {
      return TreeHash.in(tile, from);
    }
    int half = count / 2;
    return TreeHash.ofNode(inside(tile, from, half), inside(tile, from + half, half));
  }

  private byte[] tile(int level, long number) {
    TileName name = TileName.in(size, level, number).orElseThrow();
    return read.computeIfAbsent(name, this::fetch);
  }

  private byte[] fetch(TileName name) {
    // A partial tile may be gone once the full one is there.
    byte[] bytes =
        source
            .read(name)
            .or(() -> name.isFull() ? java.util.Optional.empty() : source.read(name.full()))
            .orElseThrow(() -> new TileMissingException(name));
    if (bytes.length < name.width() * TreeHash.BYTES) {
      throw new TileMissingException(name);
    }
    return bytes;
  }

  /** The largest power of two below n. */
  private static long split(long n) {
    return Long.highestOneBit(n - 1);
  }
}
