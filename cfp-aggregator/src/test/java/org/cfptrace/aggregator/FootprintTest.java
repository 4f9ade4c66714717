package org.cfptrace.aggregator;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.service.access.Roles;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Products are written, added up, asked about, and follow what is declared. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class FootprintTest {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final String BATTERY_MODEL =
      """
      {"modelId": "MODEL-1", "category": "EV", "vehicleCategory": "M1", "chemistry": "NMC 622",
       "massKilograms": "450", "usableCapacity": "75",
       "warranty": {"years": "8", "kilometres": "160000"},
       "plant": {"facilityId": "BPNA000000000001", "name": "Kosai", "country": "JP",
                 "address": "Kosai, Shizuoka"},
       "electricity": [{"source": "hydro", "country": "JP", "share": "1"}]}
      """;

  @Inject @Any InMemoryConnector topics;
  @Inject EnrolledParticipant aggregator;

  @ConfigProperty(name = "cfptrace.registry.url")
  String registry;

  @ConfigProperty(name = "test.directory-key")
  String directoryKey;

  private Company maker;
  private final String body = TraceId.random().toString();
  private final String car = TraceId.random().toString();

  @BeforeEach
  void aCompany() {
    maker = newCompany();
  }

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
        .body("", hasSize(1))
        .body("[0].path", contains("Car", "Body"))
        .body("[0].lineId", equalTo("coil"))
        .body("[0].state", equalTo("ASKED"))
        .body("[0].inclBiogenicUptake", nullValue())
        .body("[0].since", notNullValue());
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
        .body("[0].state", equalTo("RECALLED"))
        .body("[0].since", equalTo(today().toString()));
    footprint(car + "/footprint?knownAt=" + before, "")
        .body("total.exclBiogenicUptake", equalTo("18"))
        .body("total.complete", equalTo(true));
    get(maker, "/api/v1/products/" + car + "/comparison?from=" + today() + "&fromKnownAt=" + before)
        .statusCode(200)
        .body("difference", equalTo("-3"))
        .body("reasons", hasSize(1))
        .body("reasons[0].reason", equalTo("LOST"))
        .body("reasons[0].effect", equalTo("-3"))
        .body("reasons[0].before", equalTo("3"))
        .body("reasons[0].path", contains("Car", "Body"));
  }

  @Test
  void aCorrectionIsFollowedAndBeforeItTheEarlierFigureStands() {
    partner();
    SignedDeclaration first = maker.car(3, lastYear());
    give(first);
    write(car, product("Car", 10, procured("coil", "2", Company.CAR))).statusCode(200);
    awaitTotal(car, "16", true);
    String before = Instant.now().toString();

    send(maker.corrects(maker.correction(first.id(), 4, lastYear())));

    awaitTotal(car, "18", true);
    footprint(car + "/footprint?knownAt=" + before, "")
        .body("total.exclBiogenicUptake", equalTo("16"))
        .body("total.complete", equalTo(true));
    get(maker, "/api/v1/products/" + car + "/comparison?from=" + today() + "&fromKnownAt=" + before)
        .body("difference", equalTo("2"))
        .body("reasons[0].reason", equalTo("FIGURE_CHANGED"))
        .body("reasons[0].before", equalTo("6"))
        .body("reasons[0].after", equalTo("8"));
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

    get(maker, "/api/v1/products/" + body + "/versions").body("", hasSize(1));
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

  // ---- many products at once

  @Test
  void aFileOfProductsCountsAsAWholeWhateverItsOrder() {
    String file =
        """
        {"traceId": "%s", "name": "Car", "unit": "piece", "own": %s, "lines": [%s]}

        {"traceId": "%s", "name": "Body", "unit": "piece", "own": %s}
        """
            .formatted(car, emits(10), own("body", "2", body).replace("\n", ""), body, emits(5));

    upload("application/x-ndjson", file)
        .statusCode(201)
        .body("state", equalTo("DONE"))
        .body("products", equalTo(2))
        .body("lines", equalTo(1));

    footprint(car).body("total.exclBiogenicUptake", equalTo("20"));
    get(maker, "/api/v1/structure-imports").body("[0].state", equalTo("DONE"));
  }

  @Test
  void aFileWithOneFaultyRowLeavesNothingAndNamesTheRow() {
    String file =
        """
        {"traceId": "%s", "name": "Body", "unit": "piece", "own": %s}
        {"traceId": "%s", "name": "Car", "unit": "furlong", "own": %s}
        not json
        """
            .formatted(body, emits(5), car, emits(10));

    upload("application/x-ndjson", file)
        .statusCode(400)
        .body("errors.field", contains("row[2].unit", "row[3]"))
        .body("errors.code", contains("INVALID", "MALFORMED_BODY"));

    get(maker, "/api/v1/products").body("items", empty());
    get(maker, "/api/v1/structure-imports")
        .body("[0].state", equalTo("REFUSED"))
        .body("[0].faults", hasSize(2));
  }

  @Test
  void aFileThatLeadsInACircleLeavesNothing() {
    write(body, product("Body", 5, "")).statusCode(200);

    upload(
            "text/csv",
            "product,name,unit,own_kgco2e,line,part,amount,line_unit,own_product\n"
                + car
                + ",Car,piece,10,l1,Body,1,piece,"
                + body
                + "\n"
                + body
                + ",Body,piece,5,l1,Car,1,piece,"
                + car
                + "\n")
        .statusCode(400)
        .body("errors[0].code", equalTo("BILL_OF_MATERIALS_CYCLE"))
        .body("errors[0].message", containsString(car));

    footprint(body).body("total.exclBiogenicUptake", equalTo("5"));
    get(maker, "/api/v1/products/" + car).statusCode(404);
  }

  @Test
  void aCsvFileOfExcelIsRead() {
    upload(
            "text/csv; charset=UTF-8",
            "\uFEFFproduct,name,unit,own_kgco2e,line,part,amount,line_unit,factor_set,"
                + "factor_version,factor_code,factor_stage\r\n"
                + car
                + ",\"車, 赤\",piece,10,power,電力,2,kilowatt-hour,examples,1,electricity,main\r\n"
                + car
                + ",,,,coil,鋼板,3,kilogram,examples,1,sinter,\r\n")
        .statusCode(201)
        .body("lines", equalTo(2));

    footprint(car)
        .body("name", equalTo("車, 赤"))
        .body("lines.partName", contains("電力", "鋼板"))
        .body("total.exclBiogenicUptake", equalTo("11.794"));
    upload("text/csv", "product,colour\n" + car + ",red\n")
        .statusCode(400)
        .body("errors[0].code", equalTo("UNKNOWN_COLUMN"));
    upload("text/csv", "").statusCode(400).body("errors[0].code", equalTo("NO_HEADER"));
    upload("text/csv", "product,name\n").statusCode(400).body("errors[0].code", equalTo("EMPTY"));
  }

  // ---- vehicles and batteries

  @Test
  void aVehicleIsDividedAndWhatComesAfterTheGateStandsApart() {
    partner();
    give(maker.car(3, lastYear()));
    write(body, product("Battery pack", 5, procured("cells", "1", Company.CAR))).statusCode(200);
    write(car, product("Car", 10, own("pack", "1", body))).statusCode(200);
    writer()
        .body(
            """
            {"massKilograms": "9", "lifetimeKilometres": "200000", "batteryLines": ["pack"],
             "usePhase": "1000", "endOfLife": "-2"}
            """)
        .put("/api/v1/vehicles/" + car + "/model")
        .then()
        .statusCode(200);

    get(maker, "/api/v1/vehicles/" + car + "/footprint")
        .statusCode(200)
        .body("perVehicle", equalTo("18"))
        .body("perKilogram", equalTo("2"))
        .body("perKilometre", equalTo("0.00009"))
        .body("shares.OWN_PLANTS", equalTo("15"))
        .body("shares.PARTS", equalTo("3"))
        .body("battery.perVehicle", equalTo("8"))
        .body("battery.complete", equalTo(true))
        .body("later.usePhase", equalTo("1000"))
        .body("later.endOfLife", equalTo("-2"))
        .body("largest[0].name", equalTo("Car"));
  }

  @Test
  void aBatteryIsDeclaredPerKilowattHourDelivered() {
    write(
            body,
            """
            {"name": "Pack 75 kWh", "category": "BATTERY", "unit": "piece", "profile": "EU_BATTERY",
             "boundary": "CRADLE_TO_GRAVE",
             "own": {"values": [
                 {"stage": "rawMaterial", "account": "fossil", "value": "4200"},
                 {"stage": "mainProduction", "account": "fossil", "value": "1500"},
                 {"stage": "distribution", "account": "fossil", "value": "150"},
                 {"stage": "endOfLife", "account": "endOfLifeCredit", "value": "-150"}],
               "primaryActivityData": true, "primaryEmissionFactor": true}}
            """)
        .statusCode(200);
    writer().body(BATTERY_MODEL).put("/api/v1/batteries/" + body + "/model").then().statusCode(200);

    get(maker, "/api/v1/batteries/" + body + "/footprint")
        .statusCode(200)
        .body(containsString("0.158333333"))
        .body(containsString("0.116666667"))
        .body(containsString("-0.004166667"))
        .body(containsString("COMPANY_DATA_REQUIRED"));
  }

  @Test
  void anAssemblyThatCannotBeCountedIsMissingWhereverItIsAskedFor() {
    write(body, product("Pack", 5, "").replaceFirst("\\{", "{\"boundary\": \"CRADLE_TO_GRAVE\","))
        .statusCode(200);
    write(car, product("Car", 10, own("pack", "1", body))).statusCode(200);
    writer()
        .body(
            "{\"massKilograms\": \"9\", \"lifetimeKilometres\": \"1\", \"batteryLines\": [\"pack\"]}")
        .put("/api/v1/vehicles/" + car + "/model")
        .then()
        .statusCode(200);

    footprint(car)
        .body("total.exclBiogenicUptake", equalTo("10"))
        .body("total.complete", equalTo(false));
    ask(car, "missing")
        .body("", hasSize(1))
        .body("[0].kind", equalTo("ASSEMBLY"))
        .body("[0].lineId", equalTo("pack"))
        .body("[0].state", equalTo("UNUSABLE(BOUNDARY_MIX)"));
    ask(car, "breakdown?by=supplier").body("shares.inclBiogenicUptake", contains("10", "0"));
    get(maker, "/api/v1/vehicles/" + car + "/footprint")
        .body("perVehicle", equalTo("10"))
        .body("rounding", equalTo("0"))
        .body("battery.perVehicle", equalTo("0"))
        .body("battery.complete", equalTo(false));
  }

  @Test
  void aVehicleWithoutTheLinesNamedHasNoBatteryAndNotOneOfZero() {
    write(car, product("Car", 10, "")).statusCode(200);
    writer()
        .body(
            "{\"massKilograms\": \"9\", \"lifetimeKilometres\": \"1\", \"batteryLines\": [\"pakc\"]}")
        .put("/api/v1/vehicles/" + car + "/model")
        .then()
        .statusCode(200);

    get(maker, "/api/v1/vehicles/" + car + "/footprint")
        .body("battery.perVehicle", nullValue())
        .body("battery.complete", equalTo(false));
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
    ask(car, "missing?asOf=" + today().plusDays(1)).body("[0].kind", equalTo("ASSEMBLY"));
    writer()
        .header("If-Match", "\"1\"")
        .body(
            product("Body", 5, "")
                .replaceFirst("\\{", "{\"validTo\": \"" + today().minusDays(1) + "\","))
        .put("/api/v1/products/" + body)
        .then()
        .statusCode(409);
  }

  @Test
  void aRowThatSaysTwoThingsOrHalfOfOneIsRefused() {
    String header =
        "product,name,unit,own_kgco2e,line,part,amount,line_unit,supplier,supplier_product,";
    String factor = "factor_set,factor_version,factor_code\n";
    String source = maker.id.did() + "," + Company.CAR;

    upload(
            "text/csv",
            header
                + factor
                + car
                + ",Car,piece,10,l1,Coil,1,kilogram,"
                + source
                + ",examples,1,sinter\n"
                + body
                + ",Body,piece,5,,,2,kilogram,,,,,\n")
        .statusCode(400)
        .body("errors.code", contains("DOUBLE_COUNT", "REQUIRED"));
    get(maker, "/api/v1/products").body("items", empty());
  }

  @Test
  void aFileCorrectsTheVersionInForce() {
    String from = today().minusDays(10).toString();
    write(car, product("Car", 10, "").replaceFirst("\\{", "{\"validFrom\": \"" + from + "\","))
        .statusCode(200);

    upload("text/csv", "product,name,unit,own_kgco2e\n" + car + ",Car,piece,12\n").statusCode(201);

    footprint(car).body("total.exclBiogenicUptake", equalTo("12"));
    get(maker, "/api/v1/products/" + car).body("validFrom", equalTo(from));
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

  // ---- the words of the tests

  private static int lastYear() {
    return today().getYear() - 1;
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private static String product(String name, int own, String lines) {
    return """
        {"name": "%s", "unit": "piece",
         "own": {"values": [{"stage": "main", "account": "fossil", "value": "%d"}],
                 "primaryActivityData": true, "primaryEmissionFactor": true},
         "lines": [%s]}
        """
        .formatted(name, own, lines);
  }

  private static String own(String line, String amount, String part) {
    return """
        {"lineId": "%s", "partName": "%s", "amount": "%s", "unit": "piece", "kind": "OWN",
         "ownTraceId": "%s"}
        """
        .formatted(line, line, amount, part);
  }

  private String procured(String line, String amount, TraceId product) {
    return """
        {"lineId": "%s", "partName": "%s", "amount": "%s", "unit": "piece", "kind": "PROCURED",
         "sources": [{"partnerId": "%s", "supplierTraceId": "%s"}]}
        """
        .formatted(line, line, amount, maker.id.did(), product);
  }

  private static String blankOption() {
    return """
        {"lineId": "a", "partName": "A", "amount": "1", "unit": "kilogram", "kind": "PROCURED",
         "option": " "}
        """;
  }

  private static String emits(int own) {
    return """
        {"values": [{"stage": "main", "account": "fossil", "value": "%d"}], \
        "primaryActivityData": true, "primaryEmissionFactor": true}\
        """
        .formatted(own);
  }

  private ValidatableResponse upload(String type, String file) {
    return Door.of(maker.id, Roles.ANALYST)
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)
                        .encodeContentTypeAs("text/csv", ContentType.TEXT)))
        .contentType(type)
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/structure-imports")
        .then();
  }

  private RequestSpecification writer() {
    return writer(maker);
  }

  private static RequestSpecification writer(Company company) {
    return Door.of(company.id, Roles.ANALYST)
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID().toString());
  }

  private ValidatableResponse write(String product, String json) {
    return writer().body(json).put("/api/v1/products/" + product).then();
  }

  private ValidatableResponse footprint(String product) {
    return footprint(product, "/footprint");
  }

  private ValidatableResponse footprint(String product, String rest) {
    return get(maker, "/api/v1/products/" + product + rest).statusCode(200);
  }

  private ValidatableResponse ask(String product, String question) {
    return get(maker, "/api/v1/products/" + product + "/" + question).statusCode(200);
  }

  private static ValidatableResponse get(Company company, String path) {
    return Door.of(company.id, Roles.ANALYST).get(path).then();
  }

  private void awaitTotal(String product, String total, boolean isComplete) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                footprint(product)
                    .body("total.exclBiogenicUptake", equalTo(total))
                    .body("total.complete", equalTo(isComplete)));
  }

  private void partner() {
    send("door", maker.invitation("our parts"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                Door.writing("{\"fingerprint\":\"" + maker.fingerprint() + "\"}")
                    .post("/api/v1/partners/" + maker.id.shortId() + "/acceptance")
                    .then()
                    .statusCode(200));
  }

  private void give(SignedDeclaration declaration) {
    send(maker.gives(declaration));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> get(maker, "/api/v1/declarations/" + declaration.id().value()).statusCode(200));
  }

  private void send(byte[] message) {
    send("inbox", message);
  }

  private void send(String channel, byte[] message) {
    topics.<List<byte[]>>source(channel).send(List.of(message));
  }

  private Company newCompany() {
    return new Company(
            Company.newShortId(),
            registry,
            DataSpace.signer(directoryKey, aggregator),
            aggregator.keys().encryption().sealingKey())
        .admitted();
  }
}
