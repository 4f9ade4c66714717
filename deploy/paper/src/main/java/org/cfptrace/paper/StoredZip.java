package org.cfptrace.paper;

import java.io.OutputStream;
import java.time.Instant;

/**
 * A ZIP written as a stream, entry after entry, without compression: its bytes follow from names,
 * contents and {@code asOf} alone, whatever compresses elsewhere.
 */
public final class StoredZip implements AutoCloseable {
  private final OutputStream out;
  private final Instant asOf;

  public StoredZip(OutputStream out, Instant asOf) {
    this.out = out;
    this.asOf = asOf;
  }

  /** Adds an entry. */
  public void add(String name, byte[] content) {
    throw new UnsupportedOperationException("not yet: " + name + content.length + out + asOf);
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException("not yet");
  }
}
