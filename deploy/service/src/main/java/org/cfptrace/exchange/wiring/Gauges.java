package org.cfptrace.exchange.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.cfptrace.exchange.receive.Quarantined;
import org.cfptrace.keys.CryptoProviders;

/** What an operator watches: what waits to go out, what lies in quarantine, what rings. */
@IfBuildProperty(name = "cfptrace.exchange.on", stringValue = "true")
@ApplicationScoped
class Gauges {
  private final Exchange exchange;
  private final MeterRegistry meters;
  private final Clock clock;

  Gauges(Exchange exchange, MeterRegistry meters, Clock clock) {
    this.exchange = exchange;
    this.meters = meters;
    this.clock = clock;
  }

  void register(@Observes StartupEvent started) {
    gauge(
            "cfptrace.outbox.depth",
            "Messages the broker does not have yet",
            exchange.outbox()::depth)
        .register(meters);
    gauge(
            "cfptrace.outbox.oldest.seconds",
            "How long the oldest of them has been waiting",
            this::oldestPending)
        .register(meters);
    for (Quarantined.State state : Quarantined.State.values()) {
      gauge(
              "cfptrace.quarantine",
              "Messages that were laid aside",
              () -> exchange.quarantine().count(state))
          .tag("state", state.name())
          .register(meters);
    }
    exchange
        .logBook()
        .ifPresent(
            book ->
                gauge(
                        "cfptrace.log.unproven",
                        "Declarations of ours that are not proven to be in the public log yet",
                        book.entries()::unproven)
                    .register(meters));
    gauge("cfptrace.alarms.open", "What a person has to look at", exchange.alarms()::open)
        .register(meters);
    gauge("cfptrace.crypto.provider", "The provider that won the self-test", () -> 1)
        .tag("name", CryptoProviders.chosen().name())
        .register(meters);
  }

  private long oldestPending() {
    return exchange
        .outbox()
        .oldestPending()
        .map(oldest -> Duration.between(oldest, clock.instant()).toSeconds())
        .orElse(0L);
  }

  private static Gauge.Builder<Supplier<Number>> gauge(
      String name, String description, Supplier<Number> value) {
    return Gauge.builder(name, value).description(description);
  }
}
