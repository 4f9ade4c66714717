package org.cfptrace.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cfptrace.it.Platform;
import org.cfptrace.it.bench.ExportJob;
import org.cfptrace.local.stack.LocalStack;
import org.cfptrace.local.stack.Service;
import org.cfptrace.local.story.Desk;
import org.cfptrace.local.story.Door;
import org.junit.jupiter.api.Test;

/**
 * An export job whose aggregator is killed, {@code kill -9}, again and again, ends as any other.
 */
class ExportKillIT {
  private static final Platform PLATFORM = Platform.get();
  private static final LocalStack STACK = PLATFORM.stack();
  private static final int PRODUCTS = 60;
  private static final Set<String> GOING_ON = Set.of("QUEUED", "VALIDATING", "RENDERING");
  private static final Set<String> WHOLE = Set.of("READY", "SIGNED");

  @Test
  void aKilledJobGoesOnAndItsBytesAreThoseOfAnUndisturbedOne() {
    Service aggregator = STACK.service(LocalStack.AGGREGATOR);
    Desk maker = PLATFORM.desk(Platform.A);
    ExportJob job =
        new ExportJob(
            Door.of(aggregator.url(), STACK.analyst(maker.service().name(), maker.did())));
    job.products(PRODUCTS);
    Instant asOf = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    job.order("IDTA_02023", asOf);
    Set<String> killedIn = new TreeSet<>();
    for (String state = job.state(); GOING_ON.contains(state); state = job.state()) {
      if (killedIn.add(state)) {
        aggregator.kill();
        aggregator.start();
        aggregator.awaitReady();
      }
    }

    assertThat(killedIn).as("states in which it was killed").isNotEmpty();
    assertThat(job.state()).isIn(WHOLE);
    byte[] killed = job.file("export.zip");
    job.revoke();
    job.order("IDTA_02023", asOf);
    Desk.await(
        "the same export, undisturbed",
        () -> WHOLE.contains(job.state()) ? Optional.of(job.show()) : Optional.empty());
    assertThat(job.file("export.zip")).isEqualTo(killed);
  }
}
