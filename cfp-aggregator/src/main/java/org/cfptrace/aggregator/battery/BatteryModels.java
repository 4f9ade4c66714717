package org.cfptrace.aggregator.battery;

import java.util.Optional;
import org.cfptrace.footprint.TraceId;

/** A tenant's battery models. */
public interface BatteryModels {
  Optional<BatteryModel> find(TraceId product);

  /** Keeps it, in place of what was known of that product. */
  void keep(BatteryModel model);
}
