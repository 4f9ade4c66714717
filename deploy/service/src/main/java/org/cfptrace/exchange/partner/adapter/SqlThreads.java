package org.cfptrace.exchange.partner.adapter;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;
import org.cfptrace.exchange.partner.Threads;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.database.Sql;

/** Threads in PostgreSQL. */
public final class SqlThreads implements Threads {
  // The update changes nothing; it makes the row that is there come back.
  private static final String FIND_OR_MAKE =
      """
      insert into partner_thread as t (partner, trace_id, thread) values (?, ?, ?)
      on conflict (partner, trace_id) do update set thread = t.thread returning thread
      """;
  private static final String NO_PRODUCT = "";

  private final Sql sql;

  public SqlThreads(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public String about(ParticipantId partner, Optional<TraceId> product) {
    return sql.first(
            FIND_OR_MAKE,
            row -> row.text("thread"),
            partner.toString(),
            product.map(TraceId::toString).orElse(NO_PRODUCT),
            UUID.randomUUID().toString())
        .orElseThrow(() -> new IllegalStateException("a thread is always returned"));
  }

  @Override
  public void use(ParticipantId partner, TraceId product, String thread) {
    sql.update(
        "insert into partner_thread (partner, trace_id, thread) values (?, ?, ?)"
            + " on conflict do nothing",
        partner.toString(),
        product.toString(),
        thread);
  }
}
