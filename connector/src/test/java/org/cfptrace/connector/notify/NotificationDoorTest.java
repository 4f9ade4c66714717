package org.cfptrace.connector.notify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.cfptrace.connector.wiring.Door;
import org.cfptrace.connector.wiring.RealDatabase;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.Tokens;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.database.Transactions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class NotificationDoorTest {
  private static final String NOTIFICATIONS = "/api/v1/notifications";
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  @Inject Notifications notifications;
  @Inject Transactions transactions;

  @TestHTTPResource(NOTIFICATIONS + "/stream")
  URI stream;

  // ---- the list

  @Test
  void showsWhatWasToldWithATitleInTheCallersLanguage() {
    ParticipantId mill = someCompany();
    TraceId steel = TraceId.random();
    tell(
        Told.of(NotificationType.UPDATED, NOW)
            .withPartner(mill)
            .withProduct(steel)
            .withDeclaration("d-1")
            .withFact("changePercent", "12.5"));

    Door.supplier()
        .get(NOTIFICATIONS + "?partnerId=" + mill.shortId())
        .then()
        .statusCode(200)
        .body("items.type", contains("UPDATED"))
        .body("items[0].title", equalTo("A supplier has updated a footprint"))
        .body("items[0].partnerId", equalTo(mill.did()))
        .body("items[0].traceId", equalTo(steel.toString()))
        .body("items[0].requestId", nullValue())
        .body("items[0].declarationId", equalTo("d-1"))
        .body("items[0].facts.changePercent", equalTo("12.5"))
        .body("items[0].at", equalTo(NOW.toString()))
        .body("items[0].readAt", nullValue());
    Door.supplier()
        .header("Accept-Language", "ja,en;q=0.5")
        .get(NOTIFICATIONS + "?partnerId=" + mill.did())
        .then()
        .body("items[0].title", equalTo("取引先が CFP を更新しました"));
  }

  @Test
  void isPagedAndFiltered() {
    ParticipantId mill = someCompany();
    for (int i = 0; i < 3; i++) {
      tell(Told.of(NotificationType.EXPIRING, NOW).withPartner(mill));
    }
    tell(Told.of(NotificationType.EXPIRED, NOW).withPartner(mill));
    String ofMill = NOTIFICATIONS + "?partnerId=" + mill.shortId();

    JsonPath first = Door.analyst().get(ofMill + "&type=EXPIRING&limit=2").jsonPath();
    assertThat(first.getList("items.type")).containsExactly("EXPIRING", "EXPIRING");
    JsonPath second =
        Door.analyst()
            .get(ofMill + "&type=EXPIRING&limit=2&after=" + first.getString("next"))
            .jsonPath();
    assertThat(second.getList("items")).hasSize(1);
    assertThat(second.getString("next")).isNull();

    read(Roles.ANALYST, first.getLong("items[0].number")).then().statusCode(204);
    Door.analyst()
        .get(ofMill + "&unread=true")
        .then()
        .body("items.type", contains("EXPIRED", "EXPIRING", "EXPIRING"))
        .body("items.readBy", everyItem(nullValue()));
    Door.analyst()
        .get(ofMill + "&unread=false")
        .then()
        .body("items.readBy", contains("analyst-user"));
  }

  @ParameterizedTest
  @CsvSource({
    "type=NEWS, type",
    "unread=yes, unread",
    "partnerId=mill, partnerId",
    "limit=101, limit",
    "after=x, after"
  })
  void aParameterThatCannotBeAcceptedIsNamed(String parameter, String name) {
    Door.analyst()
        .get(NOTIFICATIONS + "?" + parameter)
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"))
        .body("detail", containsString("\"" + name + "\""));
  }

  // ---- reading

  @Test
  void theFirstReaderIsKeptAndTheSecondHasDoneNothingWrong() {
    long number = tell(Told.of(NotificationType.RECALLED, NOW).withPartner(someCompany()));
    int unread = Door.supplier().get(NOTIFICATIONS).path("unread");

    read(Roles.APPROVER, number).then().statusCode(204);
    read(Roles.SUPPLIER, number).then().statusCode(204);

    assertThat(notifications.find(number).orElseThrow().readBy()).contains("approver-user");
    Door.supplier().get(NOTIFICATIONS).then().body("unread", equalTo(unread - 1));
    Door.as(Roles.AUDITOR)
        .get("/api/v1/journal?limit=5")
        .then()
        .body("items.action", hasItem("notification.read"))
        .body("items.subject", hasItem(Long.toString(number)));
  }

  @Test
  void whatWasNeverToldCannotBeRead() {
    read(Roles.SUPPLIER, 987_654_321).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
  }

  @Test
  void aReadingNamesItself() {
    Door.supplier()
        .post(NOTIFICATIONS + "/1/reading")
        .then()
        .statusCode(400)
        .body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
  }

  // ---- who may

  @ParameterizedTest
  @ValueSource(
      strings = {
        Roles.SUPPLIER,
        Roles.APPROVER,
        Roles.ANALYST,
        Roles.OPERATOR,
        Roles.ADMIN,
        Roles.AUDITOR,
        Roles.DISCLOSURE_OFFICER
      })
  void everybodyWithARoleSeesThem(String role) {
    Door.as(role).get(NOTIFICATIONS).then().statusCode(200);
  }

  @Test
  void whoOnlyLooksDoesNotMarkAsRead() {
    read(Roles.AUDITOR, 1).then().statusCode(403);
  }

  @Test
  void aDisclosureOfficerMarksAsReadWhatWaitsForASignature() {
    long number =
        tell(Told.of(NotificationType.SIGNATURE_REQUESTED, NOW).withPartner(someCompany()));

    read(Roles.DISCLOSURE_OFFICER, number).then().statusCode(204);

    assertThat(notifications.find(number).orElseThrow().readBy())
        .contains("disclosure-officer-user");
  }

  // ---- the stream

  @Test
  void anEventToldAfterTheStreamWasOpenedArrivesAsInTheList() {
    ParticipantId mill = someCompany();
    try (Line line = open(stream, "Accept-Language", "ja")) {
      assertThat(line.status()).isEqualTo(200);
      assertThat(line.header("Content-Type")).startsWith("text/event-stream");
      assertThat(line.header("Cache-Control")).isEqualTo("no-store");
      await().until(() -> line.lines().contains(":listening"));

      long number =
          tell(
              Told.of(NotificationType.RECALLED, NOW)
                  .withPartner(mill)
                  .withFact("reason", "two\nlines"));

      await().until(() -> line.ids().contains(number));
      int at = line.lines().indexOf("id:" + number);
      assertThat(line.lines().get(at + 1)).isEqualTo("event:RECALLED");
      JsonPath data = JsonPath.from(line.lines().get(at + 2).substring("data:".length()));
      JsonPath listed =
          Door.analyst()
              .header("Accept-Language", "ja")
              .get(NOTIFICATIONS + "?partnerId=" + mill.shortId())
              .jsonPath();
      assertThat(data.getMap("")).isEqualTo(listed.getMap("items[0]"));
      assertThat(data.getString("title")).isEqualTo("取引先が申告を取り下げました");
    }
  }

  @Test
  void whoComesBackWithTheLastEventIdMissesNothing() {
    long first;
    try (Line line = open(stream)) {
      await().until(() -> line.lines().contains(":listening"));
      first = tell(Told.of(NotificationType.ANSWERED, NOW).withPartner(someCompany()));
      await().until(() -> line.ids().contains(first));
    }
    long missed = tell(Told.of(NotificationType.ANSWERED, NOW).withPartner(someCompany()));
    long alsoMissed = tell(Told.of(NotificationType.UPDATED, NOW).withPartner(someCompany()));

    URI ignored = URI.create(stream + "?after=0");
    try (Line line = open(ignored, "Last-Event-ID", Long.toString(first))) {
      await().until(() -> line.ids().contains(alsoMissed));
      assertThat(line.ids()).containsExactly(first, missed, alsoMissed);
      assertThat(line.lines()).as("what was heard before is only the place").contains(":listening");
    }
  }

  @Test
  void aListenerThatHeardNothingYetKnowsWhereToGoOn() {
    long before = tell(Told.of(NotificationType.ANSWERED, NOW).withPartner(someCompany()));
    try (Line line = open(stream)) {
      await().until(() -> line.lines().contains(":listening"));
      assertThat(line.ids()).containsExactly(before);
    }
  }

  @Test
  void theFirstCallMayNameANumberInItsAddress() {
    long first = tell(Told.of(NotificationType.ANSWERED, NOW).withPartner(someCompany()));
    try (Line line = open(URI.create(stream + "?after=" + (first - 1)))) {
      await().until(() -> line.ids().contains(first));
      assertThat(line.lines()).contains("event:ANSWERED");
    }
  }

  @Test
  void aStreamEndsWithItsToken() {
    String token = Tokens.of("short", Instant.now().plusSeconds(3), Roles.ANALYST);
    try (Line line = open(stream, "Authorization", "Bearer " + token)) {
      assertThat(line.status()).isEqualTo(200);
      await().atMost(Duration.ofSeconds(60)).until(line::hasEnded);
    }
  }

  @Test
  void aNumberThatIsNoneIsRefused() {
    given()
        .auth()
        .oauth2(Tokens.of("analyst-user", Roles.ANALYST))
        .header("Last-Event-ID", "yesterday")
        .get(NOTIFICATIONS + "/stream")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"))
        .body("detail", containsString("Last-Event-ID"));
    Door.analyst().get(NOTIFICATIONS + "/stream?after=-1").then().statusCode(400);
  }

  /** Tells it; its number. */
  private long tell(Told told) {
    transactions.doInNew(() -> notifications.tell(told));
    return transactions
        .inNew(
            () ->
                notifications.newestFirst(
                    new PageRequest(1, Optional.empty()), Notifications.Filter.all()))
        .items()
        .get(0)
        .number();
  }

  private static Response read(String role, long number) {
    return Door.with(Door.as(role), "").post(NOTIFICATIONS + "/" + number + "/reading");
  }

  private static ParticipantId someCompany() {
    String letters =
        UUID.randomUUID().toString().replace("-", "").replaceAll("[0189]", "z").substring(0, 16);
    return ParticipantId.of("registry.cfptrace.example", letters);
  }

  private static Line open(URI address, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20));
    List<String> all = new ArrayList<>(List.of(headers));
    if (!all.contains("Authorization")) {
      all.addAll(List.of("Authorization", "Bearer " + Tokens.of("analyst-user", Roles.ANALYST)));
    }
    try {
      return new Line(
          HttpClient.newHttpClient()
              .send(
                  request.headers(all.toArray(String[]::new)).build(),
                  HttpResponse.BodyHandlers.ofLines()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** An open stream, read as it comes. */
  private static final class Line implements AutoCloseable {
    private final HttpResponse<Stream<String>> response;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> reading;

    Line(HttpResponse<Stream<String>> response) {
      this.response = response;
      this.reading = CompletableFuture.runAsync(() -> response.body().forEach(lines::add));
    }

    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    List<String> lines() {
      return lines;
    }

    List<Long> ids() {
      return lines.stream()
          .filter(line -> line.startsWith("id:"))
          .map(line -> Long.parseLong(line.substring("id:".length())))
          .toList();
    }

    boolean hasEnded() {
      return reading.isDone();
    }

    @Override
    public void close() {
      response.body().close();
    }
  }
}
