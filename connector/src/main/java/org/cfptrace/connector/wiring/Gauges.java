package org.cfptrace.connector.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.product.StaleQueue;

/** What an operator watches of a company's own work, beside what every participant shows. */
@ApplicationScoped
class Gauges {
  void register(
      @Observes StartupEvent started,
      MeterRegistry meters,
      StaleQueue stale,
      Notifications notifications) {
    Gauge.builder("cfptrace.stale.products", stale::depth)
        .description("Products whose footprint waits to be worked out anew")
        .register(meters);
    Gauge.builder("cfptrace.notifications.unread", notifications::unread)
        .description("Notifications nobody has read")
        .register(meters);
  }
}
