package org.cfptrace.connector.product;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identity of a plant at its owner. */
public record PlantId(UUID value) {
  /** A plant has an id from the start. */
  public PlantId {
    requireNonNull(value, "value");
  }

  /** A fresh one. */
  public static PlantId random() {
    return new PlantId(UUID.randomUUID());
  }

  /** Reads the 36 characters of a UUID. */
  public static PlantId of(String text) {
    var id = UUID.fromString(text);
    if (!id.toString().equals(text)) {
      throw new IllegalArgumentException("expected a plant id (a lower-case UUID), seen " + text);
    }
    return new PlantId(id);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
