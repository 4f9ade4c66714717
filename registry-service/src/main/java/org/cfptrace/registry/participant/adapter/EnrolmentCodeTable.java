package org.cfptrace.registry.participant.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.registry.participant.EnrolmentCodes;
import org.cfptrace.registry.wiring.Sql;

/** One-time codes in PostgreSQL, by digest. */
@ApplicationScoped
class EnrolmentCodeTable implements EnrolmentCodes {
  private final Sql sql;

  EnrolmentCodeTable(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void replace(Kept code) {
    sql.run(
        "DELETE FROM enrolment_code WHERE participant_id = :participant AND used_at IS NULL",
        Map.of("participant", code.shortId()));
    sql.run(
        "INSERT INTO enrolment_code (digest, participant_id, expires_at)"
            + " VALUES (:digest, :participant, :expires)",
        Map.of(
            "digest", code.digest(), "participant", code.shortId(), "expires", code.expiresAt()));
  }

  @Override
  public Optional<Kept> findToUse(String shortId, String digest) {
    return sql
        .rows(
            "SELECT expires_at, used_at FROM enrolment_code"
                + " WHERE digest = :digest AND participant_id = :participant FOR UPDATE",
            Map.of("digest", digest, "participant", shortId))
        .stream()
        .findFirst()
        .map(
            row ->
                new Kept(digest, shortId, (Instant) row[0], Optional.ofNullable((Instant) row[1])));
  }

  @Override
  public void markUsed(String digest, Instant at) {
    sql.run(
        "UPDATE enrolment_code SET used_at = :at WHERE digest = :digest",
        Map.of("at", at, "digest", digest));
  }
}
