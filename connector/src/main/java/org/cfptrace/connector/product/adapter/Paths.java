package org.cfptrace.connector.product.adapter;

import java.util.Optional;
import org.cfptrace.connector.product.PlantId;

/**
 * Identifiers in paths: one that cannot be read names nothing, which is a 404 and not a fault of a
 * field.
 */
final class Paths {
  private Paths() {}

  static Optional<PlantId> plantId(String text) {
    try {
      return Optional.of(PlantId.of(text));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
