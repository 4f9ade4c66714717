package org.cfptrace.aggregator.battery;

import static java.util.Objects.requireNonNull;

import org.cfptrace.aggregator.structure.ComponentRole;

/**
 * Which part plays which role, beside what the structures say. A cell that is bought as a whole
 * plays all five: what it is made of stands in its supplier's structure.
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
