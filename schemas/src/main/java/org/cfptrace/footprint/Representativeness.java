package org.cfptrace.footprint;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How well the data of one process fits in technology (TeR), time (TiR) and geography (GeR). */
public record Representativeness(BigDecimal ter, BigDecimal tir, BigDecimal ger) {

  private static final BigDecimal THREE = BigDecimal.valueOf(3);
  private static final int SCALE = 9;

  public Representativeness {
    ter = requireNonNull(ter, "ter").stripTrailingZeros();
    tir = requireNonNull(tir, "tir").stripTrailingZeros();
    ger = requireNonNull(ger, "ger").stripTrailingZeros();
  }

  public static Representativeness of(String ter, String tir, String ger) {
    return new Representativeness(
        DecimalText.parse(ter), DecimalText.parse(tir), DecimalText.parse(ger));
  }

  public static Representativeness worstOf(QualityScale scale) {
    return new Representativeness(scale.worst(), scale.worst(), scale.worst());
  }

  /** The data-quality rating: the mean of the three, rounded up, so never better than it is. */
  public BigDecimal dqr() {
    return ter.add(tir).add(ger).divide(THREE, SCALE, RoundingMode.UP).stripTrailingZeros();
  }

  /** The worse of the two, one by one. */
  public Representativeness worse(Representativeness other) {
    return new Representativeness(ter.max(other.ter), tir.max(other.tir), ger.max(other.ger));
  }

  boolean isWithin(QualityScale scale) {
    return scale.holds(ter) && scale.holds(tir) && scale.holds(ger);
  }
}
