package org.cfptrace.aggregator.live.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cfptrace.aggregator.query.Trees;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.RealTables;
import org.cfptrace.service.database.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One instance adds up for a company; who takes over from it gets a higher number. */
class SqlTenantLeasesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static RealTables tables;
  private static int companies;

  private final Tenant tenant = new Tenant(Trees.company("company" + (companies++ % 8 + 2)));
  private final SqlTenantLeases one = new SqlTenantLeases(tables, tables.database());
  private final SqlTenantLeases other = new SqlTenantLeases(tables, tables.database());

  @BeforeAll
  static void start() throws IOException {
    tables = RealTables.upTo("latest");
  }

  @AfterAll
  static void stop() throws IOException {
    tables.close();
  }

  @Test
  void whileOneHoldsItAnotherGetsNothing() {
    assertThat(one.hold(tenant)).contains(1L);

    assertThat(other.hold(tenant)).isEmpty();
    assertThat(isOurs(other)).isFalse();
    assertThat(isOurs(one)).isTrue();
  }

  @Test
  void whoHoldsOnToItKeepsItsNumber() {
    one.hold(tenant);
    expire();

    assertThat(one.hold(tenant)).contains(1L);
    assertThat(isOurs(one)).isTrue();
  }

  @Test
  void whatHasExpiredGoesToAnotherUnderTheNextNumberAndIsTheOldHoldersNoMore() {
    one.hold(tenant);
    expire();
    assertThat(isOurs(one)).isFalse();

    assertThat(other.hold(tenant)).contains(2L);
    assertThat(isOurs(other)).isTrue();
    assertThat(isOurs(one)).isFalse();
    assertThat(one.hold(tenant)).isEmpty();
  }

  @Test
  void whoComesBackAfterAnotherHasAHigherNumberThanBefore() {
    one.hold(tenant);
    expire();
    other.hold(tenant);
    expire();

    assertThat(one.hold(tenant)).contains(3L);
  }

  @Test
  void whatIsGivenBackIsTakenAtOnce() {
    one.hold(tenant);

    one.release(tenant);

    assertThat(isOurs(one)).isFalse();
    assertThat(other.hold(tenant)).contains(2L);
  }

  @Test
  void aWriteUnderWayKeepsAnotherFromTakingOver() {
    one.hold(tenant);
    expireIn(Duration.ofSeconds(2));

    CompletableFuture<Optional<Long>> taking =
        tables.inNew(
            () -> {
              assertThat(one.isOurs(tenant)).isTrue();
              await().atMost(PATIENCE).until(SqlTenantLeasesTest.this::hasExpired);
              CompletableFuture<Optional<Long>> waiting =
                  CompletableFuture.supplyAsync(() -> other.hold(tenant));
              await().atMost(PATIENCE).until(SqlTenantLeasesTest.this::somebodyWaits);
              assertThat(waiting).isNotDone();
              return waiting;
            });

    assertThat(taking).succeedsWithin(20, TimeUnit.SECONDS).isEqualTo(Optional.of(2L));
    assertThat(isOurs(one)).isFalse();
  }

  private boolean isOurs(SqlTenantLeases leases) {
    return tables.inNew(() -> leases.isOurs(tenant));
  }

  private void expire() {
    expireIn(Duration.ofSeconds(-1));
  }

  private void expireIn(Duration time) {
    tables.doInNew(
        () ->
            sql()
                .update(
                    "update tenant_lease set ends_at = clock_timestamp() + make_interval(secs => ?)"
                        + " where tenant = ?",
                    time.toSeconds(),
                    tenant.did()));
  }

  private boolean hasExpired() {
    return tables.inNew(
        () ->
            sql()
                    .number(
                        "select count(*) from tenant_lease where tenant = ? and ends_at < now()",
                        tenant.did())
                == 1);
  }

  private boolean somebodyWaits() {
    return tables.inNew(() -> sql().number("select count(*) from pg_locks where not granted") > 0);
  }

  private static Sql sql() {
    return new Sql(tables.database());
  }
}
