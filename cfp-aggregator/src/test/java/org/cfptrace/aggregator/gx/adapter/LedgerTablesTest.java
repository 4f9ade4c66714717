package org.cfptrace.aggregator.gx.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.gx.Act.PoolEnd;
import org.cfptrace.aggregator.gx.CertificateState;
import org.cfptrace.aggregator.gx.Entry;
import org.cfptrace.aggregator.gx.Mill;
import org.cfptrace.aggregator.gx.PoolId;
import org.cfptrace.aggregator.gx.PoolLedger;
import org.cfptrace.aggregator.gx.ReductionPool;
import org.cfptrace.footprint.Period;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.database.DatabaseFailure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger in a real PostgreSQL: what is kept, what is never changed, and who sees it. */
class LedgerTablesTest {
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
  void whatIsReadIsWhatWasEntered() {
    ReductionPool pool = Mill.ofBothWorks();
    open(pool);
    ledgers.keeping().allocate(pool.id(), Mill.lot("C-1", "7000.000000001", "0.3"), "olga");
    ledgers.keeping().debit(pool.id(), Mill.debit("工程変更", "5000"), "olga");
    PoolLedger last =
        ledgers.keeping().move(Mill.move("C-1", CertificateState.TRANSFERRED), "oskar");

    PoolLedger read = ledgers.keeping().show(pool.id());

    assertThat(ledgers.pools().find(pool.id())).contains(pool);
    assertThat(read.holdings()).containsExactlyElementsOf(last.holdings());
    assertThat(read.cfpBefore()).isEqualTo(last.cfpBefore());
    List<Entry> entries = ledgers.entries().of(pool.id());
    assertThat(entries).extracting(Entry::by).containsExactly("olga", "olga", "oskar");
    assertThat(entries.get(0).act()).isEqualTo(Mill.lot("C-1", "7000.000000001", "0.3"));
    assertThat(entries.get(1).act()).isEqualTo(Mill.debit("工程変更", "5000"));
    assertThat(entries.get(2).cfpBefore()).isEqualTo(last.cfpBefore());
  }

  @Test
  void whatAWithdrawnPoolClaimedMayBePooledAgain() {
    ReductionPool mistyped = Mill.pool();
    open(mistyped);
    ReductionPool right = Mill.pool();
    assertThatThrownBy(() -> open(right))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.REDUCTION_CLAIMED_TWICE));
    ledgers.keeping().end(mistyped.id(), Mill.end(PoolEnd.Kind.CLOSED), "olga");
    assertThatThrownBy(() -> open(right)).isInstanceOf(Refused.class);

    ledgers.keeping().end(mistyped.id(), Mill.end(PoolEnd.Kind.WITHDRAWN), "olga");
    open(right);

    assertThat(ledgers.keeping().show(mistyped.id()).end()).contains(PoolEnd.Kind.WITHDRAWN);
    assertThat(ledgers.entries().of(mistyped.id()))
        .extracting(Entry::act)
        .containsExactly(Mill.end(PoolEnd.Kind.CLOSED), Mill.end(PoolEnd.Kind.WITHDRAWN));
    assertThat(ledgers.keeping().show(right.id()).end()).isEmpty();
  }

  @Test
  void theLedgerIsReadPageByPage() {
    PoolId pool = open(Mill.pool());
    for (int number = 1; number <= 5; number++) {
      ledgers.keeping().allocate(pool, Mill.lot("C-" + number, "1000", "1"), "olga");
    }

    List<Long> seen = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Page<Entry> page = ledgers.entries().of(pool, new PageRequest(2, after));
      page.items().forEach(entry -> seen.add(entry.number()));
      after = page.next();
    } while (after.isPresent());

    assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update gx_entry set reduction = 1",
        "delete from gx_entry",
        "truncate gx_entry",
        "update gx_pool set verified_reduction = 60000",
        "delete from gx_pool",
        "truncate gx_pool cascade"
      })
  void theDatabaseRefusesToChangeWhatIsThere(String statement) {
    PoolId pool = open(Mill.pool());
    ledgers.keeping().allocate(pool, Mill.lot("C-1", "15000", "30000"), "olga");

    assertThatThrownBy(() -> ledgers.sql().update(statement))
        .isInstanceOf(DatabaseFailure.class)
        .cause()
        .hasMessageContaining("never changed");

    assertThat(ledgers.entries().of(pool)).hasSize(1);
  }

  @Test
  void theDatabaseItselfLetsACertificateEndOnce() {
    PoolId pool = open(Mill.pool());
    ledgers.keeping().allocate(pool, Mill.lot("C-1", "15000", "30000"), "olga");
    ledgers.keeping().move(Mill.move("C-1", CertificateState.RETIRED), "olga");
    Entry second =
        new Entry(
            3,
            Mill.move("C-1", CertificateState.CANCELLED),
            ledgers.keeping().show(pool).cfpBefore(),
            Mill.NOW,
            "olga");

    assertThat(ledgers.entries().add(pool, second)).isFalse();
    assertThat(ledgers.entries().of(pool)).hasSize(2);
  }

  @Test
  void aCompanySeesItsOwnLedgersAlone() {
    PoolId pool = open(Mill.pool());
    ledgers.keeping().allocate(pool, Mill.lot("C-1", "15000", "30000"), "olga");
    Ledgers others = Ledgers.of(postgres, "tenant-" + UUID.randomUUID());

    assertThat(others.pools().find(pool)).isEmpty();
    assertThat(others.entries().of(pool)).isEmpty();
    refused(
        ProblemCode.NOT_FOUND,
        () -> others.keeping().allocate(pool, Mill.lot("C-2", "1", "1"), "eve"));
    refused(
        ProblemCode.NOT_FOUND,
        () -> others.keeping().move(Mill.move("C-1", CertificateState.CANCELLED), "eve"));
    // What another company has is in nobody's way.
    ReductionPool theirs = Mill.pool();
    others.opening().open(theirs);
    others.keeping().allocate(theirs.id(), Mill.lot("C-1", "15000", "30000"), "eve");
  }

  @Test
  void aClaimIsOfTwelveMonthsAtMost() {
    open(pool("A", "coil", Period.of("2025-04-01", "2026-03-31")));

    refused(
        ProblemCode.CLAIM_PERIOD_TOO_LONG,
        () -> open(pool("B", "wire", Period.of("2025-04-01", "2026-04-01"))));
  }

  @Test
  void aReductionIsPooledOnce() {
    open(pool("A", "coil", Period.of("2025-04-01", "2026-03-31")));

    // The same project; then the same line, whose emissions would be shared out twice.
    refused(
        ProblemCode.REDUCTION_CLAIMED_TWICE,
        () -> open(pool("A", "wire", Period.of("2026-03-31", "2027-03-30"))));
    refused(
        ProblemCode.REDUCTION_CLAIMED_TWICE,
        () -> open(pool("B", "coil", Period.of("2025-01-01", "2025-04-01"))));
    open(pool("B", "wire", Period.of("2025-04-01", "2026-03-31")));
    open(pool("A", "coil", Period.of("2026-04-01", "2027-03-31")));

    assertThat(ledgers.pools().list(new PageRequest(100, Optional.empty())).items()).hasSize(3);
  }

  private static ReductionPool pool(String project, String line, Period period) {
    return Mill.pool(PoolId.random(), project, line, period);
  }

  private PoolId open(ReductionPool pool) {
    ledgers.opening().open(pool);
    return pool.id();
  }

  private static void refused(ProblemCode code, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
