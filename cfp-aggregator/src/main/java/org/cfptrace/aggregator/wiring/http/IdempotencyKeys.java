package org.cfptrace.aggregator.wiring.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The keys of past writes and what they were answered, in PostgreSQL. */
@ApplicationScoped
class IdempotencyKeys {
  /** How long a repeat is recognised. */
  static final Duration REMEMBERED = Duration.ofDays(7);

  /** A key belongs to the user who chose it: two users' keys never meet. */
  record Name(String who, String key) {}

  record Kept(String requestDigest, StoredAnswer answer) {}

  private final EntityManager entityManager;
  private final Clock clock;

  IdempotencyKeys(EntityManager entityManager, Clock clock) {
    this.entityManager = entityManager;
    this.clock = clock;
  }

  /**
   * Claims a key for the present transaction. Where another transaction holds it, PostgreSQL makes
   * us wait for its end: committed, the key is taken; rolled back, it is ours.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean claim(Name name, String requestDigest) {
    return entityManager
            .createNativeQuery(
                "INSERT INTO idempotency_key (who, key, request_digest, created_at, status)"
                    + " VALUES (:who, :key, :digest, :now, 0) ON CONFLICT DO NOTHING")
            .setParameter("who", name.who())
            .setParameter("key", name.key())
            .setParameter("digest", requestDigest)
            .setParameter("now", clock.instant())
            .executeUpdate()
        == 1;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void keep(Name name, StoredAnswer answer) {
    entityManager
        .createNativeQuery(
            "UPDATE idempotency_key SET status = :status, body = cast(:body as text)"
                + " WHERE who = :who AND key = :key")
        .setParameter("status", answer.status())
        .setParameter("body", answer.body().orElse(null))
        .setParameter("who", name.who())
        .setParameter("key", name.key())
        .executeUpdate();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  Kept kept(Name name) {
    var row =
        (Object[])
            entityManager
                .createNativeQuery(
                    "SELECT request_digest, status, body FROM idempotency_key"
                        + " WHERE who = :who AND key = :key",
                    Object[].class)
                .setParameter("who", name.who())
                .setParameter("key", name.key())
                .getSingleResult();
    return new Kept(
        (String) row[0],
        new StoredAnswer(((Number) row[1]).intValue(), Optional.ofNullable((String) row[2])));
  }

  /** Forgets keys older than {@link #REMEMBERED}. */
  @Transactional
  int forgetOld() {
    return entityManager
        .createNativeQuery("DELETE FROM idempotency_key WHERE created_at < :before")
        .setParameter("before", clock.instant().minus(REMEMBERED))
        .executeUpdate();
  }
}
