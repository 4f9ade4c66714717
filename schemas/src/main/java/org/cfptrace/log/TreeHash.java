package org.cfptrace.log;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.cfptrace.keys.Sha256;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;

/** A hash in the tree of the log (RFC 9162 section 2.1.1): of a leaf, of a node, or its root. */
public final class TreeHash {
  /** Length of a hash. */
  public static final int BYTES = 32;

  /** The root of a tree without entries: SHA-256 of nothing. */
  public static final TreeHash OF_NOTHING = new TreeHash(Sha256.of());

  /** What is hashed before an entry, so that no entry can pass for a node. */
  static final byte LEAF = 0;

  /** What is hashed before two children. */
  static final byte NODE = 1;

  private final byte[] bytes;

  private TreeHash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes exactly 32 bytes. */
  public static TreeHash of(byte[] bytes) {
    requireNonNull(bytes, "bytes");
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("expected 32 bytes, saw " + bytes.length);
    }
    return new TreeHash(bytes.clone());
  }

  /** The hash number {@code place} of a tile. */
  static TreeHash in(byte[] tile, int place) {
    return new TreeHash(Arrays.copyOfRange(tile, place * BYTES, (place + 1) * BYTES));
  }

  /** The hash of an entry's bytes. */
  public static TreeHash ofLeaf(byte[] entry) {
    return new TreeHash(Sha256.of(new byte[] {LEAF}, entry));
  }

  /** The hash of a node over two children. */
  public static TreeHash ofNode(TreeHash left, TreeHash right) {
    return new TreeHash(Sha256.of(new byte[] {NODE}, left.bytes, right.bytes));
  }

  /** Reads standard base64. */
  public static TreeHash parse(String base64) {
    byte[] bytes = NoteBase64.decode(base64);
    if (bytes.length != BYTES) {
      throw new MalformedException(Fault.ENCODING, "expected a hash of 32 bytes");
    }
    return new TreeHash(bytes);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** Standard base64, as checkpoints write it. */
  public String base64() {
    return NoteBase64.encode(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TreeHash hash && Arrays.equals(hash.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return base64();
  }
}
