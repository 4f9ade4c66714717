package org.cfptrace.registry.wiring.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.cfptrace.registry.participant.SecretText;
import org.cfptrace.registry.wiring.Sql;
import org.cfptrace.service.http.KeptAnswers;
import org.cfptrace.service.http.StoredAnswer;

/**
 * Answers of past writes, each sealed with its caller's own idempotency key, of which we keep a
 * digest: an approval's answer holds a one-time code.
 */
@ApplicationScoped
class SealedAnswers implements KeptAnswers {
  private static final int LONGEST_KEY = 200;
  private static final Duration REMEMBERED = Duration.ofDays(7);

  private final Sql sql;
  private final Clock clock;

  SealedAnswers(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public int longestKey() {
    return LONGEST_KEY;
  }

  @Override
  public boolean claim(Name name, String requestDigest) {
    return sql.run(
            "INSERT INTO idempotent_answer (name, request_digest, created_at)"
                + " VALUES (:name, :digest, :now) ON CONFLICT DO NOTHING",
            Map.of("name", digest(name), "digest", requestDigest, "now", clock.instant()))
        == 1;
  }

  @Override
  public void requestIs(Name name, String requestDigest) {
    sql.run(
        "UPDATE idempotent_answer SET request_digest = :digest WHERE name = :name",
        Map.of("digest", requestDigest, "name", digest(name)));
  }

  @Override
  public void keep(Name name, StoredAnswer answer) {
    byte[] body = answer.body().orElse("").getBytes(UTF_8);
    sql.run(
        "UPDATE idempotent_answer SET status = :status, sealed_body = :body WHERE name = :name",
        Map.of(
            "status",
            answer.status(),
            "body",
            SealedAnswer.seal(body, name.key()),
            "name",
            digest(name)));
  }

  @Override
  public Kept kept(Name name) {
    var row =
        sql.rows(
                "SELECT request_digest, status, sealed_body FROM idempotent_answer"
                    + " WHERE name = :name",
                Map.of("name", digest(name)))
            .get(0);
    String body = new String(SealedAnswer.open((byte[]) row[2], name.key()), UTF_8);
    return new Kept(
        (String) row[0],
        new StoredAnswer(
            ((Number) row[1]).intValue(),
            Optional.of(body).filter(text -> !text.isEmpty()),
            OptionalLong.empty(),
            Optional.empty()));
  }

  @Override
  @Transactional
  public int forgetOld() {
    return sql.run(
        "DELETE FROM idempotent_answer WHERE created_at < :before",
        Map.of("before", clock.instant().minus(REMEMBERED)));
  }

  private static String digest(Name name) {
    return SecretText.digest(name.who() + "\n" + name.key());
  }
}
