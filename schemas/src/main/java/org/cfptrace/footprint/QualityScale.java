package org.cfptrace.footprint;

import java.math.BigDecimal;

/** The scale of a data-quality rating. 1 is best; values of two scales are never mixed. */
public enum QualityScale {
  /** Catena-X, TfS and the Japanese battery method. */
  ONE_TO_FIVE(5),
  /** PACT up to version 2. */
  ONE_TO_THREE(3);

  private final BigDecimal worst;

  QualityScale(int worst) {
    this.worst = BigDecimal.valueOf(worst);
  }

  public BigDecimal best() {
    return BigDecimal.ONE;
  }

  public BigDecimal worst() {
    return worst;
  }

  public boolean holds(BigDecimal rating) {
    return rating.compareTo(best()) >= 0 && rating.compareTo(worst) <= 0;
  }
}
