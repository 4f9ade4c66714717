package org.cfptrace.exchange.receive;

import java.util.Arrays;
import org.cfptrace.keys.Sha256;

/** The bytes of a message as the broker gave them to us; whatever they are. */
public final class Envelope {
  private final byte[] bytes;

  public Envelope(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** The bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** SHA-256 of the bytes. */
  public byte[] digest() {
    return Sha256.of(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Envelope envelope && Arrays.equals(envelope.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Only its length. */
  @Override
  public String toString() {
    return "Envelope[" + bytes.length + " bytes]";
  }
}
