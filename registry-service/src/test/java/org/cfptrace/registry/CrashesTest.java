package org.cfptrace.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.cfptrace.participant.DirectoryClient;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.registry.DeadlyPoints.Death;
import org.cfptrace.registry.broker.Broker;
import org.cfptrace.registry.broker.Reconciling;
import org.cfptrace.registry.directory.DirectoryRelay;
import org.cfptrace.registry.log.CheckpointRelay;
import org.cfptrace.registry.log.LogWriter;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.database.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Dies at every crash point, at the first two times it comes there and after every step of the
 * log's writer, starts again, and expects the same rows, and the same rights at a real broker, as
 * if nothing had happened.
 */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestSecurity(user = "operator-1", roles = "operator")
class CrashesTest {
  private static final int OCCURRENCES = 2;

  /** One turn of the log's writer has so many steps, each with its own commit. */
  private static final int STEPS = 12;

  private static final int ATTEMPTS = 4;

  /**
   * What is the same in every run. Left out are answers, nonces and calls that were taken: whoever
   * did not hear an answer asks once more, and leaves one more of these.
   */
  private static final Map<String, String> ROWS =
      new TreeMap<>(
          Map.of(
              "application", "state, decided_by",
              "participant", "last_key_number, sequence, suspension",
              "enrolment_code", "used_at is not null",
              "participant_key", "key_number, key_use, revoked_at is null",
              "certified_key", "key_number, revoked_at is null",
              "accepted_partner", "accepted_at is not null",
              "directory_outbox", "sent_at is not null",
              "broker_work", "number > 0",
              "audit_trail", "actor, action"));

  @TestHTTPResource("/")
  URI registry;

  @TempDir Path directory;

  @Inject DeadlyPoints points;
  @Inject Broker broker;
  @Inject Reconciling reconciling;
  @Inject DirectoryRelay relay;
  @Inject LogWriter writer;
  @Inject CheckpointRelay checkpoints;
  @Inject DataSource dataSource;
  @Inject Clock clock;

  @Test
  void everyDeathIsMadeGood() {
    sql().update("update log_writer set held_until = '1970-01-01T00:00:00Z'");
    settle();
    points.forget();
    List<String> undisturbed = run("undisturbed");
    Map<CrashPoint, Integer> reached = points.counts();
    assertThat(reached.keySet()).as("every crash point is reached").containsAll(all());
    assertThat(undisturbed).contains("directory_outbox (t)", "mill may write to maker: true");
    assertThat(undisturbed).noneMatch(row -> row.startsWith("broker_work"));

    for (CrashPoint point : all()) {
      for (int occurrence = 1; occurrence <= occurrences(point); occurrence++) {
        if (reached.getOrDefault(point, 0) >= occurrence) {
          points.dieAt(point, occurrence);
          List<String> disturbed = run(point + "-" + occurrence);
          assertThat(points.disarm())
              .as("%s, occurrence %s, was reached", point, occurrence)
              .isTrue();
          assertThat(disturbed).as("%s, occurrence %s", point, occurrence).isEqualTo(undisturbed);
        }
      }
    }
  }

  private static int occurrences(CrashPoint point) {
    return point == CrashPoint.LOG_WRITER_AFTER_COMMIT ? STEPS : OCCURRENCES;
  }

  /** All that the registry has by itself, and the writes that it shares with the others. */
  private static Set<CrashPoint> all() {
    Set<CrashPoint> all = EnumSet.copyOf(CrashPoint.OF_REGISTRY);
    all.add(CrashPoint.HTTP_WRITE_BEFORE_COMMIT);
    all.add(CrashPoint.HTTP_WRITE_AFTER_COMMIT);
    return all;
  }

