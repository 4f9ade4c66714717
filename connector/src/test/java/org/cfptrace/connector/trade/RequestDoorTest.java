package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.cfptrace.connector.exchange.Service;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.connector.wiring.Door;
import org.cfptrace.connector.wiring.Given;
import org.cfptrace.connector.wiring.RealDatabase;
import org.cfptrace.connector.wiring.Trade;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.database.Sql;
import org.cfptrace.trade.RequestId;
import org.cfptrace.trade.RequestState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests through their doors: the service asks a mill, and a car maker asks the service. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class RequestDoorTest {
  private static final String REQUESTS = "/api/v1/requests";
  private static final Street STREET = new Street();
  private static final Firm MILL = STREET.firm("mmmmmmmmmmmmmmdr", "Kita Mill");
  private static final Firm CARS = STREET.firm("zzzzzzzzzzzzzzdr", "Aki Cars");

  @Inject Service service;
  @Inject Trade trade;
  @Inject javax.sql.DataSource dataSource;

  @BeforeEach
  void partnersTheyAre() {
    STREET.meet(service, trade);
  }

  // ---- asking

  @Test
  void eachOfManyHasAnOutcomeOfItsOwnAndTheGoodOnesAreSent() {
    String bracket = aBracket("coil", "bolt", "wire", "foil", "rod");
    settle();
    long before = sent(MILL);

    Response answer =
        Door.writing(
                questions(
                    question(
                        bracket, "coil", MILL, "\"due\": \"2099-12-31\", \"message\": \"please\""),
                    question(bracket, "nail", MILL, ""),
                    question(bracket, "bolt", MILL, "\"share\": \"0.6\""),
                    question(bracket, "bolt", CARS, "\"share\": \"0.6\""),
                    question(
                        bracket, "wire", MILL, "\"message\": \"%s\"".formatted("部".repeat(1001))),
                    question(
                        bracket, "wire", MILL, "\"due\": \"%s\"".formatted(today().minusDays(1))),
                    question(bracket, "wire", MILL, "\"unit\": \"furlong\""),
                    question(bracket, "wire", MILL, "\"unit\": \"piece\""),
                    question(bracket, "coil", MILL, ""),
                    question("urn:uuid:" + UUID.randomUUID(), "coil", MILL, ""),
                    "{\"traceId\": \"%s\", \"lineId\": \"wire\", \"partnerId\": \"%s\"}"
                        .formatted(bracket, "xxxxxxxxxxxxxxxx"),
                    question(bracket, "wire", MILL, "\"due\": \"+12345-01-01\""),
                    question(
                        bracket,
                        "wire",
                        MILL,
                        "\"share\": \"1.5\", \"from\": \"2026-02-30\", \"extra\": 1"),
                    question(bracket, "wire", MILL, "\"periodFrom\": \"2026-01-01\""),
                    question(bracket, "rod", MILL, "\"customerPartId\": \"\", \"message\": \" \"")))
            .post(REQUESTS);

    answer
        .then()
        .statusCode(200)
        .body("sent", equalTo(3))
        .body("refused", equalTo(12))
        .body("outcomes.row", equalTo(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14)))
        .body("outcomes[0].request.state", equalTo("ASKED"))
        .body("outcomes[0].problem", nullValue())
        .body("outcomes[2].request.askedFor.share", equalTo("0.6"))
        .body("outcomes[14].request.part.customerPartId", nullValue());
    problem(answer, 1, "NOT_FOUND");
    problem(answer, 3, "INVALID_FIELDS", "share", "SHARES_ABOVE_ONE");
    problem(answer, 4, "INVALID_FIELDS", "message", "TOO_LONG");
    problem(answer, 5, "INVALID_FIELDS", "due", "IN_THE_PAST");
    problem(answer, 6, "INVALID_FIELDS", "unit", "INVALID");
    problem(answer, 7, "UNIT_MISMATCH", "unit", "UNIT_MISMATCH");
    problem(answer, 8, "CONFLICT");
    problem(answer, 9, "NOT_FOUND");
    problem(answer, 10, "NOT_FOUND");
    problem(answer, 11, "INVALID_FIELDS", "due", "INVALID");
    answer
        .then()
        .body(
            "outcomes[12].problem.errors.field",
            containsInAnyOrder("requests[12].share", "requests[12].from", "requests[12].extra"));
    problem(answer, 13, "INVALID_FIELDS", "periodTo", "REQUIRED");
    settle();
    assertThat(sent(MILL) - before).isEqualTo(3);
    String asked = answer.path("outcomes[0].request.requestId");
    assertThat(MILL.stateOf(RequestId.of(asked))).isEqualTo(RequestState.ASKED);
  }

  @Test
  void aRepeatGetsTheSameAnswerAndSendsNothingTwice() {
    String bracket = aBracket("coil");
    String key = UUID.randomUUID().toString();
    String json = questions(question(bracket, "coil", MILL, ""));
    Response first = ask(key, json);
    Response again = ask(key, json);

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.asString()).isEqualTo(first.asString());
    ask(key, questions(question(bracket, "coil", CARS, "")))
        .then()
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    Door.supplier()
        .get(REQUESTS + "?traceId=" + bracket)
        .then()
        .body("items.requestId", contains(first.<String>path("outcomes[0].request.requestId")));
  }

  @Test
  void ofTwoWhoAskForOneLineAtTheSameMomentOneIsSent() throws Exception {
    String bracket = aBracket("coil");
    String json = questions(question(bracket, "coil", MILL, ""));
    List<Callable<Response>> both =
        List.of(
            () -> ask(UUID.randomUUID().toString(), json),
            () -> ask(UUID.randomUUID().toString(), json));
    List<Integer> sent = new ArrayList<>();
    ExecutorService clerks = Executors.newFixedThreadPool(2);
    try {
      for (Future<Response> each : clerks.invokeAll(both)) {
        sent.add(sent(each));
      }
    } finally {
      clerks.shutdownNow();
    }

    assertThat(sent).containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void aBodyThatIsNoListOfQuestionsIsRefusedAsAWhole() {
    Door.writing("{\"requests\": []}")
        .post(REQUESTS)
        .then()
        .statusCode(400)
        .body("errors.code", contains("EMPTY"));
    Door.writing("{\"requests\": [" + "{},".repeat(100) + "{}]}")
        .post(REQUESTS)
        .then()
        .statusCode(400)
        .body("errors.code", contains("TOO_MANY"));
    Door.writing("{}")
        .post(REQUESTS)
        .then()
        .statusCode(400)
        .body("errors.code", contains("REQUIRED"));
  }

  @Test
  void theAmountTheProductAndTheShareAreNeverSent() {
    String bracket = aBracket("coil");
    String asked = sentTo(MILL, bracket, "coil", "\"share\": \"0.4\"");
    settle();

    String seen =
        String.valueOf(
            MILL.trade()
                .requests()
                .find(RequestId.of(asked), org.cfptrace.trade.RequestSide.ANSWERER));
    assertThat(seen).doesNotContain(bracket).doesNotContain("0.4").doesNotContain("2.5");
  }

  // ---- lists

  @Test
  void requestsAreFoundByDirectionStatePartnerProductAndDueDay() {
    String bracket = aBracket("coil", "bolt");
    String coil = sentTo(MILL, bracket, "coil", "\"due\": \"2099-01-01\"");
    String bolt = sentTo(CARS, bracket, "bolt", "\"due\": \"%s\"".formatted(today()));
    String received = received();
    settle();
    new Sql(dataSource)
        .update(
            "update footprint_request set due = due - 5 where request_id = ?",
            UUID.fromString(bolt.substring("urn:uuid:".length())));

    list("direction=SENT")
        .then()
        .body("items.requestId", hasItems(coil, bolt))
        .body("items.requestId", not(hasItem(received)))
        .body("items.direction", everyItem(equalTo("SENT")))
        .body("items.history", everyItem(nullValue()));
    list("direction=RECEIVED").then().body("items.requestId", hasItem(received));
    list("state=ASKED").then().body("items.requestId", hasItems(coil, bolt, received));
    list("state=CANCELLED").then().body("items.requestId", not(hasItem(coil)));
    list("traceId=" + bracket).then().body("items.requestId", contains(bolt, coil));
    list("traceId=" + bracket + "&partnerId=" + MILL.id().shortId())
        .then()
        .body("items.requestId", contains(coil));
    list("traceId=" + bracket + "&partnerId=" + CARS.id().did())
        .then()
        .body("items.requestId", contains(bolt));
    list("traceId=" + bracket + "&overdue=true")
        .then()
        .body("items.requestId", contains(bolt))
        .body("items.overdue", contains(true));
    list("traceId=" + bracket + "&overdue=false")
        .then()
        .body("items.requestId", contains(bolt, coil));
    Response page = list("traceId=" + bracket + "&limit=1");
    page.then().body("items.requestId", contains(bolt));
    list("traceId=" + bracket + "&limit=1&after=" + page.path("next"))
        .then()
        .body("items.requestId", contains(coil))
        .body("next", nullValue());
  }

  @Test
  void aFilterThatCannotBeReadIsRefused() {
    for (String bad :
        List.of(
            "direction=BOTH",
            "state=OPEN",
            "partnerId=did:web:",
            "traceId=1",
            "overdue=yes",
            "limit=0",
            "after=AA",
            "after=x")) {
      Door.supplier()
          .get(REQUESTS + "?" + bad)
          .then()
          .statusCode(400)
          .body("code", equalTo("INVALID_PARAMETER"));
    }
  }

  // ---- what a person may do

  @Test
  void aReceivedRequestIsRepliedToLinkedAndShownWithItsHistory() {
    String asked = received();
    String coil = Given.aProduct("kilogram");

    move(asked, "reply", "{\"message\": \"next week\"}")
        .then()
        .statusCode(200)
        .body("state", equalTo("ASKED"));
    move(asked, "link", "{\"traceId\": \"%s\"}".formatted(coil))
        .then()
        .statusCode(200)
        .body("state", equalTo("LINKED"))
        .body("linked.traceId", equalTo(coil));
    Door.as(Roles.AUDITOR)
        .get(REQUESTS + "/" + asked)
        .then()
        .statusCode(200)
        .body("direction", equalTo("RECEIVED"))
        .body("partnerId", equalTo(CARS.id().did()))
        .body("possible", contains("LINK", "REJECT", "REPLY"))
        .body("reply", equalTo("next week"))
        .body("askedFor", nullValue())
        .body("stateText.ja", equalTo("紐付け済み"))
        .body("history.move", contains("ASK", "REPLY", "LINK"))
        .body("history.by", contains("ASKER", "ANSWERER", "ANSWERER"))
        .body("history.who", contains(null, "supplier-user", "supplier-user"))
        .body("waitingSince", notNullValue());
    settle();
    assertThat(CARS.stateOf(RequestId.of(asked))).isEqualTo(RequestState.LINKED);
    Door.supplier().get(REQUESTS + "/" + asked).then().body("waitingSince", nullValue());
  }

  @Test
  void aRequestOfOursIsRemindedAnsweredAndCancelled() {
    String bracket = aBracket("coil");
    Given.emissions(bracket, "5");
    String asked = sentTo(MILL, bracket, "coil", "");
    Door.supplier().get(REQUESTS + "/" + asked).then().body("waitingSince", notNullValue());
    move(asked, "remind", "{\"message\": \"please\", \"due\": \"%s\"}".formatted(today()))
        .then()
        .statusCode(200)
        .body("due", equalTo(today().toString()))
        .body("possible", contains("CANCEL", "REMIND"));
    settle();
    answeredBy(MILL, asked, "3");

    Door.supplier()
        .get(REQUESTS + "/" + asked)
        .then()
        .body("state", equalTo("ANSWERED"))
        .body("possible", contains("CANCEL"))
        .body("askedFor.placed", equalTo(true))
        .body("progress.complete", equalTo(true))
        .body("history.move", contains("ASK", "REMIND", "LINK", "ANSWER"));
    Door.analyst()
        .get("/api/v1/products/" + bracket + "/progress")
        .then()
        .statusCode(200)
        .body("complete", equalTo(true))
        .body("gaps", equalTo(0))
        .body("requestsAsked", equalTo(1))
        .body("requestsAnswered", equalTo(1))
        // The mill shows its total and nothing else.
        .body("requestsPartial", equalTo(true))
        .body("changedOn", equalTo(today().toString()));
    move(asked, "cancel", "{}")
        .then()
        .statusCode(200)
        .body("state", equalTo("CANCELLED"))
        .body("possible", empty());
    settle();
    assertThat(MILL.stateOf(RequestId.of(asked))).isEqualTo(RequestState.CANCELLED);
    Door.analyst()
        .get("/api/v1/products/" + bracket + "/progress")
        .then()
        .body("complete", equalTo(false))
        .body("requestsAsked", equalTo(0))
        .body("requestsPartial", equalTo(false))
        .body("changedOn", equalTo(today().toString()));
  }

  @Test
  void aRenewalIsDraftedBeforeTheEndAndCanBeSentAsItIs() {
    String bracket = aBracket("coil");
    String asked = sentTo(MILL, bracket, "coil", "");
    settle();
    answeredBy(MILL, asked, "3");
    renewals().body("items.draft.traceId", not(hasItem(bracket)));
    new Sql(dataSource)
        .update("update received_declaration set valid_until = ?", today().plusDays(59));

    Map<String, Object> draft =
        renewals().extract().path("items.find { it.draft.traceId == '" + bracket + "' }.draft");
    assertThat(draft).containsEntry("lineId", "coil").containsKey("periodFrom");
    Door.supplier()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("requests", List.of(draft)))
        .post(REQUESTS)
        .then()
        .statusCode(200)
        .body("sent", equalTo(1));

    renewals().body("items.draft.traceId", not(hasItem(bracket)));
    Door.as(Roles.OPERATOR).get(REQUESTS + "/renewals").then().statusCode(403);
  }

  private static ValidatableResponse renewals() {
    return Door.supplier().get(REQUESTS + "/renewals").then().statusCode(200);
  }

  @Test
  void aLinkToAProductInAnotherUnitIsRefusedWithBothUnits() {
    String asked = received();
    String pieces = Given.aProduct("piece");

    move(asked, "link", "{\"traceId\": \"%s\"}".formatted(pieces))
        .then()
        .statusCode(422)
        .body("code", equalTo("UNIT_MISMATCH"))
        .body("errors.field", contains("traceId"));
  }

  @Test
  void wordsThatAreMissingTooLongOrPastAreRefused() {
    String ours = sentTo(MILL, aBracket("coil"), "coil", "");
    String theirs = received();

    fault(theirs, "reject", "{}", "reason", "REQUIRED");
    fault(theirs, "reject", "{\"reason\": \" \"}", "reason", "BLANK");
    fault(
        theirs,
        "reply",
        "{\"message\": \"%s\"}".formatted("x".repeat(1001)),
        "message",
        "TOO_LONG");
    fault(theirs, "link", "{\"traceId\": \"1\"}", "traceId", "INVALID");
    fault(ours, "cancel", "{\"why\": \"x\"}", "why", "UNKNOWN_FIELD");
    fault(
        ours, "remind", "{\"due\": \"%s\"}".formatted(today().minusDays(1)), "due", "IN_THE_PAST");
    fault(ours, "remind", "{\"due\": \"+12345-01-01\"}", "due", "INVALID");
  }

  @Test
  void whatTheStateDoesNotAllowIsRefusedWithTheStateAndWhatItAllows() {
    String coil = Given.aProduct("kilogram");
    Map<String, String> answerer =
        Map.of(
            "link", "{\"traceId\": \"%s\"}".formatted(coil),
            "reply", "{\"message\": \"x\"}",
            "reject", "{\"reason\": \"x\"}");
    Map<String, String> asker = Map.of("remind", "{}", "cancel", "{}");

    String answered = received();
    Given.emissions(coil, "5");
    move(answered, "link", answerer.get("link")).then().statusCode(200);
    declare(coil).then().statusCode(201);
    illegal(answered, "ANSWERED", "possible: REPLY", answerer, "link", "reject");
    String rejected = received();
    move(rejected, "reject", answerer.get("reject")).then().statusCode(200);
    illegal(
        rejected, "REJECTED", "nothing is possible any more", answerer, "link", "reply", "reject");
    RequestId cancelled = RequestId.of(received());
    CARS.cancels(cancelled);
    settle();
    illegal(
        cancelled.toString(),
        "CANCELLED",
        "nothing is possible any more",
        answerer,
        "link",
        "reply",
        "reject");

    String ours = sentTo(MILL, aBracket("coil"), "coil", "");
    settle();
    answeredBy(MILL, ours, "3");
    illegal(ours, "ANSWERED", "possible: CANCEL", asker, "remind");
    move(ours, "cancel", "{}").then().statusCode(200);
    illegal(ours, "CANCELLED", "nothing is possible any more", asker, "remind", "cancel");
    String sentBack = sentTo(MILL, aBracket("coil"), "coil", "");
    settle();
    MILL.rejects(RequestId.of(sentBack), "not ours");
    settle();
    illegal(sentBack, "REJECTED", "nothing is possible any more", asker, "remind", "cancel");
  }

  // ---- what is not ours

  @Test
  void aRequestOfOthersIsAnsweredInTheSameBytesAsOneThatIsNotThere() {
    String ours = sentTo(MILL, aBracket("coil"), "coil", "");
    String theirs = received();
    String unknown = "urn:uuid:" + UUID.randomUUID();
    String product = Given.aProduct("kilogram");

    SoftAssertions softly = new SoftAssertions();
    Map.of(
            "link", "{\"traceId\": \"%s\"}".formatted(product),
            "reply", "{\"message\": \"x\"}",
            "reject", "{\"reason\": \"x\"}")
        .forEach((door, json) -> sameAsUnknown(softly, ours, unknown, door, json));
    Map.of("remind", "{}", "cancel", "{}")
        .forEach((door, json) -> sameAsUnknown(softly, theirs, unknown, door, json));
    softly.assertAll();
    for (String id : List.of(unknown, "1", "%00", "x".repeat(200))) {
      Door.supplier().get(REQUESTS + "/" + id).then().statusCode(404);
    }
    String notOurs = TraceId.random().toString();
    move(theirs, "link", "{\"traceId\": \"%s\"}".formatted(notOurs))
        .then()
        .statusCode(404)
        .body("code", equalTo("NOT_FOUND"))
        .body("detail", equalTo("no product " + notOurs));
    Door.supplier().get("/api/v1/products/" + notOurs + "/progress").then().statusCode(404);
  }

  @Test
  void eachDoorOpensToItsRolesOnly() {
    String json = questions(question(aBracket("coil"), "coil", MILL, ""));
    String any = "/" + UUID.randomUUID();
    for (String role :
        List.of(
            Roles.APPROVER, Roles.AUDITOR, Roles.ADMIN, Roles.OPERATOR, Roles.DISCLOSURE_OFFICER)) {
      forbidden(role, "", json);
      forbidden(role, any + "/remind", "{}");
      forbidden(role, any + "/cancel", "{}");
    }
    for (String role :
        List.of(Roles.ANALYST, Roles.APPROVER, Roles.AUDITOR, Roles.ADMIN, Roles.OPERATOR)) {
      forbidden(role, any + "/link", "{}");
      forbidden(role, any + "/reply", "{}");
      forbidden(role, any + "/reject", "{}");
    }
    Door.as(Roles.OPERATOR).get(REQUESTS).then().statusCode(403);
    Door.as(Roles.DISCLOSURE_OFFICER).get(REQUESTS + any).then().statusCode(403);
    Door.with(Door.analyst(), json).post(REQUESTS).then().statusCode(200).body("sent", equalTo(1));
  }

  // ---- telling of it

  private void sameAsUnknown(
      SoftAssertions softly, String known, String unknown, String door, String json) {
    Response one = move(known, door, json);
    Response other = move(unknown, door, json);
    softly.assertThat(one.statusCode()).as(door).isEqualTo(404);
    softly.assertThat(one.asString().replace(known, unknown)).as(door).isEqualTo(other.asString());
  }

  private static void illegal(
      String request, String state, String possible, Map<String, String> bodies, String... doors) {
    for (String door : doors) {
      move(request, door, String.valueOf(bodies.get(door)))
          .then()
          .statusCode(409)
          .body("code", equalTo("ILLEGAL_MOVE"))
          .body("errors.field", contains("state"))
          .body("errors.code", contains(state))
          .body("errors.message", contains(possible));
    }
    Door.supplier().get(REQUESTS + "/" + request).then().body("state", equalTo(state));
  }

  private static void fault(String request, String door, String json, String field, String code) {
    move(request, door, json)
        .then()
        .statusCode(400)
        .body("errors.field", contains(field))
        .body("errors.code", contains(code));
  }

  private static void forbidden(String role, String path, String json) {
    Door.with(Door.as(role), json).post(REQUESTS + path).then().statusCode(403);
  }

  private static void problem(Response answer, int row, String code, String... fieldAndCode) {
    String problem = "outcomes[" + row + "].problem";
    answer
        .then()
        .body(problem + ".code", equalTo(code))
        .body("outcomes[" + row + "].request", nullValue());
    if (fieldAndCode.length > 0) {
      answer
          .then()
          .body(problem + ".errors.field", contains("requests[" + row + "]." + fieldAndCode[0]))
          .body(problem + ".errors.code", contains(fieldAndCode[1]));
    }
  }

  /** A bracket of ours with 2.5 kg of each of these parts. */
  private static String aBracket(String... parts) {
    String bracket = Given.aProduct("kilogram");
    Given.billOfMaterials(
        bracket,
        Stream.of(parts)
            .map(
                part ->
                    "{\"lineId\": \"%s\", \"partName\": \"%s\", \"amount\": \"2.5\", \"unit\": \"kilogram\", \"kind\": \"PROCURED\"}"
                        .formatted(part, part))
            .toArray(String[]::new));
    return bracket;
  }

  private static String question(String product, String line, Firm partner, String more) {
    return "{\"traceId\": \"%s\", \"lineId\": \"%s\", \"partnerId\": \"%s\"%s%s}"
        .formatted(product, line, partner.id().shortId(), more.isEmpty() ? "" : ", ", more);
  }

  private static String questions(String... rows) {
    return "{\"requests\": [" + String.join(",", rows) + "]}";
  }

  private static String sentTo(Firm partner, String product, String line, String more) {
    return Door.writing(questions(question(product, line, partner, more)))
        .post(REQUESTS)
        .then()
        .statusCode(200)
        .body("sent", equalTo(1))
        .extract()
        .path("outcomes[0].request.requestId");
  }

  /** The car maker asks us for a coil. */
  private String received() {
    TraceId car = CARS.makes("car " + UUID.randomUUID(), DeclaredUnit.PIECE);
    CARS.buys(car, "coil", "1", DeclaredUnit.KILOGRAM);
    RequestId asked = CARS.asks(service.id(), car, "coil", Share.ALL, Optional.empty());
    settle();
    return asked.toString();
  }

  private void answeredBy(Firm supplier, String request, String kilograms) {
    TraceId steel = supplier.makes("steel " + UUID.randomUUID(), DeclaredUnit.KILOGRAM);
    supplier.emits(steel, kilograms);
    supplier.links(RequestId.of(request), steel);
    supplier.releases(service.id(), steel, RedeclareRule.AUTOMATIC, ReleaseSwitch.TOTAL);
    settle();
    Door.supplier().get(REQUESTS + "/" + request).then().body("state", equalTo("ANSWERED"));
  }

  private static Response declare(String product) {
    return Door.with(
            Door.as(Roles.APPROVER),
            """
            {"traceId": "%s", "partnerId": "%s", "audience": "NEXT_TIER", "switches": {"total": true}}\
            """
                .formatted(product, CARS.id().shortId()))
        .post("/api/v1/declarations");
  }

  private static Response move(String request, String door, String json) {
    return Door.writing(json).post(REQUESTS + "/" + request + "/" + door);
  }

  private static Response ask(String key, String json) {
    return Door.supplier()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(json)
        .post(REQUESTS);
  }

  private static int sent(Future<Response> answer) throws InterruptedException, ExecutionException {
    Response response = answer.get();
    assertThat(response.statusCode()).isEqualTo(200);
    return response.path("sent");
  }

  private static Response list(String filter) {
    Response listed = Door.supplier().get(REQUESTS + "?" + filter);
    listed.then().statusCode(200);
    return listed;
  }

  /** How many requests have come to that firm. */
  private static long sent(Firm firm) {
    return firm.database()
        .sql()
        .number("select count(*) from footprint_request where side = 'ANSWERER'");
  }

  private void settle() {
    STREET.settle(service, trade);
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
