package org.cfptrace.registry.limit.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.cfptrace.registry.limit.Allowance;
import org.cfptrace.registry.wiring.RegistrySettings;

/** The allowances of this instance, as the settings want them. */
@ApplicationScoped
class Allowances {
  private final Allowance reads;
  private final Allowance arrivals;

  Allowances(RegistrySettings settings) {
    var reading = settings.limits().reads();
    var arriving = settings.limits().arrivals();
    this.reads = new Allowance(reading.perMinute(), reading.burst(), System::nanoTime);
    this.arrivals = new Allowance(arriving.perMinute(), arriving.burst(), System::nanoTime);
  }

  /** Zero, or how long {@code address} has to wait for this kind of door. */
  Duration take(PublicDoor.Kind kind, String address) {
    return switch (kind) {
      case READ -> reads.take(address);
      case ARRIVAL -> arrivals.take(address);
    };
  }
}
