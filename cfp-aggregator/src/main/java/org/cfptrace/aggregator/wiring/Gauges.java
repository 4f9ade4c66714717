package org.cfptrace.aggregator.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.cfptrace.aggregator.collect.Declarations;

/** What an operator watches here, beside what every participant shows. */
@ApplicationScoped
class Gauges {
  void register(@Observes StartupEvent started, MeterRegistry meters, Declarations declarations) {
    Gauge.builder("cfp.declarations", declarations::howMany).register(meters);
  }
}
