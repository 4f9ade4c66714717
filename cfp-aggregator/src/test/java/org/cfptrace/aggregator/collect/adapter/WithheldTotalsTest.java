package org.cfptrace.aggregator.collect.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.collect.IssuerWord;
import org.cfptrace.aggregator.collect.Span;
import org.cfptrace.aggregator.query.Trees;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.RealTables;
import org.cfptrace.envelope.SharedItem;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.database.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** When a total was withheld is kept, for every time it was. */
class WithheldTotalsTest {
  private static final Tenant MILL = new Tenant(Trees.company("mill"));
  private static final TraceId OLD = Trees.product("withheld before it was noted");
  private static final Instant FIRST = Instant.parse("2026-03-01T08:00:00Z");
  private static final Instant SECOND = Instant.parse("2026-04-01T08:00:00Z");
  private static final Instant THIRD = Instant.parse("2026-05-01T08:00:00Z");
  private static final Set<SharedItem> TOTAL = Set.of(SharedItem.TOTAL, SharedItem.QUALITY);

  private static RealTables tables;
  private static SqlIssuerWords words;

  private final TraceId coil = TraceId.random();

  @BeforeAll
  static void start() throws IOException {
    tables = RealTables.upTo("15");
    Sql sql = new Sql(tables.database());
    tables
        .tenancy()
        .doAs(
            MILL,
            () ->
                sql.update(
                    "insert into issuer_word (issuer, trace_id, withheld) values (?, ?, '{TOTAL}')",
                    MILL.did(),
                    OLD.uuid()));
    tables.migrate("latest");
    words =
        new SqlIssuerWords(
            sql, tables.tenancy(), new SqlFigureChanges(tables.tenancy(), tables.database()));
  }

  @AfterAll
  static void stop() throws IOException {
    tables.close();
  }

  @Test
  void itIsWithheldFromTheMessageOnAndNotBefore() {
    words.withheld(MILL, coil, TOTAL, FIRST);

    assertThat(of(coil).totalWithheldAt(FIRST.minusMillis(1))).isEmpty();
    assertThat(of(coil).totalWithheldAt(FIRST)).contains(Span.since(FIRST));
    assertThat(of(coil).isTotalWithheld()).isTrue();
  }

  @Test
  void theSameWordAgainIsNoOtherMoment() {
    words.withheld(MILL, coil, TOTAL, FIRST);
    words.withheld(MILL, coil, TOTAL, SECOND);

    assertThat(of(coil).totalWithheld()).containsExactly(Span.since(FIRST));
  }

  @Test
  void releasedAndWithheldAgainAreTwoTimes() {
    words.withheld(MILL, coil, TOTAL, FIRST);
    words.released(MILL, coil, TOTAL, SECOND);
    assertThat(of(coil).totalWithheldAt(SECOND)).isEmpty();
    assertThat(of(coil).isTotalWithheld()).isFalse();

    words.withheld(MILL, coil, TOTAL, THIRD);

    assertThat(of(coil).totalWithheld())
        .containsExactly(new Span(Optional.of(FIRST), Optional.of(SECOND)), Span.since(THIRD));
  }

  @Test
  void withheldAndReleasedInOneInstantCountsInTheEnd() {
    words.withheld(MILL, coil, TOTAL, FIRST);
    words.released(MILL, coil, TOTAL, FIRST);
    words.withheld(MILL, coil, TOTAL, FIRST);

    assertThat(of(coil).totalWithheldAt(FIRST)).contains(Span.since(FIRST));
  }

  @Test
  void whatIsWithheldBesideTheTotalIsNoTimeOfTheTotal() {
    words.withheld(MILL, coil, Set.of(SharedItem.QUALITY), FIRST);

    assertThat(of(coil).totalWithheld()).isEmpty();
    assertThat(of(coil).totalWithheldAt(SECOND)).isEmpty();
  }

  @Test
  void whatWasWithheldBeforeItWasNotedIsSoAtEveryMomentUntilItIsReleased() {
    assertThat(of(OLD).totalWithheldAt(Instant.EPOCH)).contains(Span.ALWAYS);

    words.released(MILL, OLD, TOTAL, SECOND);

    assertThat(of(OLD).totalWithheldAt(FIRST)).isPresent();
    assertThat(of(OLD).totalWithheldAt(SECOND)).isEmpty();
  }

  @Test
  void anotherCompanySeesNothingOfIt() {
    words.withheld(MILL, coil, TOTAL, FIRST);

    assertThat(words.of(Trees.MAKER, MILL.participant(), coil)).isEqualTo(IssuerWord.NONE);
  }

  private static IssuerWord of(TraceId product) {
    return words.of(MILL, MILL.participant(), product);
  }
}
