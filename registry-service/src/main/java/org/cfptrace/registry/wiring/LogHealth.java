package org.cfptrace.registry.wiring;

import io.smallrye.health.api.Wellness;
import java.time.Clock;
import java.time.Duration;
import org.cfptrace.registry.log.LogStore;
import org.cfptrace.service.database.Transactions;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Well while what was entered is soon under a checkpoint. Without its witnesses the log shows none,
 * and an operator should see that; the doors serve all the same, so it is no matter of readiness.
 */
@Wellness
class LogHealth implements HealthCheck {
  private static final Duration LEAST = Duration.ofMinutes(1);
  private static final int TURNS = 6;

  private final LogStore store;
  private final Transactions transactions;
  private final Clock clock;
  private final RegistrySettings settings;

  LogHealth(LogStore store, Transactions transactions, Clock clock, RegistrySettings settings) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
    this.settings = settings;
  }

  @Override
  public HealthCheckResponse call() {
    long size = transactions.inNew(store::size);
    var shown = transactions.inNew(store::published);
    var patience = settings.log().checkpointEvery().multipliedBy(TURNS);
    var since = clock.instant().minus(patience.compareTo(LEAST) < 0 ? LEAST : patience);
    boolean isWell =
        shown
            .filter(checkpoint -> checkpoint.size() == size || checkpoint.at().isAfter(since))
            .isPresent();
    return HealthCheckResponse.named("log")
        .status(isWell)
        .withData("size", size)
        .withData("shown", shown.map(LogStore.Published::size).orElse(0L))
        .build();
  }
}
