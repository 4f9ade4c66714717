package org.cfptrace.aggregator;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.envelope.SharedItem;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.service.access.Roles;
import org.junit.jupiter.api.Test;

/** Products are written, added up, asked about, and follow what is declared. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class FootprintTest extends AnalystsDesk {
  // ---- the sum

  @Test
  void threeAndFiveAndTenAreEighteen() {
    partner();
    give(maker.car(3, lastYear()));
    write(body, product("Body", 5, procured("coil", "1", Company.CAR))).statusCode(200);
    write(car, product("Car", 10, own("body", "1", body))).statusCode(200);

    footprint(body).body("total.exclBiogenicUptake", equalTo("8"));
    footprint(car)
        .body("total.exclBiogenicUptake", equalTo("18"))
        .body("total.complete", equalTo(true))
        .body("own.exclBiogenicUptake", equalTo("10"))
        .body("upstream.exclBiogenicUptake", equalTo("8"))
        .body("lines[0].contribution.exclBiogenicUptake", equalTo("8"))
        .body("missing", empty())
        .body("name", equalTo("Car"));
  }

  @Test
  void whatIsNotThereIsMissingAndNeverZero() {
    write(body, product("Body", 5, procured("coil", "1", Company.CAR))).statusCode(200);
    write(car, product("Car", 10, own("body", "2", body))).statusCode(200);

    footprint(car)
        .body("total.complete", equalTo(false))
        .body("total.exclBiogenicUptake", equalTo("20"))
        .body("missing[0].lineId", equalTo("body"));
    ask(car, "missing")
        .body("items", hasSize(1))
        .body("items[0].path", contains("Car", "Body"))
        .body("items[0].lineId", equalTo("coil"))
        .body("items[0].state", equalTo("ASKED"))
        .body("items[0].inclBiogenicUptake", nullValue())
        .body("items[0].since", equalTo(today().toString()))
        .body("next", nullValue());
    ask(car, "hotspots")
        .body("[0].lineId", equalTo("coil"))
        .body("[0].advice.ja", equalTo("取引先に CFP の回答を依頼してください"))
        .body("[1].name", equalTo("Body"))
        .body("[1].percent", equalTo("50.00"));
  }

  @Test
  void ownEmissionsNobodyHasEnteredAreMissing() {
    write(car, "{\"name\": \"Car\", \"unit\": \"piece\"}").statusCode(200);

    footprint(car)
        .body("total.complete", equalTo(false))
        .body("own.known", equalTo(false))
        .body("missing", hasSize(1));
  }

  @Test
  void aDeclarationThatComesLaterIsAddedUpByItself() {
    partner();
    write(body, product("Body", 5, procured("coil", "2", Company.CAR))).statusCode(200);
    write(car, product("Car", 10, own("body", "1", body))).statusCode(200);
    footprint(car).body("total.complete", equalTo(false));

    give(maker.car(3, lastYear()));

    awaitTotal(car, "21", true);
  }

  @Test
  void aRecallMakesEveryTotalAboveIncompleteAndSaysSinceWhen() {
    partner();
    SignedDeclaration coil = maker.car(3, lastYear());
    give(coil);
    write(body, product("Body", 5, procured("coil", "1", Company.CAR))).statusCode(200);
    write(car, product("Car", 10, own("body", "1", body))).statusCode(200);
    awaitTotal(car, "18", true);
    String before = Instant.now().toString();

    send(maker.recalls(coil.id(), "the meter was wrong"));

    awaitTotal(car, "15", false);
    ask(car, "missing")
        .body("items[0].state", equalTo("RECALLED"))
        .body("items[0].since", equalTo(today().toString()));
    footprint(body).body("lines[0].parts[0].since", equalTo(today().toString()));
    footprint(car + "/footprint?knownAt=" + before, "")
        .body("total.exclBiogenicUptake", equalTo("18"))
        .body("total.complete", equalTo(true));
    get(maker, "/api/v1/products/" + car + "/comparison?from=" + today() + "&fromKnownAt=" + before)
        .statusCode(200)
        .body("difference", equalTo("-3"))
        .body("reasons.items", hasSize(1))
        .body("reasons.items[0].reason", equalTo("LOST"))
        .body("reasons.items[0].effect", equalTo("-3"))
        .body("reasons.items[0].before", equalTo("3"))
        .body("reasons.items[0].path", contains("Car", "Body"));
  }

  @Test
  void aSuspendedSuppliersFigureLeavesTheTotalUntilItIsReadmitted() {
    partner();
    give(maker.car(3, lastYear()));
    write(car, product("Car", 10, procured("coil", "1", Company.CAR))).statusCode(200);
    awaitTotal(car, "13", true);

    publish(maker, maker.entry(DirectoryStatus.SUSPENDED));

    awaitTotal(car, "10", false);
    ask(car, "missing")
        .body("items[0].state", equalTo("SENDER_SUSPENDED"))
        .body("items[0].since", equalTo(today().toString()));

    publish(maker, maker.entry(DirectoryStatus.ACTIVE));

    awaitTotal(car, "13", true);
  }

  @Test
  void whatItsIssuerCallsIncompleteIsMissingSinceTheDayItSaid() {
    partner();
    give(maker.car(3, lastYear()));
    write(car, product("Car", 10, procured("coil", "1", Company.CAR))).statusCode(200);
    awaitTotal(car, "13", true);

    send(maker.progress(false, Optional.empty(), "2026-11-20"));

    awaitTotal(car, "13", false);
    ask(car, "missing")
        .body("items", hasSize(1))
        .body("items[0].state", equalTo("OK"))
        .body("items[0].since", equalTo("2026-11-20"));
    footprint(car).body("lines[0].parts[0].since", equalTo("2026-11-20"));
  }

  @Test
  void aTotalThatIsWithheldIsMissingSinceThenAndStandsAsItWasBefore() {
    partner();
    give(maker.car(3, lastYear()));
    write(body, product("Body", 5, procured("coil", "1", Company.CAR))).statusCode(200);
    write(car, product("Car", 10, own("body", "1", body))).statusCode(200);
    awaitTotal(car, "18", true);
    footprint(body).body("lines[0].parts[0].since", nullValue());
    String before = Instant.now().toString();

    send(maker.withholds(SharedItem.TOTAL));

    awaitTotal(car, "15", false);
    ask(car, "missing")
        .body("items[0].state", equalTo("WITHHELD"))
        .body("items[0].since", equalTo(today().toString()));
    footprint(body)
        .body("lines[0].parts[0].state", equalTo("WITHHELD"))
        .body("lines[0].parts[0].since", equalTo(today().toString()));
    footprint(car + "/footprint?knownAt=" + before, "")
        .body("total.exclBiogenicUptake", equalTo("18"))
        .body("total.complete", equalTo(true));
    ask(car, "missing?knownAt=" + before).body("items", empty());
    String withheld = Instant.now().toString();

    send(maker.releases(SharedItem.TOTAL));

    awaitTotal(car, "18", true);
    footprint(car + "/footprint?knownAt=" + withheld, "")
        .body("total.exclBiogenicUptake", equalTo("15"))
        .body("total.complete", equalTo(false));
  }

  @Test
  void listsOfAProductComePageByPage() {
    partner();
    write(
            car,
            product(
                "Car",
                10,
                procured("a", "1", TraceId.random())
                    + ","
                    + procured("b", "1", TraceId.random())
                    + ","
                    + procured("c", "1", TraceId.random())))
        .statusCode(200);
    writer()
        .header("If-Match", "\"1\"")
        .body(product("Car", 11, ""))
        .put("/api/v1/products/" + car)
        .then()
        .statusCode(200);

    String next =
        ask(car, "versions?limit=1").body("items.version", contains(2)).extract().path("next");
    ask(car, "versions?limit=1&after=" + next)
        .body("items.version", contains(1))
        .body("next", nullValue());
    get(maker, "/api/v1/products/" + car + "/missing?after=!")
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"));
    get(maker, "/api/v1/products/" + car + "/comparison?from=" + today() + "&after=eA")
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"));
  }

  @Test
  void aCorrectionIsFollowedAndBeforeItTheEarlierFigureStands() {
    partner();
    SignedDeclaration first = maker.car(3, lastYear());
    give(first);
    write(car, product("Car", 10, procured("coil", "2", Company.CAR))).statusCode(200);
    awaitTotal(car, "16", true);
    String before = Instant.now().toString();

    SignedDeclaration second = maker.correction(first.id(), 4, lastYear());
    send(maker.corrects(second));

    awaitTotal(car, "18", true);
    footprint(car + "/footprint?knownAt=" + before, "")
        .body("total.exclBiogenicUptake", equalTo("16"))
        .body("total.complete", equalTo(true));
    get(maker, "/api/v1/products/" + car + "/comparison?from=" + today() + "&fromKnownAt=" + before)
        .body("difference", equalTo("2"))
        .body("reasons.items[0].reason", equalTo("FIGURE_CHANGED"))
        .body("reasons.items[0].before", equalTo("6"))
        .body("reasons.items[0].after", equalTo("8"))
        .body("reasons.items[0].beforeState", equalTo("OK"))
        .body("reasons.items[0].beforeDeclarationId", equalTo(first.id().value()))
        .body("reasons.items[0].afterDeclarationId", equalTo(second.id().value()));
    ask(car, "hotspots")
        .body("[1].declarationId", equalTo(second.id().value()))
        .body("[1].structureVersion", equalTo(1));
    ask(car, "hotspots?knownAt=" + before).body("[1].declarationId", equalTo(first.id().value()));
  }

  // ---- structures

  @Test
  void aCircleIsRefusedWithTheWayRoundAndNothingIsKept() {
    write(body, product("Body", 5, "")).statusCode(200);
    write(car, product("Car", 10, own("body", "1", body))).statusCode(200);

    writer()
        .header("If-Match", "\"1\"")
        .body(product("Body", 5, own("car", "1", car)))
        .put("/api/v1/products/" + body)
        .then()
        .statusCode(422)
        .body("code", equalTo("BILL_OF_MATERIALS_CYCLE"))
        .body("detail", containsString(car))
        .body("detail", containsString(body));

    get(maker, "/api/v1/products/" + body + "/versions").body("items", hasSize(1));
    footprint(car).body("total.exclBiogenicUptake", equalTo("15"));
  }

  @Test
  void aPartOfNobodyAndAPartOfAnotherCompanyAreBothUnknown() {
    Company other = newCompany();
    writer(other)
        .body(product("Theirs", 1, ""))
        .put("/api/v1/products/" + body)
        .then()
        .statusCode(200);

    write(car, product("Car", 10, own("x", "1", TraceId.random().toString())))
        .statusCode(400)
        .body("errors[0].field", equalTo("lines[0].ownTraceId"))
        .body("errors[0].code", equalTo("UNKNOWN_PRODUCT"));
    write(car, product("Car", 10, own("x", "1", body)))
        .statusCode(400)
        .body("errors[0].code", equalTo("UNKNOWN_PRODUCT"));
    get(maker, "/api/v1/products/" + car).statusCode(404);
    get(maker, "/api/v1/products/" + body + "/footprint").statusCode(404);
  }

  @Test
  void aPartBoughtAndBuiltAtOnceWouldBeCountedTwice() {
    write(body, product("Body", 5, "")).statusCode(200);

    write(car, product("Car", 10, procured("body", "1", TraceId.of(body))))
        .statusCode(422)
        .body("code", equalTo("DOUBLE_COUNT"));
  }

  @Test
  void everyFaultOfABodyIsToldAtOnce() {
    write(
            car,
            """
            {"name": "", "unit": "furlong", "colour": "red", "lines": [
              {"lineId": "a", "partName": "A", "amount": "0", "unit": "kilogram", "kind": "PROCURED"},
              {"lineId": "b", "partName": "B", "amount": "1", "unit": "kilogram", "yield": "1.2",
               "kind": "PROCURED"},
              {"lineId": "c", "partName": "C", "amount": "1", "unit": "kilogram", "kind": "TERMINAL",
               "factor": {"set": "examples", "version": "1", "code": "moonstone"}}]}
            """)
        .statusCode(400)
        .body("code", equalTo("INVALID_FIELDS"))
        .body(
            "errors.field",
            contains(
                "name",
                "unit",
                "lines[0].amount",
                "lines[1].yield",
                "lines[2].factor.code",
                "colour"))
        .body("errors.code", hasItem("UNKNOWN_FACTOR"));
  }

  @Test
  void anEmissionFactorIsUsedInItsStageAndCited() {
    write(
            car,
            product(
                "Car",
                10,
                """
                {"lineId": "power", "partName": "Electricity", "amount": "2", "unit": "kilowatt-hour",
                 "kind": "TERMINAL",
                 "factor": {"set": "examples", "version": "1", "code": "electricity", "stage": "main"}}
                """))
        .statusCode(200)
        .body("lines[0].factor.code", equalTo("electricity"))
        .body("lines[0].estimate.values[0].value", equalTo("0.504"));

    footprint(car)
        .body("total.exclBiogenicUptake", equalTo("11.008"))
        .body("lines[0].origin", equalTo("SECONDARY"))
        .body("total.complete", equalTo(true))
        .body("quality.primaryDataShare", equalTo("90.843023255"));
    ask(car, "breakdown?by=material")
        .body("shares.name", contains("own emissions", "electricity"))
        .body("shares[1].inclBiogenicUptake", equalTo("1.008"));
    ask(car, "breakdown?by=stage").body("shares.name", contains("main"));
    ask(car, "hotspots").body("[1].factor", equalTo("examples 1 electricity"));
  }

  @Test
  void aFactorOfAnotherGwpSetIsNotCounted() {
    String set =
        """
        {"id": "older", "version": "1", "source": "a database", "year": "2019", "region": "JP",
         "gwp": "AR5", "factors": [{"code": "glass", "name": "Glass", "unit": "kilogram",
           "values": [{"account": "fossil", "value": "2"}]}]}
        """;
    writer()
        .body(set.replace("\"gwp\": \"AR5\",", ""))
        .post("/api/v1/factor-sets")
        .then()
        .statusCode(400)
        .body("errors.field", contains("gwp"));
    writer().body(set).post("/api/v1/factor-sets").then().statusCode(201);
    String glass =
        """
        {"lineId": "glass", "partName": "Glass", "amount": "3", "unit": "kilogram",
         "kind": "TERMINAL", "factor": {"set": "older", "version": "1", "code": "glass"}}
        """;

    write(car, product("Car", 10, glass))
        .statusCode(200)
        .body("lines[0].factor.gwp", equalTo("AR5"))
        .body("lines[0].estimate.reference", containsString("AR5"));
    write(body, product("Body", 10, glass).replaceFirst("\\{", "{\"gwp\": \"AR5\","))
        .statusCode(200);

    footprint(car)
        .body("total.exclBiogenicUptake", equalTo("10"))
        .body("total.complete", equalTo(false))
        .body("lines[0].state", equalTo("UNUSABLE(GWP_MIX)"));
    footprint(body)
        .body("total.exclBiogenicUptake", equalTo("16"))
        .body("total.complete", equalTo(true));
  }

  @Test
  void anOptionAddsItsLines() {
    write(body, product("Roof of glass", 4, "")).statusCode(200);
    write(
            car,
            product(
                "Car",
                10,
                "{\"lineId\": \"roof\", \"partName\": \"Roof\", \"amount\": \"1\", \"unit\": \"piece\","
                    + " \"kind\": \"OWN\", \"ownTraceId\": \""
                    + body
                    + "\", \"option\": \"PANORAMA\"}"))
        .statusCode(200);

    footprint(car).body("total.exclBiogenicUptake", equalTo("10"));
    footprint(car + "/footprint?options=PANORAMA", "")
        .body("total.exclBiogenicUptake", equalTo("14"));
    get(maker, "/api/v1/products/" + car + "/footprint?options=WINGS")
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"));
  }

  @Test
  void aVersionForLaterDaysCountsThenAndNotToday() {
    write(car, product("Car", 10, "")).statusCode(200);
    writer()
        .header("If-Match", "\"1\"")
        .body(
            product("Car", 7, "")
                .replaceFirst("\\{", "{\"validFrom\": \"" + today().plusDays(30) + "\","))
        .put("/api/v1/products/" + car)
        .then()
        .statusCode(200);

    footprint(car).body("total.exclBiogenicUptake", equalTo("10"));
    footprint(car + "/footprint?asOf=" + today().plusDays(30), "")
        .body("total.exclBiogenicUptake", equalTo("7"))
        .body("structureVersion", equalTo(2));
  }

  @Test
  void twoVersionsAndTheOptionsOfBothAreCompared() {
    write(body, product("Roof of glass", 4, "")).statusCode(200);
    String roof = own("roof", "1", body).replace("\"kind\"", "\"option\": \"PANORAMA\", \"kind\"");
    write(car, product("Car", 10, "")).statusCode(200);
    writer()
        .header("If-Match", "\"1\"")
        .body(product("Car", 11, roof))
        .put("/api/v1/products/" + car)
        .then()
        .statusCode(200);

    ask(car, "comparison?fromVersion=1&toVersion=2")
        .body("from.structureVersion", equalTo(1))
        .body("to.structureVersion", equalTo(2))
        .body("difference", equalTo("1"));
    ask(car, "comparison?fromVersion=1&toVersion=2&options=PANORAMA")
        .body("to.inclBiogenicUptake", equalTo("15"))
        .body("difference", equalTo("5"));
    get(maker, "/api/v1/products/" + car + "/comparison?fromVersion=1&options=WINGS")
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"));
    get(maker, "/api/v1/products/" + car + "/comparison?fromVersion=3").statusCode(404);
    get(maker, "/api/v1/products/" + car + "/comparison?fromVersion=x")
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"));
  }

  @Test
  void whoChangesAnOldVersionIsTold() {
    write(car, product("Car", 10, "")).statusCode(200);

    write(car, product("Car", 11, "")).statusCode(412).body("code", equalTo("VERSION_OUTDATED"));
    footprint(car).body("total.exclBiogenicUptake", equalTo("10"));
  }

  @Test
  void aProductThatAnotherIsMadeOfStays() {
    write(body, product("Body", 5, "")).statusCode(200);
    write(car, product("Car", 10, own("body", "1", body))).statusCode(200);

    writer().header("If-Match", "\"1\"").delete("/api/v1/products/" + body).then().statusCode(409);
    writer().header("If-Match", "\"1\"").delete("/api/v1/products/" + car).then().statusCode(204);
    writer().header("If-Match", "\"1\"").delete("/api/v1/products/" + body).then().statusCode(204);
    get(maker, "/api/v1/products").body("items", empty());
  }

  @Test
  void anAnswerThatHasNotChangedIsNotSentAgain() {
    write(car, product("Car", 10, "")).statusCode(200);
    String tag =
        get(maker, "/api/v1/products/" + car + "/footprint")
            .statusCode(200)
            .extract()
            .header("ETag");

    Door.of(maker.id, Roles.ANALYST)
        .header("If-None-Match", tag)
        .get("/api/v1/products/" + car + "/footprint")
        .then()
        .statusCode(304);
  }

  @Test
  void anOptionReachesThePartsOfAPartToo() {
    write(
            body,
            product(
                "Body",
                5,
                own("roof", "1", TraceId.random().toString())
                    .replace("\"kind\"", "\"option\": \"PANORAMA\", \"kind\"")))
        .statusCode(400)
        .body("errors[0].code", equalTo("UNKNOWN_PRODUCT"));
    write(
            body,
            product(
                "Body",
                5,
                """
                {"lineId": "glass", "partName": "Glass", "amount": "1", "unit": "kilogram",
                 "kind": "TERMINAL", "option": "PANORAMA",
                 "factor": {"set": "examples", "version": "1", "code": "sinter"}}
                """))
        .statusCode(200);
    write(car, product("Car", 10, own("body", "1", body))).statusCode(200);

    footprint(car).body("total.exclBiogenicUptake", equalTo("15"));
    footprint(car + "/footprint?options=PANORAMA", "")
        .body("total.exclBiogenicUptake", equalTo("15.262"));
    write(
            TraceId.random().toString(),
            product("X", 1, "").replace("\"lines\": []", "\"lines\": [" + blankOption() + "]"))
        .statusCode(400)
        .body("errors[0].field", equalTo("lines[0].option"));
  }

  @Test
  void aFactorIsUsedInAStageOfABattery() {
    write(
            body,
            """
            {"name": "Pack", "category": "BATTERY", "unit": "piece", "profile": "EU_BATTERY",
             "own": {"values": [{"stage": "mainProduction", "account": "fossil", "value": "1"}],
                     "primaryActivityData": true, "primaryEmissionFactor": true},
             "lines": [
               {"lineId": "power", "partName": "Electricity", "amount": "2", "unit": "kilowatt-hour",
                "kind": "TERMINAL",
                "factor": {"set": "examples", "version": "1", "code": "electricity",
                           "stage": "mainProduction"}}]}
            """)
        .statusCode(200);

    footprint(body)
        .body("total.exclBiogenicUptake", equalTo("2.008"))
        .body("total.values.stage", contains("mainProduction"));
  }

  @Test
  void aPartThatIsOverIsMissingFromThatDayOn() {
    write(body, product("Body", 5, "").replaceFirst("\\{", "{\"validTo\": \"" + today() + "\","))
        .statusCode(200);
    write(car, product("Car", 10, own("body", "1", body))).statusCode(200);

    footprint(car).body("total.exclBiogenicUptake", equalTo("15"));
    footprint(car + "/footprint?asOf=" + today().plusDays(1), "")
        .body("total.exclBiogenicUptake", equalTo("10"))
        .body("total.complete", equalTo(false));
    ask(car, "missing?asOf=" + today().plusDays(1)).body("items[0].kind", equalTo("ASSEMBLY"));
    writer()
        .header("If-Match", "\"1\"")
        .body(
            product("Body", 5, "")
                .replaceFirst("\\{", "{\"validTo\": \"" + today().minusDays(1) + "\","))
        .put("/api/v1/products/" + body)
        .then()
        .statusCode(409);
  }

  // ---- whose doors these are

  @Test
  void peopleOfACompanyDoNotSeeWithWhomElseTheAggregatorDeals() {
    for (String door : List.of("partners", "alarms", "journal", "quarantine")) {
      Door.of(maker.id, Roles.ANALYST, Roles.AUDITOR, Roles.ADMIN)
          .get("/api/v1/" + door)
          .then()
          .statusCode(403)
          .body("code", equalTo("FORBIDDEN"));
    }
  }

  @Test
  void oneKeyOfOneUserForTwoCompaniesIsTwoWrites() {
    Company other = newCompany();
    String key = UUID.randomUUID().toString();
    for (Company each : List.of(maker, other)) {
      Door.of(each.id, Roles.ANALYST)
          .contentType(ContentType.JSON)
          .header("Idempotency-Key", key)
          .body(product("Car", 10, ""))
          .put("/api/v1/products/" + car)
          .then()
          .statusCode(200);
      get(each, "/api/v1/products/" + car).statusCode(200);
    }
  }
}