  /** Two companies come in, one lets the other write to it, which is suspended in the end. */
  private List<String> run(String name) {
    List<String> before = rows();
    List<String> seen = new ArrayList<>();
    EnrolledParticipant maker = comesIn(name + "-maker");
    EnrolledParticipant mill = comesIn(name + "-mill");
    repeated(
        () -> {
          client().accept(maker, mill.id());
          return true;
        });
    settle();
    seen.add("mill may write to maker: " + mayWrite(mill, maker));
    write(
        "/api/v1/participants/" + mill.id().shortId() + "/suspension",
        "{\"reason\":\"found out\"}",
        200);
    settle();
    seen.add("suspended mill may write to maker: " + mayWrite(mill, maker));
    seen.add("rights of the suspended: " + broker.rightsOf(mill.principal()).size());
    seen.add("rights of the other: " + broker.rightsOf(maker.principal()).size());
    assertTheLogIsWhole();
    List<String> after = rows();
    before.forEach(after::remove);
    after.stream()
        .map(row -> row.replace(maker.id().shortId(), "maker"))
        .map(row -> row.replace(mill.id().shortId(), "mill"))
        .sorted()
        .forEach(seen::add);
    return seen;
  }

  private boolean mayWrite(EnrolledParticipant from, EnrolledParticipant to) {
    return broker.rightsOf(from.principal()).stream()
        .anyMatch(right -> right.name().equals("cfp.inbox." + to.id().shortId()));
  }

  private EnrolledParticipant comesIn(String name) {
    String application =
        write("/api/v1/applications", Newcomer.form(name, ""), 201).path("applicationId");
    Response approval = write("/api/v1/applications/" + application + "/approval", "", 200);
    return repeated(() -> Newcomer.enrols(registry, directory.resolve(name), approval.jsonPath()));
  }

  private DirectoryClient client() {
    return new DirectoryClient(registry, Newcomer.trustAnchor(), HttpClient.newHttpClient(), clock);
  }

  /** A write over HTTP; a caller that hears nothing repeats it with the same key. */
  private static Response write(String path, String body, int expected) {
    String key = UUID.randomUUID().toString();
    Response heard = attempt(path, body, key);
    for (int again = 1; heard.statusCode() == 500 && again < ATTEMPTS; again++) {
      heard = attempt(path, body, key);
    }
    assertThat(heard.statusCode()).as("%s: %s", path, heard.asString()).isEqualTo(expected);
    return heard;
  }

  private static Response attempt(String path, String body, String key) {
    return given()
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(body)
        .post(path);
  }

  /** What a participant's own program does when the registry did not answer as it should. */
  private static <T> T repeated(Supplier<T> call) {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        return call.get();
      } catch (RuntimeException unheard) {
        // The next attempt says whether it was more than a death.
      }
    }
    return call.get();
  }

  /** Lets everything that waits be done. */
  private void settle() {
    for (int round = 0; round < 3; round++) {
      surviving(
          () -> {
            reconciling.work();
            return true;
          });
      surviving(relay::relay);
      surviving(writer::turn);
      surviving(checkpoints::relay);
    }
  }

  /** Runs a step; where the process dies in it, the next process does it again. */
  private static <T> T surviving(Supplier<T> step) {
    try {
      return step.get();
    } catch (Death dead) {
      return surviving(step);
    } catch (RuntimeException wrapped) {
      assertThat(wrapped).hasRootCauseInstanceOf(Death.class);
      return surviving(step);
    }
  }

  /** Nothing waits, each entry has its place, and what is shown was sent and covers all of it. */
  private void assertTheLogIsWhole() {
    assertThat(number("select count(*) from log_waiting")).isZero();
    long size = number("select size from log_writer");
    assertThat(number("select count(*) from log_place")).isEqualTo(size);
    assertThat(number("select count(*) from log_entry")).isEqualTo(size);
    assertThat(number("select max(size) from log_checkpoint")).isEqualTo(size);
    assertThat(number("select count(*) from log_checkpoint where sent_at is null")).isZero();
  }

  private long number(String query) {
    return sql().number(query);
  }

  private List<String> rows() {
    List<String> rows = new ArrayList<>();
    ROWS.forEach(
        (table, columns) ->
            sql()
                .list(
                    "select row(" + columns + ")::text as seen from " + table + " order by 1",
                    row -> row.text("seen"))
                .forEach(seen -> rows.add(table + " " + seen)));
    return rows;
  }

  private Sql sql() {
    return new Sql(dataSource);
  }
}
