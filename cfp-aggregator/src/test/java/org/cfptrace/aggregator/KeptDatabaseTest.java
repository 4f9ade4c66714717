package org.cfptrace.aggregator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.cfptrace.exchange.partner.InboxAccess;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.PartnerState;
import org.cfptrace.exchange.partner.adapter.SqlPartners;
import org.cfptrace.exchange.partner.adapter.SqlThreads;
import org.cfptrace.exchange.receive.IncomingMessages;
import org.cfptrace.exchange.receive.adapter.SqlIncomingMessages;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.service.database.Sql;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A database from before the exchange was shared starts, and has lost nothing. */
class KeptDatabaseTest {
  private static final ParticipantId MAKER = ParticipantId.of(DataSpace.DOMAIN, "mmmmmmmmmmmmmmm2");
  private static final String KEY = "cWZel8RwiclNuBD8ypZ8PcFJ8T88PSEpFu0WFr1A7A0";
  private static final String SHAPE =
      """
      select table_name, column_name, data_type, is_nullable from information_schema.columns
      where table_name in ('partner', 'partner_thread', 'directory_entry', 'directory_state',
        'outgoing_thread', 'outbox', 'incoming_thread', 'incoming_message', 'quarantine', 'alarm',
        'journal')
      order by table_name, column_name
      """;

  private static EmbeddedPostgres postgres;
  private static Sql kept;
  private static Sql fresh;

  @BeforeAll
  static void migrate() throws IOException {
    postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    DataSource old = database("kept");
    Flyway.configure().dataSource(old).locations("db/migration").target("2").load().migrate();
    kept = new Sql(old);
    fill();
    Flyway.configure().dataSource(old).locations("db/migration", "db/exchange").load().migrate();
    DataSource none = database("fresh");
    Flyway.configure().dataSource(none).locations("db/exchange").load().migrate();
    fresh = new Sql(none);
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  void aPartnerIsStillOneWithItsKeyAndItsThread() {
    Partner partner = new SqlPartners(kept).find(MAKER).orElseThrow();

    assertThat(partner.state()).isEqualTo(PartnerState.ACCEPTED);
    assertThat(partner.inbox()).isEqualTo(InboxAccess.OPEN);
    assertThat(partner.pinnedKey()).contains(new KeyThumbprint(KEY));
    assertThat(new SqlThreads(kept).about(MAKER, Optional.empty())).isEqualTo("hello-maker");
  }

  @Test
  void aMessageThatWaitsStillWaits() {
    assertThat(
            kept.list(
                "select message, state from outbox",
                row -> new String(row.bytes("message"), UTF_8)))
        .containsExactly("a.b.c");
  }

  @Test
  void whatCameBeforeIsStillKnown() {
    IncomingMessages incoming = new SqlIncomingMessages(kept);

    assertThat(incoming.outcomeOf(MAKER, "applied")).contains(IncomingMessages.Outcome.APPLIED);
    assertThat(incoming.digestOf(MAKER, "applied")).contains("digest");
    assertThat(incoming.outcomeOf(MAKER, "refused")).contains(IncomingMessages.Outcome.QUARANTINED);
    assertThat(incoming.lastSeq(MAKER, "car-maker")).isEqualTo(7);
    assertThat(kept.number("select count(*) from quarantine where state = 'HELD'")).isEqualTo(1);
    assertThat(kept.number("select count(*) from directory_state where only_row")).isEqualTo(1);
  }

  @Test
  void itsTablesAreThoseOfEveryParticipant() {
    assertThat(shape(kept)).isEqualTo(shape(fresh)).isNotEmpty();
  }

  private static List<String> shape(Sql sql) {
    return sql.list(
        SHAPE,
        row ->
            row.text("table_name")
                + "."
                + row.text("column_name")
                + " "
                + row.text("data_type")
                + " "
                + row.text("is_nullable"));
  }

  private static DataSource database(String name) {
    new Sql(postgres.getPostgresDatabase()).update("create database " + name);
    return postgres.getDatabase("postgres", name);
  }

  private static void fill() {
    kept.update(
        "insert into partner (participant, name, state, thread, trusted_keys, changed_at)"
            + " values (?, 'Car maker', 'ACCEPTED', 'hello-maker', ?, now())",
        MAKER.did(),
        KEY);
    kept.update(
        "insert into outbox (message_id, recipient, way, thread, seq, type, token, state, attempts,"
            + " created_at, due_at) values (gen_random_uuid(), ?, 'INBOX', 'car-maker', 1,"
            + " 'RECEIPT', 'a.b.c', 'PENDING', 0, now(), now())",
        MAKER.did());
    kept.update("insert into incoming_thread values (?, 'car-maker', 7)", MAKER.did());
    kept.update(
        "insert into incoming_message values (?, 'applied', 'digest', now()),"
            + " (?, 'refused', null, now())",
        MAKER.did(),
        MAKER.did());
    kept.update(
        "insert into quarantine (id, state, way, bytes, digest, reason, outward, detail,"
            + " received_at, due_at, attempts) values (gen_random_uuid(), 'HELD', 'INBOX', 'b',"
            + " 'd', 'SUSPENDED_SIGNER', 'SUSPENDED_SIGNER', 'x', now(), now(), 1)");
    kept.update("insert into directory_state values (1, now())");
  }
}
