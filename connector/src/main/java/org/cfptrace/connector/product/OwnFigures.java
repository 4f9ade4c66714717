package org.cfptrace.connector.product;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.OwnEmissions;

/** What the company emits itself, as the sum needs it. */
public interface OwnFigures {
  /**
   * The figure that speaks for a product in a period; nothing where none was posted, which is not
   * zero.
   */
  Optional<OwnFigure> inForce(TraceId product, Period period);

  /** The period that postings for this product reach furthest with. */
  Optional<Period> latestPeriod(TraceId product);

  /** Own emissions with what they may be added to. */
  record OwnFigure(OwnEmissions emissions, CalculationBasis basis, StageProfile profile) {
    /** All three must be there. */
    public OwnFigure {
      requireNonNull(emissions, "emissions");
      requireNonNull(basis, "basis");
      requireNonNull(profile, "profile");
    }
  }
}
