package org.cfptrace.registry.certificate.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.cfptrace.registry.certificate.TakenCalls;
import org.cfptrace.registry.wiring.Sql;

/** Signed calls in PostgreSQL, by id. */
@ApplicationScoped
class TakenCallTable implements TakenCalls {
  private final Sql sql;

  TakenCallTable(Sql sql) {
    this.sql = sql;
  }

  @Override
  public boolean take(UUID id, Instant expiresAt) {
    return sql.run(
            "INSERT INTO signed_call (id, expires_at) VALUES (:id, :expires)"
                + " ON CONFLICT DO NOTHING",
            Map.of("id", id, "expires", expiresAt))
        == 1;
  }

  @Override
  public void forget(Instant before) {
    // Rows that another instance is deleting at this moment are left to it.
    sql.run(
        "DELETE FROM signed_call WHERE id IN (SELECT id FROM signed_call"
            + " WHERE expires_at < :before FOR UPDATE SKIP LOCKED)",
        Map.of("before", before));
  }
}
