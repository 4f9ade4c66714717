package org.cfptrace.rollup;

import org.jspecify.annotations.Nullable;

/**
 * The owner's leave to count something in place of a figure that cannot be used: an estimate, or
 * the last known value where none is given. The line keeps its state, so the total stays
 * incomplete.
 */
public record Proxy(@Nullable Estimate estimate) {

  public static Proxy lastKnown() {
    return new Proxy(null);
  }
}
