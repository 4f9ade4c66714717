package org.cfptrace.connector.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.connector.wiring.Door.supplier;
import static org.cfptrace.connector.wiring.Door.writing;
import static org.cfptrace.footprint.DeclaredUnit.KILOGRAM;
import static org.cfptrace.footprint.DeclaredUnit.PIECE;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.cfptrace.connector.wiring.Door;
import org.cfptrace.connector.wiring.Given;
import org.cfptrace.connector.wiring.RealDatabase;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.LineState;
import org.cfptrace.service.access.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sum over the doors, with exact figures; partners' figures are put in by hand. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class FootprintDoorTest {
  private final PartnerFigures partner = new PartnerFigures();

  @BeforeEach
  void partnersDeclareByHand() {
    QuarkusMock.installMockForType(partner, ReceivedFigures.class);
  }

  @Test
  void withoutPartsTheFootprintIsTheOwnEmissions() {
    var steel = Given.aProduct("kilogram");
    Given.emissions(steel, "3");

    footprint(steel)
        .body("traceId", equalTo(steel))
        .body("unit", equalTo("kilogram"))
        .body("period.from", equalTo("2025-04-01"))
        .body("period.to", equalTo("2026-03-31"))
        .body("own.exclBiogenicUptake", equalTo("3"))
        .body("upstream.exclBiogenicUptake", equalTo("0"))
        .body("total.exclBiogenicUptake", equalTo("3"))
        .body("total.inclBiogenicUptake", equalTo("3"))
        .body("total.complete", equalTo(true))
        .body("total.estimatedShare", equalTo("0"))
        .body("total.values[0].stage", equalTo("main"))
        .body("total.values[0].account", equalTo("fossil"))
        .body("quality.primaryDataShare", equalTo("100"))
        .body("missing", empty())
        .body(
            "explanation.en",
            contains(
                "own emissions: 3 kgCO2e", "total: own 3 + parts 0 = 3 kgCO2e/kilogram, complete"))
        .body("explanation.ja[0]", equalTo("自社由来排出量: 3 kgCO2e"));
  }

  @Test
  void threeOfThePartnerAndFiveOfItsOwnMakeEight() {
    var bracket = Given.aProduct("piece");
    Given.emissions(bracket, "5");
    Given.billOfMaterials(bracket, procured("coil", "1", "kilogram"));
    link(bracket, "coil", partner.sells("3", KILOGRAM), "1").then().statusCode(200);

    footprint(bracket)
        .body("own.exclBiogenicUptake", equalTo("5"))
        .body("upstream.exclBiogenicUptake", equalTo("3"))
        .body("total.exclBiogenicUptake", equalTo("8"))
        .body("total.complete", equalTo(true))
        .body("lines.state", contains("OK"))
        .body("lines.origin", contains("PRIMARY"))
        .body("lines[0].contribution.exclBiogenicUptake", equalTo("3"))
        .body("lines[0].parts[0].partnerId", equalTo(PartnerFigures.PARTNER.did()))
        .body("lines[0].parts[0].counted.declarationId", equalTo("declaration-of-3"));
  }

  @Test
  void amountsMultiplyTheFigureOfThePart() {
    var bracket = Given.aProduct("piece");
    Given.emissions(bracket, "5");
    Given.billOfMaterials(bracket, procured("coil", "2.5", "kilogram"));
    link(bracket, "coil", partner.sells("3", KILOGRAM), "1");

    // 5 + 2.5 kg × 3 kg/kg
    footprint(bracket).body("total.exclBiogenicUptake", equalTo("12.5"));
  }

  @Test
  void yieldTwoSourcesAndATerminalLineAddUpExactly() {
    var bracket = Given.aProduct("piece");
    Given.emissions(bracket, "5");
    Given.billOfMaterials(
        bracket,
        """
        {"lineId": "coil", "partName": "Coil", "amount": "2", "unit": "kilogram", "yield": "0.8", "kind": "PROCURED"}\
        """,
        """
        {"lineId": "primer", "partName": "Primer", "amount": "0.02", "unit": "kilogram", "kind": "TERMINAL",
         "estimate": {"values": [{"stage": "pre", "account": "fossil", "value": "4.1"}], "origin": "SECONDARY",
                      "reference": "a database"}}\
        """);
    link(bracket, "coil", partner.sells("3", KILOGRAM), "0.3").then().statusCode(200);
    link(bracket, "coil", partner.sells("4", KILOGRAM), "0.7").then().statusCode(200);

    // coil 2 ÷ 0.8 × (0.3 × 3 + 0.7 × 4) = 2.5 × 3.7 = 9.25; primer 0.02 × 4.1 = 0.082; 5 + 9.25 +
    // 0.082
    footprint(bracket)
        .body("lines[0].contribution.exclBiogenicUptake", equalTo("9.25"))
        .body("lines[1].contribution.exclBiogenicUptake", equalTo("0.082"))
        .body("lines.origin", contains("PRIMARY", "SECONDARY"))
        .body("lines.state", contains("OK", "OK"))
        .body("upstream.exclBiogenicUptake", equalTo("9.332"))
        .body("total.exclBiogenicUptake", equalTo("14.332"))
        .body("total.complete", equalTo(true));
  }

  @Test
  void severalLevelsInsideTheCompanyAreAddedUpAndASharedPartCountsWhereverItIsUsed() {
    var bolt = Given.aProduct("piece");
    Given.emissions(bolt, "0.1");
    var bracket = Given.aProduct("piece");
    Given.emissions(bracket, "5");
    Given.billOfMaterials(
        bracket, procured("coil", "1", "kilogram"), Given.ownLine(bolt, "2", "piece"));
    link(bracket, "coil", partner.sells("3", KILOGRAM), "1");
    var seat = Given.aProduct("piece");
    Given.emissions(seat, "10");
    Given.billOfMaterials(
        seat, Given.ownLine(bracket, "4", "piece"), Given.ownLine(bolt, "8", "piece"));

    // bracket 5 + 3 + 2 × 0.1 = 8.2; seat 10 + 4 × 8.2 + 8 × 0.1
    footprint(bracket).body("total.exclBiogenicUptake", equalTo("8.2"));
    footprint(seat)
        .body("total.exclBiogenicUptake", equalTo("43.6"))
        .body("total.complete", equalTo(true));
  }

  @Test
  void aLineNobodyHasLinkedMakesTheTotalIncompleteAndIsNotZero() {
    var bracket = Given.aProduct("piece");
    Given.emissions(bracket, "5");
    Given.billOfMaterials(bracket, procured("coil", "1", "kilogram"));

    footprint(bracket)
        .body("total.exclBiogenicUptake", equalTo("5"))
        .body("total.complete", equalTo(false))
        .body("lines[0].state", equalTo("UNUSABLE(NO_SOURCE)"))
        .body("lines[0].origin", equalTo("NONE"))
        .body("lines[0].complete", equalTo(false))
        .body("missing.lineId", contains("coil"))
        .body("missing[0].en", containsString("no supplier's product is linked"))
        .body("missing[0].ja", containsString("取引先の部品が紐付けられていません"));
  }

  @Test
  void aLineThePartnerHasNotAnsweredIsAsked() {
    var bracket = Given.aProduct("piece");
    Given.emissions(bracket, "5");
    Given.billOfMaterials(bracket, procured("coil", "1", "kilogram"));
    link(bracket, "coil", TraceId.random(), "1");

    footprint(bracket)
        .body("lines[0].state", equalTo("ASKED"))
        .body("total.complete", equalTo(false));
  }

  @Test
  void aShareThatIsLeftOverIsMissing() {
    var bracket = Given.aProduct("piece");
    Given.emissions(bracket, "5");
    Given.billOfMaterials(bracket, procured("coil", "1", "kilogram"));
    link(bracket, "coil", partner.sells("3", KILOGRAM), "0.6");

    footprint(bracket)
        .body("total.exclBiogenicUptake", equalTo("6.8"))
        .body("lines[0].state", equalTo("UNUSABLE(SHARE_MISSING)"))
        .body("lines[0].parts.share", contains("0.6", "0.4"))
        .body("total.complete", equalTo(false));
  }

  @Test
  void aFigureThatWasRecalledIsShownButNotCounted() {
    var bracket = Given.aProduct("piece");
    Given.emissions(bracket, "5");
    Given.billOfMaterials(bracket, procured("coil", "1", "kilogram"));
    link(bracket, "coil", partner.sellsNoMore(LineState.RECALLED, "3", KILOGRAM), "1");

    footprint(bracket)
        .body("total.exclBiogenicUptake", equalTo("5"))
        .body("lines[0].state", equalTo("RECALLED"))
        .body("lines[0].parts[0].counted", nullValue())
        .body("lines[0].parts[0].lastKnown.exclBiogenicUptake", equalTo("3"));
  }

  @Test
  void aProxyTheOwnerSetIsCountedAndTheTotalStaysIncomplete() {
    var bracket = Given.aProduct("piece");
    Given.emissions(bracket, "5");
    Given.billOfMaterials(
        bracket,
        """
        {"lineId": "coil", "partName": "Coil", "amount": "1", "unit": "kilogram", "kind": "PROCURED",
         "proxy": {"use": "ESTIMATE", "estimate": {"values": [{"stage": "pre", "account": "fossil", "value": "2"}],
                                                   "origin": "DEFAULT"}}}\
        """,
        """
        {"lineId": "wire", "partName": "Wire", "amount": "1", "unit": "kilogram", "kind": "PROCURED",
         "proxy": {"use": "LAST_KNOWN"}}\
        """);
    link(bracket, "wire", partner.sellsNoMore(LineState.EXPIRED, "0.5", KILOGRAM), "1");

    // 5 + 2 (estimate) + 0.5 (last known)
    footprint(bracket)
        .body("total.exclBiogenicUptake", equalTo("7.5"))
        .body("total.complete", equalTo(false))
        .body("lines.origin", contains("PROXY", "PROXY"))
        .body("lines.state", contains("UNUSABLE(NO_SOURCE)", "EXPIRED"));
  }

  @Test
  void kilogramsOfWhatThePartnerSellsInPiecesWithoutAMassAreRefusedNamingBothUnits() {
    var bracket = Given.aProduct("piece");
    Given.billOfMaterials(bracket, procured("coil", "1", "kilogram"));

    link(bracket, "coil", partner.sells("3", PIECE), "1")
        .then()
        .statusCode(422)
        .body("code", equalTo("UNIT_MISMATCH"))
        .body("errors.field", contains("supplierTraceId"))
        .body(
            "detail",
            equalTo(
                "the line is in kilogram, the partner's product in piece, and no mass per piece"
                    + " leads from one to the other"));
  }

  @Test
  void aUnitThatTurnsOutNotToFitIsNamedInTheFootprint() {
    var bracket = Given.aProduct("piece");
    Given.emissions(bracket, "5");
    Given.billOfMaterials(bracket, procured("coil", "1", "kilogram"));
    var coil = partner.sells("3", KILOGRAM);
    link(bracket, "coil", coil, "1");
    partner.corrects(coil, "3", PIECE);

    footprint(bracket)
        .body("lines[0].state", equalTo("UNUSABLE(UNIT_MISMATCH)"))
        .body(
            "lines[0].parts[0].detail.en",
            equalTo(
                "the line is in kilogram, the source in piece, and the mass of a piece is not"
                    + " known"))
        .body("total.exclBiogenicUptake", equalTo("5"))
        .body("total.complete", equalTo(false));
  }

  @Test
  void theMassOfAPieceBridgesKilogramsAndPieces() {
    var bracket = Given.aProduct("piece");
    Given.emissions(bracket, "5");
    Given.billOfMaterials(bracket, procured("blank", "5", "kilogram"));
    link(bracket, "blank", partner.sellsPieces("3", "2.5"), "1").then().statusCode(200);

    // 5 kg are 2 pieces of 2.5 kg: 5 + 2 × 3
    footprint(bracket).body("total.exclBiogenicUptake", equalTo("11"));
  }

  @Test
  void withoutOwnEmissionsTheTotalIsIncompleteAndSaysSo() {
    footprint(Given.aProduct("piece"))
        .body("own.known", equalTo(false))
        .body("own.exclBiogenicUptake", nullValue())
        .body("total.complete", equalTo(false))
        .body("missing.en", contains("incomplete: own emissions have not been entered"));
  }

  @Test
  void whenThePartnerOrTheCompanyCorrectsAFigureTheFootprintFollows() {
    var bracket = Given.aProduct("piece");
    Given.emissions(bracket, "5");
    Given.billOfMaterials(bracket, procured("coil", "1", "kilogram"));
    var coil = partner.sells("3", KILOGRAM);
    link(bracket, "coil", coil, "1");
    footprint(bracket).body("total.exclBiogenicUptake", equalTo("8"));

    partner.corrects(coil, "4", KILOGRAM);
    footprint(bracket).body("total.exclBiogenicUptake", equalTo("9"));
    Given.emissions(bracket, "6");
    footprint(bracket).body("total.exclBiogenicUptake", equalTo("10"));
  }

  @Test
  void aSourceCountsOnlyInItsTime() {
    var bracket = Given.aProduct("piece");
    Given.emissions(bracket, "5");
    Given.billOfMaterials(
        bracket,
        """
        {"lineId": "coil", "partName": "Coil", "amount": "1", "unit": "kilogram", "kind": "PROCURED", "sources": [
          {"partnerId": "%s", "supplierTraceId": "%s", "share": "1", "to": "2026-01-31"},
          {"partnerId": "%s", "supplierTraceId": "%s", "share": "1", "from": "2026-02-01"}]}\
        """
            .formatted(
                PartnerFigures.PARTNER,
                partner.sells("3", KILOGRAM),
                PartnerFigures.PARTNER,
                partner.sells("4", KILOGRAM)));

    footprint(bracket, "2026-01-31").body("total.exclBiogenicUptake", equalTo("8"));
    footprint(bracket, "2026-02-01").body("total.exclBiogenicUptake", equalTo("9"));
  }

  @Test
  void ownEmissionsSpeakForAPeriodUntilTheyAreThreeYearsOld() {
    var steel = Given.aProduct("kilogram");
    Given.emissions(steel, "3");

    footprint(steel, "2029-03-31").body("own.known", equalTo(true));
    footprint(steel, "2029-04-01").body("own.known", equalTo(false));
    footprint(steel, "2025-03-31").body("own.known", equalTo(false));
  }

  @Test
  void aPeriodEndThatIsNoDateIsRefused() {
    supplier()
        .queryParam("periodEnd", "2026-02-30")
        .get("/api/v1/products/" + Given.aProduct("piece") + "/footprint")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"));
  }

  @Test
  void aPartnersProductThatIsOnesOwnIsRefusedAsCountedTwice() {
    var own = Given.aProduct("kilogram");
    var bracket = Given.aProduct("piece");
    Given.billOfMaterials(bracket, procured("coil", "1", "kilogram"));

    link(bracket, "coil", TraceId.of(own), "1")
        .then()
        .statusCode(400)
        .body("errors.code", contains("DOUBLE_COUNT"));
  }

  @Test
  void everyReadingOfAReceivedFigureIsInTheJournalWithoutTheFigure() {
    var bracket = Given.aProduct("piece");
    Given.emissions(bracket, "5");
    Given.billOfMaterials(bracket, procured("coil", "1", "kilogram"));
    link(bracket, "coil", partner.sells("3.141592653", KILOGRAM), "1");

    Door.analyst()
        .get("/api/v1/products/" + bracket + "/footprint")
        .then()
        .statusCode(200)
        .body("total.exclBiogenicUptake", equalTo("8.141592653"));

    Door.as(Roles.AUDITOR)
        .queryParam("limit", 1)
        .get("/api/v1/journal")
        .then()
        .body("items.who", contains("analyst-user"))
        .body("items.action", contains("received-figure.read"))
        .body("items.subject", contains("declaration-of-3.141592653"));
  }

  @Test
  void aFootprintIsForThoseWhoMayReadIt() {
    var path = "/api/v1/products/" + Given.aProduct("piece") + "/footprint";
    for (var role : new String[] {Roles.SUPPLIER, Roles.APPROVER, Roles.ANALYST, Roles.ADMIN}) {
      Door.as(role).get(path).then().statusCode(200);
    }
    for (var role : new String[] {Roles.AUDITOR, Roles.OPERATOR, Roles.DISCLOSURE_OFFICER}) {
      Door.as(role).get(path).then().statusCode(403);
    }
    supplier().get("/api/v1/products/" + TraceId.random() + "/footprint").then().statusCode(404);
  }

  @Test
  void fiveThousandLinesAreAddedUp() {
    var lines = new String[5_000];
    var steel = partner.sells("3", KILOGRAM);
    for (int i = 0; i < lines.length; i++) {
      lines[i] =
          """
          {"lineId": "l%d", "partName": "Part", "amount": "0.001", "unit": "kilogram", "kind": "PROCURED",
           "sources": [{"partnerId": "%s", "supplierTraceId": "%s"}]}\
          """
              .formatted(i, PartnerFigures.PARTNER, steel);
    }
    var car = Given.aProduct("piece");
    Given.emissions(car, "10");
    Given.billOfMaterials(car, lines);

    // 10 + 5,000 × 0.001 kg × 3 kg/kg
    var answer = footprint(car);
    answer.body("total.exclBiogenicUptake", equalTo("25")).body("lines", hasSize(5_000));
    assertThat(answer.extract().<Boolean>path("total.complete")).isTrue();
  }

  private static ValidatableResponse footprint(String traceId) {
    return supplier().get("/api/v1/products/" + traceId + "/footprint").then().statusCode(200);
  }

  private static ValidatableResponse footprint(String traceId, String periodEnd) {
    return supplier()
        .queryParam("periodEnd", periodEnd)
        .get("/api/v1/products/" + traceId + "/footprint")
        .then()
        .statusCode(200);
  }

  private static Response link(String product, String lineId, TraceId supplied, String share) {
    return writing(
            """
            {"partnerId": "%s", "supplierTraceId": "%s", "share": "%s"}\
            """
                .formatted(PartnerFigures.PARTNER, supplied, share))
        .post("/api/v1/products/" + product + "/bill-of-materials/lines/" + lineId + "/sources");
  }

  private static String procured(String lineId, String amount, String unit) {
    return """
    {"lineId": "%s", "partName": "part", "amount": "%s", "unit": "%s", "kind": "PROCURED"}\
    """
        .formatted(lineId, amount, unit);
  }
}
