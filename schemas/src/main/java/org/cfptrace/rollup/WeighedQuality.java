package org.cfptrace.rollup;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Map;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.jspecify.annotations.Nullable;

/**
 * How good a footprint's data is: primary data share over all and per process, the ratings per
 * process and over all (or why they are withheld), and how much of it is estimated.
 */
public record WeighedQuality(
    @Nullable PrimaryDataShare primaryDataShare,
    Map<Stage, PrimaryDataShare> primaryDataShareByProcess,
    @Nullable DataQuality rating,
    @Nullable BigDecimal overall,
    @Nullable RatingWithheld withheld,
    Share estimatedShare) {

  public WeighedQuality {
    primaryDataShareByProcess = Map.copyOf(primaryDataShareByProcess);
    requireNonNull(estimatedShare, "estimatedShare");
  }
}
