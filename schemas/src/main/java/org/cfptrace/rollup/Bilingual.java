package org.cfptrace.rollup;

import static java.util.Objects.requireNonNull;

/** The same sentence in English and in Japanese. */
public record Bilingual(String en, String ja) {

  public Bilingual {
    requireNonNull(en, "en");
    requireNonNull(ja, "ja");
  }
}
