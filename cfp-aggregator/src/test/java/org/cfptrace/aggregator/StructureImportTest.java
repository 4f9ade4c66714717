package org.cfptrace.aggregator;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Many products come in one file. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class StructureImportTest extends AnalystsDesk {
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
    get(maker, "/api/v1/structure-imports").body("items[0].state", equalTo("DONE"));
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
        .body("items[0].state", equalTo("REFUSED"))
        .body("items[0].faults", hasSize(2));
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
  void aCircleOfLaterVersionsIsRefusedWithItsPath() {
    String later = ", \"validFrom\": \"" + today().plusDays(30) + "\"}";
    write(car, product("Car", 10, "")).statusCode(200);
    String file =
        product("Car", 12, own("body", "1", body))
                .replaceFirst("\\{", "{\"traceId\": \"" + car + "\",")
                .replaceAll("\\}\\s*$", later)
                .replace("\n", "")
            + "\n"
            + product("Body", 5, own("car", "1", car))
                .replaceFirst("\\{", "{\"traceId\": \"" + body + "\",")
                .replaceAll("\\}\\s*$", later)
                .replace("\n", "")
            + "\n";

    upload("application/x-ndjson", file)
        .statusCode(400)
        .body("errors[0].code", equalTo("BILL_OF_MATERIALS_CYCLE"))
        .body("errors[0].message", containsString(car))
        .body("errors[0].message", containsString(body));

    get(maker, "/api/v1/products/" + car + "/versions").body("items", hasSize(1));
  }

  @Test
  void aFileForLaterDaysCountsThenAndNotToday() {
    write(body, product("Body", 5, "")).statusCode(200);
    write(car, product("Car", 10, own("body", "1", body))).statusCode(200);
    LocalDate later = today().plusDays(30);

    upload(
            "application/x-ndjson",
            product("Car", 12, "")
                    .replaceFirst(
                        "\\{", "{\"traceId\": \"" + car + "\", \"validFrom\": \"" + later + "\",")
                    .replace("\n", "")
                + "\n")
        .statusCode(201);

    footprint(car).body("total.exclBiogenicUptake", equalTo("15"));
    footprint(car + "/footprint?asOf=" + later, "")
        .body("total.exclBiogenicUptake", equalTo("12"))
        .body("total.complete", equalTo(true));
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

  // ---- sent again

  @Test
  void aFileThatIsSentAgainUnderItsKeyIsTakenOnceAndAnsweredTheSame() {
    String key = UUID.randomUUID().toString();
    String first = upload("text/csv", aCar("10"), key).statusCode(201).extract().path("importId");

    upload("text/csv", aCar("10"), key)
        .statusCode(201)
        .body("importId", equalTo(first))
        .header("Location", containsString(first));

    get(maker, "/api/v1/products/" + car).header("ETag", equalTo("\"1\""));
    get(maker, "/api/v1/structure-imports").body("items.importId", contains(first));
  }

  @Test
  void anotherFileUnderTheSameKeyIsRefusedAndLeavesNothing() {
    String key = UUID.randomUUID().toString();
    upload("text/csv", aCar("10"), key).statusCode(201);

    upload("text/csv", aCar("12"), key)
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));

    footprint(car).body("total.exclBiogenicUptake", equalTo("10"));
    get(maker, "/api/v1/structure-imports").body("items", hasSize(1));
  }

  @Test
  void filesComePageByPageTheNewestFirst() {
    List<String> ids = new ArrayList<>();
    for (int own = 10; own < 13; own++) {
      ids.add(
          0,
          upload("text/csv", aCar(Integer.toString(own)))
              .statusCode(201)
              .extract()
              .path("importId"));
    }

    String next =
        get(maker, "/api/v1/structure-imports?limit=2")
            .body("items.importId", equalTo(ids.subList(0, 2)))
            .extract()
            .path("next");
    get(maker, "/api/v1/structure-imports?limit=2&after=" + next)
        .body("items.importId", equalTo(ids.subList(2, 3)))
        .body("next", nullValue());
    get(maker, "/api/v1/structure-imports?after=eA")
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"));
  }

  @Test
  void theKeyOfARefusedFileStaysFree() {
    String key = UUID.randomUUID().toString();
    upload("text/csv", aCar("much"), key).statusCode(400);

    upload("text/csv", aCar("10"), key).statusCode(201);
  }

  @Test
  void aFileWithoutAKeyIsRefused() {
    uploading("text/csv", aCar("10"))
        .post("/api/v1/structure-imports")
        .then()
        .statusCode(400)
        .body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
    get(maker, "/api/v1/structure-imports").body("items", empty());
  }

  private String aCar(String own) {
    return "product,name,unit,own_kgco2e\n" + car + ",Car,piece," + own + "\n";
  }
}
