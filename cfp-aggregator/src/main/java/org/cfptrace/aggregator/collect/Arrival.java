package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.cfptrace.aggregator.deliver.Way;

/** Bytes that came over one of our topics; whatever they are. */
public final class Arrival {
  private final Way way;
  private final byte[] bytes;

  public Arrival(Way way, byte[] bytes) {
    this.way = requireNonNull(way, "way");
    this.bytes = bytes.clone();
  }

  public Way way() {
    return way;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** SHA-256 of the bytes. */
  public byte[] digest() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Only where it came in and how long it is. */
  @Override
  public String toString() {
    return "Arrival[" + way + ", " + bytes.length + " bytes]";
  }
}
