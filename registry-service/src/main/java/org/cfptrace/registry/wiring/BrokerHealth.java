package org.cfptrace.registry.wiring;

import org.cfptrace.registry.broker.Broker;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when the broker answers; without it the doors answer too, but nobody can start to trade.
 */
@Readiness
class BrokerHealth implements HealthCheck {
  private final Broker broker;

  BrokerHealth(Broker broker) {
    this.broker = broker;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("broker").status(broker.isReachable()).build();
  }
}
