package org.cfptrace.aggregator.battery;

import static java.util.Objects.requireNonNull;

/**
 * Which part plays which role.
 *
 * @param part the path of its line, or the trace id of the product bought
 */
public record Component(String part, ComponentRole role) {
  public Component {
    requireNonNull(part, "part");
    requireNonNull(role, "role");
  }

  boolean is(ExplodedLine line) {
    return line.path().equals(part)
        || line.product().filter(product -> product.toString().equals(part)).isPresent();
  }
}
