package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

/** Emissions embedded in some mass of goods, direct and indirect apart all the way. */
public record EmbeddedEmissions(TonnesCo2e direct, TonnesCo2e indirect) {
  public static final EmbeddedEmissions ZERO =
      new EmbeddedEmissions(TonnesCo2e.ZERO, TonnesCo2e.ZERO);

  public EmbeddedEmissions {
    requireNonNull(direct, "direct");
    requireNonNull(indirect, "indirect");
  }

  public EmbeddedEmissions plus(EmbeddedEmissions other) {
    return new EmbeddedEmissions(direct.plus(other.direct), indirect.plus(other.indirect));
  }

  public TonnesCo2e total() {
    return direct.plus(indirect);
  }

  /** Per tonne of the goods that carry them. */
  public SpecificEmbeddedEmissions per(Tonnes goods) {
    return new SpecificEmbeddedEmissions(direct.per(goods), indirect.per(goods));
  }
}
