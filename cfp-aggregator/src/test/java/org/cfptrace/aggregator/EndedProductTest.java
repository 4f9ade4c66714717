package org.cfptrace.aggregator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import org.cfptrace.service.access.Roles;
import org.junit.jupiter.api.Test;

/** What an export hears of the end of the products it tells of. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class EndedProductTest extends OfficersDesk {
  private String exportOfTheCar() {
    String id = ordered(order("AUDITORS_PACK", car, ""));
    awaitState(id, "READY").body("fallenInputs", empty());
    return id;
  }

  private void takesOut(String product) {
    writer()
        .header("If-Match", "\"1\"")
        .delete("/api/v1/products/" + product)
        .then()
        .statusCode(204);
  }

  private void writesAnew(String structure) {
    writer()
        .header("If-Match", "\"1\"")
        .body(structure)
        .put("/api/v1/products/" + car)
        .then()
        .statusCode(200);
  }

  private ValidatableResponse notifications() {
    return Door.of(maker.id, Roles.DISCLOSURE_OFFICER)
        .get("/api/v1/export-notifications")
        .then()
        .statusCode(200);
  }

  @Test
  void aProductThatIsTakenOutIsToldAndItsExportCanOnlyBeRevokedUntilTheProductIsBack() {
    partner();
    write(car, product("Car", 10, "")).statusCode(200);
    String id = exportOfTheCar();
    byte[] filed = file(id, "export.zip");

    takesOut(car);

    export(id)
        .body("state", equalTo("READY"))
        .body("fallenInputs.kind", equalTo(List.of("REMOVED")))
        .body("fallenInputs[0].source", equalTo("STRUCTURE " + car))
        .body("correctionOffered", equalTo(false));
    notifications()
        .body("items.export", equalTo(List.of(id)))
        .body("items[0].kind", equalTo("REMOVED"))
        .body("items[0].correction", nullValue());
    assertThat(file(id, "export.zip")).isEqualTo(filed);

    writesAnew(product("Car", 11, ""));

    export(id).body("correctionOffered", equalTo(true));
    String correction = act(id, "correction", "").statusCode(201).extract().path("id");
    awaitState(correction, "READY").body("supersedes", equalTo(id)).body("fallenInputs", empty());
    export(id).body("state", equalTo("SUPERSEDED"));
  }

  @Test
  void aProductThatEndedBeforeThePeriodDidIsToldAndNoCorrectionIsOffered() {
    partner();
    write(car, product("Car", 10, "")).statusCode(200);
    String id = exportOfTheCar();
    LocalDate begun = today().minusYears(3);

    writesAnew(
        product("Car", 10, "")
            .replace(
                "\"unit\": \"piece\",",
                "\"unit\": \"piece\", \"validFrom\": \"%s\", \"validTo\": \"%s\","
                    .formatted(begun, begun.plusDays(1))));

    export(id)
        .body("fallenInputs.kind", equalTo(List.of("REPLACED")))
        .body("correctionOffered", equalTo(false));
    notifications().body("items[0].correction", nullValue());
  }
}
