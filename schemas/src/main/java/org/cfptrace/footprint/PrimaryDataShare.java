package org.cfptrace.footprint;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/** How many percent of a footprint rest on primary data: 0 to 100. */
public record PrimaryDataShare(BigDecimal percent) {

  public static final PrimaryDataShare NONE = new PrimaryDataShare(BigDecimal.ZERO);
  public static final PrimaryDataShare FULL = new PrimaryDataShare(BigDecimal.valueOf(100));

  public PrimaryDataShare {
    percent = requireNonNull(percent, "percent").stripTrailingZeros();
    if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new IllegalArgumentException(
          "a primary data share lies between 0 and 100 percent, got " + DecimalText.plain(percent));
    }
  }

  public static PrimaryDataShare of(String percent) {
    return new PrimaryDataShare(DecimalText.parse(percent));
  }

  /** Own data is primary only when the activity data and the emission factor both are. */
  public static PrimaryDataShare ofOwn(boolean primaryActivityData, boolean primaryFactor) {
    return primaryActivityData && primaryFactor ? FULL : NONE;
  }

  public String text() {
    return DecimalText.plain(percent);
  }
}
