package org.cfptrace.service.http;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The keys of past writes and what they were answered, in PostgreSQL. */
@ApplicationScoped
@DefaultBean
class IdempotencyKeys implements KeptAnswers {
  /** How long a repeat is recognised. */
  private static final Duration REMEMBERED = Duration.ofDays(7);

  private static final int LONGEST_KEY = 100;

  private final EntityManager entityManager;
  private final Clock clock;

  IdempotencyKeys(EntityManager entityManager, Clock clock) {
    this.entityManager = entityManager;
    this.clock = clock;
  }

  @Override
  public int longestKey() {
    return LONGEST_KEY;
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean claim(Name name, String requestDigest) {
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

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public void requestIs(Name name, String requestDigest) {
    entityManager
        .createNativeQuery(
            "UPDATE idempotency_key SET request_digest = :digest WHERE who = :who AND key = :key")
        .setParameter("digest", requestDigest)
        .setParameter("who", name.who())
        .setParameter("key", name.key())
        .executeUpdate();
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public void keep(Name name, StoredAnswer answer) {
    entityManager
        .createNativeQuery(
            "UPDATE idempotency_key SET status = :status, body = cast(:body as text), version ="
                + " cast(:version as bigint), location = cast(:location as text)"
                + " WHERE who = :who AND key = :key")
        .setParameter("status", answer.status())
        .setParameter("body", answer.body().orElse(null))
        .setParameter("version", answer.version().isPresent() ? answer.version().getAsLong() : null)
        .setParameter("location", answer.location().orElse(null))
        .setParameter("who", name.who())
        .setParameter("key", name.key())
        .executeUpdate();
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public Kept kept(Name name) {
    var row =
        (Object[])
            entityManager
                .createNativeQuery(
                    "SELECT request_digest, status, body, version, location FROM idempotency_key"
                        + " WHERE who = :who AND key = :key",
                    Object[].class)
                .setParameter("who", name.who())
                .setParameter("key", name.key())
                .getSingleResult();
    return new Kept(
        (String) row[0],
        new StoredAnswer(
            ((Number) row[1]).intValue(),
            Optional.ofNullable((String) row[2]),
            number((Number) row[3]),
            Optional.ofNullable((String) row[4])));
  }

  @Override
  @Transactional
  public int forgetOld() {
    return entityManager
        .createNativeQuery("DELETE FROM idempotency_key WHERE created_at < :before")
        .setParameter("before", clock.instant().minus(REMEMBERED))
        .executeUpdate();
  }

  private static OptionalLong number(@Nullable Number value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value.longValue());
  }
}
