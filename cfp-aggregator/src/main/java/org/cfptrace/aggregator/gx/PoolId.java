package org.cfptrace.aggregator.gx;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Which pool of reductions. */
public record PoolId(UUID value) {
  public PoolId {
    requireNonNull(value, "value");
  }

  /** A new one. */
  public static PoolId random() {
    return new PoolId(UUID.randomUUID());
  }

  /** Reads what {@link #toString()} writes. */
  public static PoolId of(String text) {
    return new PoolId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
