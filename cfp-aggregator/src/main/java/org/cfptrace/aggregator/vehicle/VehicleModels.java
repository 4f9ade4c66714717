package org.cfptrace.aggregator.vehicle;

import java.util.Optional;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.TraceId;

/** The vehicles of companies. */
public interface VehicleModels {
  /** What a product is as a vehicle. */
  Optional<VehicleModel> find(Tenant tenant, TraceId product);

  /** Says what it is; replaces what was said before. */
  void keep(Tenant tenant, VehicleModel model);
}
