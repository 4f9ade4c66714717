package org.cfptrace.rollup;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One thing that keeps a footprint from being complete; without a line id it is the own emissions.
 */
public record Gap(@Nullable LineId lineId, Bilingual text) {

  public Gap {
    requireNonNull(text, "text");
  }
}
