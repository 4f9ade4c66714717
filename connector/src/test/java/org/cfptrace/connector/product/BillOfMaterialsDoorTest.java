package org.cfptrace.connector.product;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.connector.wiring.Door.supplier;
import static org.cfptrace.connector.wiring.Door.writing;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.cfptrace.connector.wiring.Given;
import org.cfptrace.connector.wiring.RealDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class BillOfMaterialsDoorTest {
  private static final String PARTNER =
      "did:web:registry.cfptrace.example:participants:abcdefghijklmnop";
  private static final String SUPPLIED = "urn:uuid:0d5f2c1e-6f0e-4a52-9a3a-0f6a3f6d8b11";
  private static final String ALSO_SUPPLIED = "urn:uuid:0d5f2c1e-6f0e-4a52-9a3a-0f6a3f6d8b22";

  @Test
  void aProductWithoutABillOfMaterialsHasAnEmptyOneAtVersionZero() {
    supplier()
        .get(path(Given.aProduct("piece")))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"0\""))
        .body("lines", empty());
  }

  @Test
  void allThreeKindsOfLinesComeBackAsTheyWereWritten() {
    var part = Given.aProduct("piece");
    var whole = Given.aProduct("piece");

    put(
            whole,
            null,
            """
            {"lines": [
              {"lineId": "coil", "partName": "Coil", "amount": "2.50", "unit": "kilogram", "yield": "0.8", "kind": "PROCURED",
               "sources": [{"partnerId": "%s", "supplierTraceId": "%s", "share": "0.3", "from": "2026-01-01", "to": "2026-06-30"},
                           {"partnerId": "%s", "supplierTraceId": "%s", "share": "0.7"}]},
              {"lineId": "own", "partName": "Bracket", "amount": "4", "unit": "piece", "kind": "OWN", "ownTraceId": "%s"},
              {"partName": "Primer", "amount": "0.02", "unit": "t", "kind": "TERMINAL", "massPerUnit": "1",
               "estimate": {"values": [{"stage": "pre", "account": "A", "value": "4.1"}], "origin": "SECONDARY", "reference": "db",
                            "quality": {"scale": "ONE_TO_FIVE", "byProcess": {"pre": {"TeR": "3", "TiR": "2", "GeR": "1.5"}}}}}
            ]}\
            """
                .formatted(PARTNER, SUPPLIED, PARTNER, ALSO_SUPPLIED, part))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""));

    supplier()
        .get(path(whole))
        .then()
        .header("ETag", equalTo("\"1\""))
        .body("lines", hasSize(3))
        .body("lines[0].lineId", equalTo("coil"))
        .body("lines[0].amount", equalTo("2.5"))
        .body("lines[0].yield", equalTo("0.8"))
        .body("lines[0].sources.supplierTraceId", contains(SUPPLIED, ALSO_SUPPLIED))
        .body("lines[0].sources.share", contains("0.3", "0.7"))
        .body("lines[0].sources[0].from", equalTo("2026-01-01"))
        .body("lines[0].sources[0].to", equalTo("2026-06-30"))
        .body("lines[1].ownTraceId", equalTo(part))
        .body("lines[2].lineId", notNullValue())
        .body("lines[2].amount", equalTo("20"))
        .body("lines[2].unit", equalTo("kilogram"))
        .body("lines[2].estimate.values[0].account", equalTo("fossil"))
        .body("lines[2].estimate.quality.byProcess.pre.TiR", equalTo("2"));
  }

  @Test
  void allFaultsOfAllLinesAreToldAtOnceWithTheirPaths() {
    put(
            Given.aProduct("piece"),
            null,
            """
            {"lines": [
              {"partName": "a", "amount": "0", "unit": "kilogram", "kind": "PROCURED"},
              {"partName": "b", "amount": 2.5, "unit": "stone", "kind": "PROCURED"},
              {"amount": "1", "unit": "piece", "yield": "1.2", "kind": "OWN"},
              {"partName": "d", "amount": "1e400", "unit": "piece", "kind": "TERMINAL",
               "estimate": {"values": [{"stage": "main", "account": "fossil", "value": "-1"}], "origin": "GUESS"}},
              {"partName": "e", "amount": "1", "unit": "piece", "kind": "PROCURED", "ownTraceId": "x",
               "sources": [{"partnerId": "%s", "supplierTraceId": "%s", "share": "1.5"}, {"partnerId": "someone"}]}
            ]}\
            """
                .formatted(PARTNER, SUPPLIED))
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_FIELDS"))
        .body(
            "errors.field",
            contains(
                "lines[0].amount",
                "lines[1].amount",
                "lines[1].unit",
                "lines[2].partName",
                "lines[2].yield",
                "lines[2].ownTraceId",
                "lines[3].amount",
                "lines[3].estimate.values[0].value",
                "lines[3].estimate.origin",
                "lines[4].sources[0].share",
                "lines[4].sources[1].partnerId",
                "lines[4].sources[1].supplierTraceId",
                "lines[4].ownTraceId"))
        .body(
            "errors.code",
            contains(
                "NOT_POSITIVE",
                "DECIMAL_AS_STRING",
                "INVALID",
                "REQUIRED",
                "INVALID",
                "REQUIRED",
                "NOT_A_DECIMAL",
                "NEGATIVE",
                "INVALID",
                "ABOVE_ONE",
                "INVALID",
                "REQUIRED",
                "UNKNOWN_FIELD"));
  }

  @Test
  void twoLinesOfOneIdAreRefused() {
    put(
            Given.aProduct("piece"),
            null,
            "{\"lines\": [" + procured("a", "1") + "," + procured("a", "2") + "]}")
        .then()
        .statusCode(400)
        .body("errors.field", contains("lines[1].lineId"))
        .body("errors.code", contains("DUPLICATE"));
  }

  @Test
  void anOwnPartThatIsNotThereIsRefused() {
    put(
            Given.aProduct("piece"),
            null,
            "{\"lines\": [" + Given.ownLine(SUPPLIED, "1", "piece") + "]}")
        .then()
        .statusCode(400)
        .body("errors.field", contains("lines[0].ownTraceId"))
        .body("errors.code", contains("UNKNOWN"));
  }

  @Test
  void kilogramsOfAnOwnPartCountedInPiecesWithoutAMassAreRefusedNamingBothUnits() {
    var part = Given.aProduct("Bracket K", "piece");

    put(
            Given.aProduct("piece"),
            null,
            "{\"lines\": [" + Given.ownLine(part, "2", "kilogram") + "]}")
        .then()
        .statusCode(400)
        .body("errors.field", contains("lines[0].unit"))
        .body("errors.code", contains("UNIT_MISMATCH"))
        .body(
            "errors[0].message",
            equalTo(
                "the line is in kilogram, the product Bracket K in piece, and no mass per piece"
                    + " leads from one to the other"));
  }

  @Test
  void aProductThatUsesItselfIsRefused() {
    var product = Given.aProduct("Ouroboros", "piece");

    put(product, null, "{\"lines\": [" + Given.ownLine(product, "1", "piece") + "]}")
        .then()
        .statusCode(422)
        .body("code", equalTo("BILL_OF_MATERIALS_CYCLE"))
        .body("detail", equalTo("Ouroboros (" + product + ") → Ouroboros (" + product + ")"));
  }

  @Test
  void aCircleOverThreeProductsIsRefusedWithItsPath() {
    var a = Given.aProduct("Circle A", "piece");
    var b = Given.aProduct("Circle B", "piece");
    var c = Given.aProduct("Circle C", "piece");
    Given.billOfMaterials(a, Given.ownLine(b, "1", "piece"));
    Given.billOfMaterials(b, procured("p", "1"), Given.ownLine(c, "1", "piece"));

    put(c, null, "{\"lines\": [" + procured("p", "1") + "," + Given.ownLine(a, "1", "piece") + "]}")
        .then()
        .statusCode(422)
        .body("code", equalTo("BILL_OF_MATERIALS_CYCLE"))
        .body("errors.field", contains("lines[1].ownTraceId"))
        .body(
            "errors[0].message",
            equalTo(
                "Circle C (%s) → Circle A (%s) → Circle B (%s) → Circle C (%s)"
                    .formatted(c, a, b, c)));
    supplier().get(path(c)).then().header("ETag", equalTo("\"0\"")).body("lines", empty());
  }

  @Test
  void ofTwoHalvesOfACircleWrittenAtTheSameMomentOneIsRefused() throws Exception {
    var a = Given.aProduct("piece");
    var b = Given.aProduct("piece");
    Callable<Integer> aUsesB =
        () -> put(a, null, "{\"lines\": [" + Given.ownLine(b, "1", "piece") + "]}").statusCode();
    Callable<Integer> bUsesA =
        () -> put(b, null, "{\"lines\": [" + Given.ownLine(a, "1", "piece") + "]}").statusCode();
    var callers = Executors.newFixedThreadPool(2);
    try {
      var answers = callers.invokeAll(List.of(aUsesB, bUsesA));
      assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
          .containsExactlyInAnyOrder(200, 422);
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void sharesThatAddUpToMoreThanTheWholeOnSomeDayAreRefused() {
    put(
            Given.aProduct("piece"),
            null,
            """
            {"lines": [{"partName": "x", "amount": "1", "unit": "piece", "kind": "PROCURED", "sources": [
              {"partnerId": "%s", "supplierTraceId": "%s", "share": "0.6"},
              {"partnerId": "%s", "supplierTraceId": "%s", "share": "0.5", "from": "2026-07-01"}]}]}\
            """
                .formatted(PARTNER, SUPPLIED, PARTNER, ALSO_SUPPLIED))
        .then()
        .statusCode(400)
        .body("errors.field", contains("lines[0].sources"))
        .body(
            "errors[0].message",
            equalTo("shares of the sources add up to 1.1 on 2026-07-01, at most 1 is possible"));
  }

  @Test
  void aSecondWriteNamesTheVersionItReplaces() {
    var product = Given.aProduct("piece");
    Given.billOfMaterials(product, procured("a", "1"));

    put(product, null, "{\"lines\": []}").then().statusCode(428);
    put(product, "\"0\"", "{\"lines\": []}").then().statusCode(412);
    put(product, "\"1\"", "{\"lines\": []}")
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""));
    supplier().get(path(product)).then().body("lines", empty());
  }

  @Test
  void fiveThousandLinesFitAndOneMoreDoesNot() {
    var product = Given.aProduct("piece");
    var lines =
        IntStream.range(0, 5_000)
            .mapToObj(i -> procured("line-" + i, "0.001"))
            .collect(joining(","));

    put(product, null, "{\"lines\": [" + lines + "]}").then().statusCode(200);
    supplier().get(path(product)).then().body("lines", hasSize(5_000));
    put(product, "\"1\"", "{\"lines\": [" + lines + "," + procured("one-more", "1") + "]}")
        .then()
        .statusCode(400)
        .body("errors.field", contains("lines"))
        .body("errors[0].message", equalTo("expected at most 5000, seen 5001"));
  }

  @Test
  void aPersonLinksALineToAPartnersProduct() {
    var product = Given.aProduct("piece");
    Given.billOfMaterials(product, procured("coil", "2.5"), procured("wire", "1"));

    link(product, "coil", source(SUPPLIED, "0.3"))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .body("lineId", equalTo("coil"))
        .body("sources[0].supplierTraceId", equalTo(SUPPLIED));
    link(product, "coil", source(ALSO_SUPPLIED, "0.7")).then().statusCode(200);
    link(product, "coil", source(SUPPLIED, "0.2")).then().statusCode(200);

    supplier()
        .get(path(product))
        .then()
        .body("lines.lineId", contains("coil", "wire"))
        .body("lines[0].sources.supplierTraceId", contains(ALSO_SUPPLIED, SUPPLIED))
        .body("lines[0].sources.share", contains("0.7", "0.2"))
        .body("lines[1].sources", empty());
  }

  @Test
  void aLinkThatWouldCoverMoreThanTheWholeIsRefused() {
    var product = Given.aProduct("piece");
    Given.billOfMaterials(product, procured("coil", "2.5"));
    link(product, "coil", source(SUPPLIED, "0.6")).then().statusCode(200);

    link(product, "coil", source(ALSO_SUPPLIED, "0.5"))
        .then()
        .statusCode(400)
        .body("errors.code", contains("SHARES_ABOVE_ONE"));
  }

  @Test
  void onlyProcuredLinesOfKnownIdAreLinked() {
    var part = Given.aProduct("piece");
    var product = Given.aProduct("piece");
    Given.billOfMaterials(
        product,
        """
        {"lineId": "own", "partName": "own", "amount": "1", "unit": "piece", "kind": "OWN", "ownTraceId": "%s"}\
        """
            .formatted(part));

    link(product, "own", source(SUPPLIED, "1"))
        .then()
        .statusCode(409)
        .body("detail", containsString("only procured parts have sources"));
    link(product, "nothing", source(SUPPLIED, "1")).then().statusCode(404);
  }

  private static Response put(String traceId, String version, String json) {
    var request = writing(json);
    return (version == null ? request : request.header("If-Match", version)).put(path(traceId));
  }

  private static Response link(String traceId, String lineId, String json) {
    return writing(json).post(path(traceId) + "/lines/" + lineId + "/sources");
  }

  private static String source(String supplierProduct, String share) {
    return """
    {"partnerId": "%s", "supplierTraceId": "%s", "share": "%s"}\
    """
        .formatted(PARTNER, supplierProduct, share);
  }

  private static String procured(String lineId, String amount) {
    return """
    {"lineId": "%s", "partName": "part", "amount": "%s", "unit": "kilogram", "kind": "PROCURED"}\
    """
        .formatted(lineId, amount);
  }

  private static String path(String traceId) {
    return "/api/v1/products/" + traceId + "/bill-of-materials";
  }
}
