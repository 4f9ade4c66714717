package org.cfptrace.connector.product.adapter;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cfptrace.connector.product.StaleProducts.Cause;
import org.cfptrace.connector.product.StaleQueue;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.database.Sql;
import org.cfptrace.service.database.Transactions;

/** The queue of stale products in PostgreSQL; the row that is worked on is held meanwhile. */
public final class SqlStaleQueue implements StaleQueue {
  private static final String ADD =
      """
      insert into stale_product (trace_id, cause, since, due_at, attempts)
      select trace_id, ?, ?, ?, 0 from unnest(?) with ordinality as stale (trace_id, place)
      order by place
      on conflict (trace_id) do update
      set cause = excluded.cause, due_at = least(stale_product.due_at, excluded.due_at)
      """;
  private static final String CLAIM =
      """
      select trace_id, cause, attempts from stale_product where due_at <= ?
      order by due_at, trace_id limit 1 for update skip locked
      """;
  private static final String RETRY =
      "update stale_product set due_at = ?, attempts = attempts + 1 where trace_id = ?";

  private final Sql sql;
  private final Transactions transactions;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  public SqlStaleQueue(Sql sql, Transactions transactions) {
    this.sql = requireNonNull(sql, "sql");
    this.transactions = requireNonNull(transactions, "transactions");
  }

  /** Calls whenever a product was added and the transaction is committed. */
  public void whenAdded(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public void addAll(Collection<TraceId> products, Cause cause, Instant at) {
    sql.update(
        ADD, cause, at, at, (Object) products.stream().map(TraceId::uuid).toArray(UUID[]::new));
    transactions.afterCommit(() -> listeners.forEach(Runnable::run));
  }

  @Override
  public Optional<Stale> claim(Instant now) {
    return sql.first(
        CLAIM,
        row ->
            new Stale(
                new TraceId(row.uuid("trace_id")),
                Cause.valueOf(row.text("cause")),
                (int) row.number("attempts")),
        now);
  }

  @Override
  public void done(TraceId product) {
    sql.update("delete from stale_product where trace_id = ?", product.uuid());
  }

  @Override
  public void retryAt(TraceId product, Instant at) {
    sql.update(RETRY, at, product.uuid());
  }

  @Override
  public long depth() {
    return sql.number("select count(*) from stale_product");
  }
}
