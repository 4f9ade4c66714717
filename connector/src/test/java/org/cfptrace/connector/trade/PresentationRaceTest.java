package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.cfptrace.connector.trade.Collector.Heard;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.PresentationBody.Fallen;
import org.cfptrace.policy.ReleaseSwitch;
import org.junit.jupiter.api.Test;

/** The supplier speaks in the moment in which a person hands its declaration on. */
class PresentationRaceTest {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
  private static final String WAITING =
      "select count(*) from pg_locks where locktype = 'advisory' and not granted"
          + " and database = (select oid from pg_database where datname = current_database())";

  private final HandingOn on = new HandingOn();

  @Test
  void aRecallThatComesMeanwhileIsToldOnBehindIt() throws Exception {
    DeclarationId given = on.answered(ReleaseSwitch.TOTAL);
    on.mill.recalls(given, "wrong meter");
    on.mill.relay();

    CompletableFuture<Void> recall =
        on.parts
            .database()
            .inNew(
                () -> {
                  on.parts.trade().present().present(given, on.collector.id(), "approver");
                  CompletableFuture<Void> taking =
                      CompletableFuture.runAsync(() -> on.parts.take());
                  waitUntil(() -> on.parts.database().sql().number(WAITING) > 0);
                  return taking;
                });
    recall.get(30, TimeUnit.SECONDS);
    on.settle();

    List<Heard> heard = on.collector.heard();
    assertThat(heard).hasSize(2);
    assertThat(heard.get(0).declaration()).isPresent();
    assertThat(heard.get(1).fallen().orElseThrow().kind()).isEqualTo(Fallen.Kind.RECALLED);
  }

  private static void waitUntil(BooleanSupplier isSo) {
    long end = System.nanoTime() + PATIENCE;
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("nobody waits for the lock");
      }
      Thread.onSpinWait();
    }
  }
}
