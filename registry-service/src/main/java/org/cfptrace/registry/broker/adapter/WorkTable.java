package org.cfptrace.registry.broker.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.cfptrace.registry.broker.BrokerWork;
import org.cfptrace.registry.wiring.Sql;

/** The broker's to-do list in PostgreSQL. */
@ApplicationScoped
class WorkTable implements BrokerWork {
  private final Sql sql;

  WorkTable(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(String shortId) {
    sql.run(
        "INSERT INTO broker_work (participant_id) VALUES (:participant)",
        Map.of("participant", shortId));
  }

  @Override
  public void addAll() {
    sql.run(
        "INSERT INTO broker_work (participant_id) SELECT id FROM participant p WHERE NOT EXISTS"
            + " (SELECT 1 FROM broker_work w WHERE w.participant_id = p.id)",
        Map.of());
  }

  @Override
  public List<String> waiting(int most) {
    return sql.column(
        String.class,
        "SELECT participant_id FROM broker_work GROUP BY participant_id"
            + " ORDER BY min(number) LIMIT :most",
        Map.of("most", most));
  }

  @Override
  public OptionalLong take(String shortId) {
    var locked =
        sql.first(
            Boolean.class,
            "SELECT pg_try_advisory_xact_lock(hashtextextended(:name, 0))",
            Map.of("name", "broker-work " + shortId));
    if (!locked.orElse(false)) {
      return OptionalLong.empty();
    }
    return sql
        .column(
            Long.class,
            "SELECT number FROM broker_work WHERE participant_id = :participant"
                + " ORDER BY number DESC LIMIT 1",
            Map.of("participant", shortId))
        .stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  @Override
  public void done(String shortId, long upTo) {
    sql.run(
        "DELETE FROM broker_work WHERE participant_id = :participant AND number <= :upTo",
        Map.of("participant", shortId, "upTo", upTo));
  }

  @Override
  public long size() {
    return sql.first(Long.class, "SELECT count(DISTINCT participant_id) FROM broker_work", Map.of())
        .orElse(0L);
  }
}
