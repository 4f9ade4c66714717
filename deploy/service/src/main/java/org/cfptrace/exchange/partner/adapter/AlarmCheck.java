package org.cfptrace.exchange.partner.adapter;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import org.cfptrace.exchange.wiring.Exchange;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows open alarms to whoever watches the service. It stays ready: what an alarm is about is held
 * back by itself, and the rest of the trade goes on.
 */
@IfBuildProperty(name = "cfptrace.exchange.on", stringValue = "true")
@Readiness
@ApplicationScoped
class AlarmCheck implements HealthCheck {
  private final Exchange exchange;

  AlarmCheck(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("alarms")
        .withData("open", exchange.alarms().open())
        .up()
        .build();
  }
}
