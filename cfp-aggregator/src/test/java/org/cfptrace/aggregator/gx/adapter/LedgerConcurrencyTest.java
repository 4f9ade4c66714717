package org.cfptrace.aggregator.gx.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.cfptrace.aggregator.gx.CertificateId;
import org.cfptrace.aggregator.gx.CertificateState;
import org.cfptrace.aggregator.gx.Entry;
import org.cfptrace.aggregator.gx.Mill;
import org.cfptrace.aggregator.gx.PoolId;
import org.cfptrace.aggregator.gx.ReductionPool;
import org.cfptrace.aggregator.gx.TonnesCo2e;
import org.cfptrace.footprint.Period;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many at the same moment, on a real PostgreSQL: exactly as many succeed as there is for. */
class LedgerConcurrencyTest {
  private static final int CALLERS = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static EmbeddedPostgres postgres;

  private final Ledgers ledgers = Ledgers.of(postgres, "tenant-" + UUID.randomUUID());

  @BeforeAll
  static void start() throws IOException {
    postgres = Ledgers.server();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  void exactlyAsManyAreAllocatedAsThePoolHolds() throws Exception {
    PoolId pool = open(Mill.pool());

    Map<String, Integer> outcomes =
        AtOnce.outcomes(
            ledgers, CALLERS, caller -> allocate(pool, "C-" + caller, "lot " + caller, "1000"));

    assertThat(outcomes).isEqualTo(Map.of("DONE", 30, "POOL_OVERALLOCATED", 10));
    assertThat(ledgers.keeping().show(pool).remaining()).isEqualTo(TonnesCo2e.NONE);
    assertThat(ledgers.entries().of(pool)).extracting(Entry::number).hasSize(30).isSorted();
    assertThat(
            ledgers
                .sql()
                .number("select max(number) from gx_entry where pool_id = ?", pool.value()))
        .isEqualTo(30);
  }

  @Test
  void allocationsAndDebitsShareWhatIsThere() throws Exception {
    PoolId pool = open(Mill.pool());

    Map<String, Integer> outcomes =
        AtOnce.outcomes(
            ledgers,
            CALLERS,
            caller -> {
              if (caller % 2 == 0) {
                allocate(pool, "C-" + caller, "lot " + caller, "1000");
              } else {
                ledgers.inOne(
                    () ->
                        ledgers
                            .keeping()
                            .debit(pool, Mill.debit("debit " + caller, "1000"), "olga"));
              }
            });

    assertThat(outcomes).isEqualTo(Map.of("DONE", 30, "POOL_OVERALLOCATED", 10));
  }

  @Test
  void ofManyCancellationsOneReturnsTheQuantity() throws Exception {
    PoolId pool = open(Mill.pool());
    allocate(pool, "C-1", "lot 1", "4000");

    Map<String, Integer> outcomes =
        AtOnce.outcomes(ledgers, CALLERS, caller -> move("C-1", CertificateState.CANCELLED));

    assertThat(outcomes).isEqualTo(Map.of("DONE", 1, "CERTIFICATE_CANCELLED", CALLERS - 1));
    assertThat(ledgers.keeping().show(pool).remaining()).isEqualTo(TonnesCo2e.of("30000"));
  }

  @Test
  void ofManyRetirementsOneCounts() throws Exception {
    PoolId pool = open(Mill.pool());
    allocate(pool, "C-1", "lot 1", "4000");

    Map<String, Integer> outcomes =
        AtOnce.outcomes(ledgers, CALLERS, caller -> move("C-1", CertificateState.RETIRED));

    assertThat(outcomes).isEqualTo(Map.of("DONE", 1, "CERTIFICATE_RETIRED", CALLERS - 1));
  }

  @Test
  void aCertificateIdIsUsedOnceAlsoAcrossPools() throws Exception {
    PoolId one = open(Mill.pool());
    PoolId other = open(anotherPool());

    Map<String, Integer> outcomes =
        AtOnce.outcomes(
            ledgers,
            CALLERS,
            caller -> allocate(caller % 2 == 0 ? one : other, "C-1", "lot " + caller, "1"));

    assertThat(outcomes).isEqualTo(Map.of("DONE", 1, "CERTIFICATE_ID_USED", CALLERS - 1));
    PoolId issuedFrom = ledgers.keeping().poolOf(new CertificateId("C-1"));
    assertThat(ledgers.keeping().show(issuedFrom).allocated()).isEqualTo(TonnesCo2e.of("1"));
  }

  @Test
  void whoCertifiesALotWaitsForWhoDoesSoFromAnotherPool() throws Exception {
    PoolId one = open(Mill.pool());
    PoolId other = open(anotherPool());
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<String> second =
          ledgers.inOne(
              () -> {
                allocate(one, "C-1", "the lot", "1");
                Future<String> answer =
                    thread.submit(
                        () -> AtOnce.outcome(() -> allocate(other, "C-2", "the lot", "1")));
                await().atMost(PATIENCE).until(() -> answer.isDone() || isSomebodyWaiting());
                return answer;
              });

      assertThat(second.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
          .isEqualTo("REDUCTION_CLAIMED_TWICE");
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void aReductionBecomesAPoolOnce() throws Exception {
    Map<String, Integer> outcomes = AtOnce.outcomes(ledgers, CALLERS, caller -> open(Mill.pool()));

    assertThat(outcomes).isEqualTo(Map.of("DONE", 1, "REDUCTION_CLAIMED_TWICE", CALLERS - 1));
  }

  private boolean isSomebodyWaiting() {
    return ledgers
            .sql()
            .number("select count(*) from pg_locks where locktype = 'advisory' and not granted")
        > 0;
  }

  private static ReductionPool anotherPool() {
    return Mill.pool(PoolId.random(), "EAF-2026", "hot-rolled coil", Period.ofYear(2025));
  }

  private PoolId open(ReductionPool pool) {
    return ledgers.inOne(
        () -> {
          ledgers.opening().open(pool);
          return pool.id();
        });
  }

  private void allocate(PoolId pool, String certificate, String lot, String reduction) {
    ledgers.inOne(
        () ->
            ledgers
                .keeping()
                .allocate(pool, Mill.lot(certificate, lot, Mill.WORKS, "2000", reduction), "olga"));
  }

  private void move(String certificate, CertificateState to) {
    ledgers.inOne(() -> ledgers.keeping().move(Mill.move(certificate, to), "olga"));
  }
}
