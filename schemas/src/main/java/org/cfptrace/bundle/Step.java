package org.cfptrace.bundle;

import static java.util.Objects.requireNonNull;

import org.cfptrace.rollup.Bilingual;

/** One thing that was checked, and whether it holds. */
public record Step(boolean holds, Bilingual text) {
  public Step {
    requireNonNull(text, "text");
  }

  static Step good(String en, String ja) {
    return new Step(true, new Bilingual(en, ja));
  }

  static Step bad(String en, String ja) {
    return new Step(false, new Bilingual(en, ja));
  }
}
