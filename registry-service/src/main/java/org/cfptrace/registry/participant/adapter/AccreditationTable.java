package org.cfptrace.registry.participant.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.participant.Accreditation;
import org.cfptrace.registry.participant.Accreditations;
import org.cfptrace.registry.wiring.Sql;
import org.cfptrace.registry.wiring.http.Paging;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** Accreditations in PostgreSQL. */
@ApplicationScoped
class AccreditationTable implements Accreditations {
  private static final String ROW =
      "SELECT number, participant_id, scope, valid_from, valid_until FROM accreditation";

  private final Sql sql;

  AccreditationTable(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Accreditation> of(String shortId) {
    return sql
        .rows(
            ROW + " WHERE participant_id = :id ORDER BY number DESC LIMIT 1", Map.of("id", shortId))
        .stream()
        .map(row -> granted(row).accreditation())
        .findFirst();
  }

  @Override
  public void add(String shortId, Accreditation accreditation) {
    sql.run(
        "INSERT INTO accreditation (participant_id, scope, valid_from, valid_until)"
            + " VALUES (:id, :scope, :from, :until)",
        Map.of(
            "id", shortId,
            "scope", String.join(" ", accreditation.scope()),
            "from", accreditation.from(),
            "until", accreditation.until()));
  }

  @Override
  public Page<Granted> list(PageRequest page) {
    var rows =
        sql.rows(
            ROW + " WHERE number > :after ORDER BY number LIMIT :limit",
            Map.of("after", Paging.afterNumber(page), "limit", page.rowsToFetch()));
    return Page.of(rows, page, row -> row[0].toString()).map(AccreditationTable::granted);
  }

  private static Granted granted(Object[] row) {
    return new Granted(
        ((Number) row[0]).longValue(),
        (String) row[1],
        new Accreditation(
            List.of(((String) row[2]).split(" ", -1)), (Instant) row[3], (Instant) row[4]));
  }
}
