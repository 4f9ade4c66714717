package org.cfptrace.registry.directory.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cfptrace.participant.Heartbeat;
import org.cfptrace.registry.directory.DirectoryOutbox;
import org.cfptrace.registry.wiring.Sql;

/** The directory's outbox in PostgreSQL. */
@ApplicationScoped
class OutboxTable implements DirectoryOutbox {
  private final Sql sql;

  OutboxTable(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(String key, String token) {
    sql.run(
        "INSERT INTO directory_outbox (record_key, token) VALUES (:key, :token)",
        Map.of("key", key, "token", token));
  }

  @Override
  public List<Waiting> take(int most) {
    return sql
        .rows(
            "SELECT o.number, o.record_key, o.token FROM directory_outbox o"
                + " WHERE o.sent_at IS NULL AND NOT EXISTS (SELECT 1 FROM directory_outbox e"
                + " WHERE e.sent_at IS NULL AND e.number < o.number"
                + " AND (e.record_key = o.record_key OR o.record_key = :heartbeat))"
                + " ORDER BY o.number LIMIT :most FOR UPDATE SKIP LOCKED",
            Map.of("heartbeat", Heartbeat.TOPIC_KEY, "most", most))
        .stream()
        .map(row -> new Waiting(((Number) row[0]).longValue(), (String) row[1], (String) row[2]))
        .toList();
  }

  @Override
  public void sent(List<Long> numbers, Instant at) {
    sql.run(
        "UPDATE directory_outbox SET sent_at = :at WHERE number IN (:numbers)",
        Map.of("at", at, "numbers", numbers));
  }

  @Override
  public boolean claimHeartbeat(Instant since, Instant now) {
    return sql.run(
            "UPDATE heartbeat SET made_at = :now WHERE made_at <= :since",
            Map.of("now", now, "since", since))
        == 1;
  }

  @Override
  public long waiting() {
    return sql.first(
            Long.class, "SELECT count(*) FROM directory_outbox WHERE sent_at IS NULL", Map.of())
        .orElse(0L);
  }

  @Override
  public void forget(Instant before) {
    sql.run("DELETE FROM directory_outbox WHERE sent_at < :before", Map.of("before", before));
  }
}
