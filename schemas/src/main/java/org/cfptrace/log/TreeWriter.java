package org.cfptrace.log;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The log's side: appends entries and keeps the right edge of the tree alone, one unfinished tile a
 * level, so that memory does not grow with the log. What was written since the last time is taken
 * with {@link #drain()}; whoever writes brings it to the store before signing the root.
 */
public final class TreeWriter {
  /** The bytes of an entry in a bundle: its length in two bytes, and itself. */
  static final int BUNDLED = 2 + LogEntry.BYTES;

  private static final int LEVELS = 8;

  /** A tile with its content. */
  public static final class Tile {
    private final TileName name;
    private final byte[] bytes;

    Tile(TileName name, byte[] bytes) {
      this.name = name;
      this.bytes = bytes;
    }

    public TileName name() {
      return name;
    }

    public byte[] bytes() {
      return bytes.clone();
    }
  }

  private final MessageDigest sha256 = newDigest();
  private final byte[][] edge = new byte[LEVELS][TileName.FULL * TreeHash.BYTES];
  private final byte[] bundle = new byte[TileName.FULL * BUNDLED];
  private final List<Tile> written = new ArrayList<>();
  private long size;
  private long drained;

  private TreeWriter() {}

  /** A tree without entries. */
  public static TreeWriter empty() {
    return new TreeWriter();
  }

  /** Goes on where a tree of {@code size} entries ended, whose unfinished tiles are read. */
  public static TreeWriter resume(long size, TileSource source) {
    TreeWriter writer = new TreeWriter();
    writer.size = size;
    writer.drained = size;
    writer.load(source, TileName.ENTRIES, writer.bundle, BUNDLED);
    for (int level = 0; level < LEVELS; level++) {
      writer.load(source, level, writer.edge[level], TreeHash.BYTES);
    }
    return writer;
  }

  private void load(TileSource source, int level, byte[] into, int each) {
    int width = width(level);
    if (width > 0) {
      TileName name = new TileName(level, number(level), width);
      byte[] bytes = source.read(name).orElseThrow(() -> new TileMissingException(name));
      if (bytes.length < width * each) {
        throw new TileMissingException(name);
      }
      System.arraycopy(bytes, 0, into, 0, width * each);
    }
  }

  public long size() {
    return size;
  }

  /** Appends an entry; its index is the size before. */
  public void append(byte[] entry) {
    if (entry.length != LogEntry.BYTES) {
      throw new IllegalArgumentException("expected an entry of 33 bytes, saw " + entry.length);
    }
    int place = (int) (size % TileName.FULL);
    bundle[place * BUNDLED] = 0;
    bundle[place * BUNDLED + 1] = LogEntry.BYTES;
    System.arraycopy(entry, 0, bundle, place * BUNDLED + 2, LogEntry.BYTES);
    sha256.update(TreeHash.LEAF);
    sha256.update(entry);
    digestInto(edge[0], place);
    if (place == TileName.FULL - 1) {
      written.add(
          new Tile(new TileName(TileName.ENTRIES, number(0), TileName.FULL), bundle.clone()));
      finish(0);
    }
    size++;
  }

  /** A tile is full: it is written, and its root is one hash of the level above. */
  private void finish(int level) {
    long number = number(level);
    written.add(new Tile(new TileName(level, number, TileName.FULL), edge[level].clone()));
    int above = level + 1;
    if (above == LEVELS) {
      throw new IllegalStateException("no log grows that high");
    }
    int place = (int) (number % TileName.FULL);
    byte[] root = root(edge[level], TileName.FULL);
    System.arraycopy(root, 0, edge[above], place * TreeHash.BYTES, TreeHash.BYTES);
    if (place == TileName.FULL - 1) {
      finish(above);
    }
  }

  /** The root over all entries appended. */
  public TreeHash root() {
    byte[] right = null;
    for (int level = 0; level < LEVELS; level++) {
      right = joinPeaks(edge[level], width(level), right);
    }
    return right == null ? TreeHash.OF_NOTHING : TreeHash.of(right);
  }

  /** Joins the perfect trees that end in an unfinished tile, from the right to the left. */
  private byte @org.jspecify.annotations.Nullable [] joinPeaks(
      byte[] tile, int width, byte @org.jspecify.annotations.Nullable [] right) {
    byte[] joined = right;
    int end = width;
    while (end > 0) {
      int count = Integer.lowestOneBit(end);
      byte[] peak =
          root(
              Arrays.copyOfRange(tile, (end - count) * TreeHash.BYTES, end * TreeHash.BYTES),
              count);
      joined = joined == null ? peak : node(peak, joined);
      end -= count;
    }
    return joined;
  }

  /** All that changed since the last call: full tiles, and the unfinished ones as they are now. */
  public List<Tile> drain() {
    List<Tile> tiles = new ArrayList<>(written);
    written.clear();
    if (size != drained) {
      addEdge(tiles, TileName.ENTRIES, bundle, BUNDLED);
      for (int level = 0; level < LEVELS; level++) {
        addEdge(tiles, level, edge[level], TreeHash.BYTES);
      }
      drained = size;
    }
    return tiles;
  }

  private void addEdge(List<Tile> tiles, int level, byte[] bytes, int each) {
    int width = width(level);
    // Above the leaves, an unfinished tile changes only when one below it was finished.
    if (width > 0 && (drained >> shift(level)) != (size >> shift(level))) {
      tiles.add(
          new Tile(new TileName(level, number(level), width), Arrays.copyOf(bytes, width * each)));
    }
  }

  private static int shift(int level) {
    return TileName.HEIGHT * Math.max(0, level);
  }

  private int width(int level) {
    return (int) ((size >> shift(level)) % TileName.FULL);
  }

  /** The number of the tile at the right edge. */
  private long number(int level) {
    return (size >> shift(level)) / TileName.FULL;
  }

  private byte[] root(byte[] hashes, int count) {
    byte[] level = Arrays.copyOf(hashes, count * TreeHash.BYTES);
    for (int left = count; left > 1; left /= 2) {
      for (int i = 0; i < left / 2; i++) {
        sha256.update(TreeHash.NODE);
        sha256.update(level, 2 * i * TreeHash.BYTES, 2 * TreeHash.BYTES);
        digestInto(level, i);
      }
    }
    return Arrays.copyOf(level, TreeHash.BYTES);
  }

  private byte[] node(byte[] left, byte[] right) {
    sha256.update(TreeHash.NODE);
    sha256.update(left);
    return sha256.digest(right);
  }

  private void digestInto(byte[] hashes, int place) {
    try {
      sha256.digest(hashes, place * TreeHash.BYTES, TreeHash.BYTES);
    } catch (DigestException e) {
      throw new IllegalStateException("SHA-256 has 32 bytes", e);
    }
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java does not know SHA-256", e);
    }
  }
}
