package org.cfptrace.registry.wiring.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.cfptrace.registry.Transactions;
import org.cfptrace.registry.answer.ProblemCode;
import org.cfptrace.registry.answer.Refused;
import org.cfptrace.registry.participant.SecretText;
import org.cfptrace.registry.wiring.Sql;

/**
 * Makes writes repeatable: the first request with an {@code Idempotency-Key} is done, and its
 * answer kept in the same transaction; a repeat gets that answer; another request with the key is
 * refused.
 */
@ApplicationScoped
public class Writes {
  private static final String HEADER = "Idempotency-Key";
  private static final int LONGEST_KEY = 200;
  private static final Duration REMEMBERED = Duration.ofDays(7);

  private final Sql sql;
  private final Transactions transactions;
  private final ObjectMapper json;
  private final Clock clock;
  private final CurrentVertxRequest current;

  Writes(
      Sql sql,
      Transactions transactions,
      ObjectMapper json,
      Clock clock,
      CurrentVertxRequest current) {
    this.sql = sql;
    this.transactions = transactions;
    this.json = json;
    this.clock = clock;
    this.current = current;
  }

  private record Kept(int status, String body) {}

  /**
   * Does {@code write} once.
   *
   * @param who whose key it is: the keys of two callers never meet
   */
  public Response once(String who, byte[] body, Supplier<Answer> write) {
    var key = key();
    var name = SecretText.digest(who + "\n" + key);
    var request = current.getCurrent().request();
    var digest =
        SecretText.digest(
            request.method().name() + " " + request.uri() + "\n" + new String(body, ISO_8859_1));
    var kept =
        transactions.in(
            () -> isNew(name, digest) ? first(name, key, write) : again(name, digest, key));
    return Response.status(kept.status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(kept.body)
        .build();
  }

  private String key() {
    var key = current.getCurrent().request().getHeader(HEADER);
    if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
      throw new Refused(
          ProblemCode.IDEMPOTENCY_KEY_REQUIRED,
          "expected a header " + HEADER + " of 1 to " + LONGEST_KEY + " characters");
    }
    return key;
  }

  // Where another transaction holds the name, PostgreSQL makes us wait for its end: committed, the
  // name is taken; rolled back, it is ours.
  private boolean isNew(String name, String digest) {
    return sql.run(
            "INSERT INTO idempotent_answer (name, request_digest, created_at)"
                + " VALUES (:name, :digest, :now) ON CONFLICT DO NOTHING",
            Map.of("name", name, "digest", digest, "now", clock.instant()))
        == 1;
  }

  private Kept first(String name, String key, Supplier<Answer> write) {
    var answer = write.get();
    var body = written(answer.body());
    sql.run(
        "UPDATE idempotent_answer SET status = :status, sealed_body = :body WHERE name = :name",
        Map.of(
            "status",
            answer.status(),
            "body",
            SealedAnswer.seal(body.getBytes(UTF_8), key),
            "name",
            name));
    return new Kept(answer.status(), body);
  }

  private Kept again(String name, String digest, String key) {
    var row =
        sql.rows(
                "SELECT request_digest, status, sealed_body FROM idempotent_answer"
                    + " WHERE name = :name",
                Map.of("name", name))
            .get(0);
    if (!row[0].equals(digest)) {
      throw new Refused(
          ProblemCode.IDEMPOTENCY_KEY_REUSED, "the key came before with another request");
    }
    return new Kept(
        ((Number) row[1]).intValue(), new String(SealedAnswer.open((byte[]) row[2], key), UTF_8));
  }

  private String written(Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer could not be written as JSON", e);
    }
  }

  /** Forgets old answers. */
  public void forgetOld() {
    sql.run(
        "DELETE FROM idempotent_answer WHERE created_at < :before",
        Map.of("before", clock.instant().minus(REMEMBERED)));
  }
}
