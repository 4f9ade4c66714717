package org.cfptrace.registry.certificate.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import org.cfptrace.registry.certificate.EnrolmentNonces;
import org.cfptrace.registry.wiring.Sql;

/** Nonces in PostgreSQL, by digest. */
@ApplicationScoped
class NonceTable implements EnrolmentNonces {
  private final Sql sql;

  NonceTable(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void keep(String digest, String shortId, Instant expiresAt) {
    sql.run(
        "INSERT INTO enrolment_nonce (digest, participant_id, expires_at)"
            + " VALUES (:digest, :participant, :expires)",
        Map.of("digest", digest, "participant", shortId, "expires", expiresAt));
  }

  @Override
  public boolean use(String digest, String shortId, Instant now) {
    return sql.run(
            "UPDATE enrolment_nonce SET used_at = :now WHERE digest = :digest"
                + " AND participant_id = :participant AND used_at IS NULL AND expires_at > :now",
            Map.of("digest", digest, "participant", shortId, "now", now))
        == 1;
  }

  @Override
  public void forget(Instant before) {
    // Rows that another instance is deleting at this moment are left to it.
    sql.run(
        "DELETE FROM enrolment_nonce WHERE digest IN (SELECT digest FROM enrolment_nonce"
            + " WHERE expires_at < :before OR used_at < :before FOR UPDATE SKIP LOCKED)",
        Map.of("before", before));
  }
}
