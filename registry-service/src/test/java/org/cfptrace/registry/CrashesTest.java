package org.cfptrace.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.cfptrace.log.LogEntry;
import org.cfptrace.participant.DirectoryClient;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.registry.DeadlyPoints.Death;
import org.cfptrace.registry.broker.Broker;
import org.cfptrace.registry.broker.Reconciling;
import org.cfptrace.registry.directory.DirectoryRelay;
import org.cfptrace.registry.log.CheckpointRelay;
import org.cfptrace.registry.log.LogWriter;
import org.cfptrace.registry.wiring.HourlyJob;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.database.Sql;
import org.cfptrace.strict.Base64Url;
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

  /** One run makes so many signed calls. */
  private static final int SIGNED_CALLS = 5;

  private static final int ATTEMPTS = 4;

  private static final Duration SOON = Duration.ofSeconds(20);

  /**
   * What is the same in every run. Left out are answers, nonces and new calls that were taken:
   * whoever did not hear an answer asks once more, and leaves one more of these.
   */
  private static final Map<String, String> ROWS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("application", "state, decided_by"),
              Map.entry("participant", "last_key_number, sequence, suspension"),
              Map.entry("enrolment_code", "used_at is not null"),
              Map.entry("participant_key", "key_number, key_use, revoked_at is null"),
              Map.entry("certified_key", "key_number, revoked_at is null"),
              Map.entry("accepted_partner", "owner_id, partner_id"),
              Map.entry("directory_outbox", "sent_at is not null"),
              Map.entry("broker_work", "number > 0"),
              Map.entry("log_entry where submitter is not null", "submitter, superseded, recalled"),
              Map.entry("signed_call where expires_at < '2000-01-01'", "expires_at"),
              Map.entry("audit_trail", "actor, action")));

  @TestHTTPResource("/")
  URI registry;

  @TempDir Path directory;

  @Inject DeadlyPoints points;
  @Inject Broker broker;
  @Inject Reconciling reconciling;
  @Inject DirectoryRelay relay;
  @Inject HourlyJob hourly;
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
    assertThat(reached).containsEntry(CrashPoint.SIGNED_CALL_AFTER_COMMIT, SIGNED_CALLS);
    assertThat(undisturbed)
        .contains(
            "directory_outbox (t)",
            "maker may write to mill: false",
            "accepted_partner (maker,mill)",
            "log_entry where submitter is not null (maker,f,t)")
        .noneMatch(row -> row.startsWith("broker_work") || row.startsWith("signed_call"));

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
    return switch (point) {
      case LOG_WRITER_AFTER_COMMIT -> STEPS;
      case SIGNED_CALL_BEFORE_COMMIT, SIGNED_CALL_AFTER_COMMIT -> SIGNED_CALLS;
      default -> OCCURRENCES;
    };
  }

  /** All that the registry has by itself, and the writes that it shares with the others. */
  private static Set<CrashPoint> all() {
    Set<CrashPoint> all = EnumSet.copyOf(CrashPoint.OF_REGISTRY);
    all.add(CrashPoint.HTTP_WRITE_BEFORE_COMMIT);
    all.add(CrashPoint.HTTP_WRITE_AFTER_COMMIT);
    return all;
  }

  /**
   * Two companies come in and let each other write to them; one takes that back and hands an entry
   * in; the other is suspended in the end.
   */
  private List<String> run(String name) {
    List<String> before = rows();
    List<String> seen = new ArrayList<>();
    EnrolledParticipant maker = comesIn(name + "-maker");
    EnrolledParticipant mill = comesIn(name + "-mill");
    repeated(() -> client().accept(maker, mill.id()));
    repeated(() -> client().accept(mill, maker.id()));
    settle();
    soon(() -> mayWrite(mill, maker) && mayWrite(maker, mill));
    repeated(() -> client().withdraw(mill, maker.id()));
    handsInAndRecalls(maker);
    settle();
    hoursPass(maker, mill);
    soon(() -> mayWrite(mill, maker));
    seen.add("maker may write to mill: " + mayWrite(maker, mill));
    write(
        "/api/v1/participants/" + mill.id().shortId() + "/suspension",
        "{\"reason\":\"found out\"}",
        200);
    settle();
    soon(() -> broker.rightsOf(mill.principal()).isEmpty());
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

  private void handsInAndRecalls(EnrolledParticipant who) {
    byte[] digest = new byte[32];
    ThreadLocalRandom.current().nextBytes(digest);
    String entry = Base64Url.encode(LogEntry.of(LogEntry.Kind.EXPORT, digest).bytes());
    handOver(who, "/api/v1/log/entries", "{\"entries\":[\"" + entry + "\"]}");
    handOver(who, "/api/v1/log/status", "{\"entry\":\"" + entry + "\",\"recalled\":true}");
  }

  /** A signed call; a caller that hears nothing signs a new one. */
  private void handOver(EnrolledParticipant who, String path, String body) {
    Response heard = post(who, path, body);
    for (int again = 1; heard.statusCode() == 500 && again < ATTEMPTS; again++) {
      heard = post(who, path, body);
    }
    assertThat(heard.statusCode()).as("%s: %s", path, heard.asString()).isEqualTo(200);
  }

  private Response post(EnrolledParticipant who, String path, String body) {
    return given()
        .header("Authorization", Newcomer.signs(who, "POST", registry.resolve(path), body))
        .contentType("application/json")
        .body(body)
        .post(path);
  }

  /**
   * What the registry does unasked: it makes a heartbeat, forgets an old call, and brings back
   * rights that somebody took away by hand. The other participants of the tests have theirs; to
   * look at each of them again in every run would only take long.
   */
  private void hoursPass(EnrolledParticipant maker, EnrolledParticipant mill) {
    sql().update("update heartbeat set made_at = '1970-01-01T00:00:00Z'");
    sql()
        .update(
            "insert into signed_call (id, expires_at)"
                + " values (gen_random_uuid(), '1970-01-01T00:00:00Z')");
    broker.revoke(broker.rightsOf(mill.principal()));
    soon(() -> broker.rightsOf(mill.principal()).isEmpty());
    surviving(relay::beat);
    surviving(hourly::run);
    surviving(reconciling::start);
    sql()
        .update(
            "delete from broker_work where participant_id not in (?, ?)",
            maker.id().shortId(),
            mill.id().shortId());
    settle();
  }

  /** The broker's own view of its rights follows a change a moment later. */
  private static void soon(Callable<Boolean> isSo) {
    await().atMost(SOON).until(isSo);
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
  private static void repeated(Runnable call) {
    repeated(
        () -> {
          call.run();
          return true;
        });
  }

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
      surviving(reconciling::work);
      surviving(relay::relay);
      surviving(writer::turn);
      surviving(checkpoints::relay);
    }
  }

  private static void surviving(Runnable step) {
    surviving(
        () -> {
          step.run();
          return true;
        });
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
