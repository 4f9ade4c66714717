package org.cfptrace.aggregator.battery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.TraceId;

/** The roll-up, as batteries need it. */
public interface ProductFigures {
  /**
   * The figure of a tenant's product as it stands on a day, in the stages of EU_BATTERY.
   *
   * @param knownAt as it was known then; as it is known now when not said
   */
  Optional<ProductFigure> of(
      Tenant tenant, TraceId product, LocalDate on, Optional<Instant> knownAt);
}
