package org.cfptrace.registry.participant.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.cfptrace.registry.participant.AuditTrail;
import org.cfptrace.registry.wiring.Sql;
import org.cfptrace.registry.wiring.http.Paging;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** The audit trail in PostgreSQL, where a trigger refuses to change it. */
@ApplicationScoped
class AuditTable implements AuditTrail {
  private final Sql sql;
  private final ObjectMapper json;
  private final Clock clock;

  AuditTable(Sql sql, ObjectMapper json, Clock clock) {
    this.sql = sql;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public void record(String actor, Action action, String subject, Map<String, String> facts) {
    sql.run(
        "INSERT INTO audit_trail (at, actor, action, subject, facts)"
            + " VALUES (:at, :actor, :action, :subject, cast(:facts as jsonb))",
        Map.of(
            "at", clock.instant(),
            "actor", actor,
            "action", action.name(),
            "subject", subject,
            "facts", written(facts)));
  }

  @Override
  public Page<Line> list(PageRequest page) {
    var rows =
        sql.rows(
            "SELECT number, at, actor, action, subject, facts::text FROM audit_trail"
                + " WHERE number > :after ORDER BY number LIMIT :limit",
            Map.of("after", Paging.afterNumber(page), "limit", page.rowsToFetch()));
    return Page.of(rows, page, row -> row[0].toString()).map(this::line);
  }

  private Line line(Object[] row) {
    return new Line(
        ((Number) row[0]).longValue(),
        (Instant) row[1],
        (String) row[2],
        Action.valueOf((String) row[3]),
        (String) row[4],
        read((String) row[5]));
  }

  private String written(Map<String, String> facts) {
    try {
      return json.writeValueAsString(new TreeMap<>(facts));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("facts of an audit line could not be written", e);
    }
  }

  private Map<String, String> read(String facts) {
    try {
      return json.readValue(facts, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("facts of an audit line could not be read", e);
    }
  }
}
