package org.cfptrace.aggregator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cfptrace.service.access.Roles;
import org.junit.jupiter.api.Test;

/** Who may ask, how answers are divided, and when one is another. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class FootprintDoorsTest extends AnalystsDesk {
  private static final List<String> QUESTIONS =
      List.of(
          "footprint",
          "breakdown",
          "breakdown?by=plant",
          "hotspots",
          "missing",
          "comparison?from=2026-01-01&fromVersion=1");

  @Test
  void whoIsNoAnalystAndNoOfficerOpensNoneOfTheseDoors() {
    write(car, product("Car", 10, "")).statusCode(200);
    String mine = "/api/v1/products/" + car;

    for (String door :
        List.of(
            "/api/v1/products",
            mine,
            mine + "/footprint",
            mine + "/breakdown",
            mine + "/hotspots",
            mine + "/missing",
            mine + "/comparison?from=2026-01-01",
            mine + "/versions",
            "/api/v1/structure-imports",
            "/api/v1/factor-sets",
            "/api/v1/vehicles/" + car + "/footprint",
            "/api/v1/batteries/" + car + "/footprint",
            "/api/v1/steel/installations")) {
      Door.of(maker.id, Roles.SUPPLIER)
          .get(door)
          .then()
          .statusCode(403)
          .body("code", equalTo("FORBIDDEN"));
    }
    for (String door : List.of(mine, "/api/v1/vehicles/" + car + "/model")) {
      Door.of(maker.id, Roles.SUPPLIER)
          .contentType(ContentType.JSON)
          .header("Idempotency-Key", UUID.randomUUID().toString())
          .body(product("Car", 10, ""))
          .put(door)
          .then()
          .statusCode(403);
    }
  }

  @Test
  void anAnswerHasAnotherTagWhenItIsAnother() {
    write(car, product("Car", 10, "")).statusCode(200);
    for (String question : QUESTIONS) {
      String before = tag(question);
      assertThat(before).as(question).isNotNull();
      assertThat(tag(question)).as(question).isEqualTo(before);
      Door.of(maker.id, Roles.ANALYST)
          .header("If-None-Match", before)
          .get("/api/v1/products/" + car + "/" + question)
          .then()
          .statusCode(304);
    }
    List<String> before = QUESTIONS.stream().map(this::tag).toList();

    writer()
        .header("If-Match", "\"1\"")
        .body(product("Car", 11, procured("coil", "1", Company.CAR)))
        .put("/api/v1/products/" + car)
        .then()
        .statusCode(200);

    for (int i = 0; i < QUESTIONS.size(); i++) {
      assertThat(tag(QUESTIONS.get(i))).as(QUESTIONS.get(i)).isNotEqualTo(before.get(i));
    }
  }

  @Test
  void aTotalIsDividedByLevelAccountPlantSupplierAndDepth() {
    partner();
    give(maker.car(3, lastYear()));
    write(
            body,
            product("Body", 5, procured("coil", "2", Company.CAR))
                .replaceFirst("\\{", "{\"plant\": \"BPNA000000000002\","))
        .statusCode(200);
    write(car, product("Car", 10, own("body", "2", body))).statusCode(200);
    awaitTotal(car, "32", true);

    divided("level", "body (body)", "22");
    divided("account", "fossil", "20");
    divided("plant", "BPNA000000000002", "10");
    divided("plant", "no plant said", "10");
    divided("supplier", maker.id.did(), "12");
    divided("supplier", "own emissions", "20");
    divided("depth", "2", "22");
    ask(car, "breakdown?by=material").body("shares.name", hasItem("coil"));
    get(maker, "/api/v1/products/" + car + "/breakdown?by=colour")
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"));
  }

  @Test
  void setsOfFactorsAndRulesOfBatteriesComePageByPage() {
    pageByPage("factor-sets", List.of("examples", "examples-freight"), "id");
    String rules = "/api/v1/battery-functional-unit-rules?limit=";
    List<Object> all = get(maker, rules + "100").body("next", nullValue()).extract().path("items");
    List<Object> paged = new ArrayList<>();
    String after = "";
    do {
      var page = get(maker, rules + "1" + after).statusCode(200).extract();
      paged.addAll(page.path("items"));
      after = "&after=" + page.path("next");
    } while (!after.endsWith("null"));
    assertThat(paged).isEqualTo(all).isNotEmpty();
    for (String list :
        List.of(
            "factor-sets",
            "battery-class-schemes",
            "battery-functional-unit-rules",
            "battery-circular-parameters")) {
      get(maker, "/api/v1/" + list + "?after=eA")
          .statusCode(400)
          .body("code", equalTo("INVALID_PARAMETER"));
    }
  }

  private void pageByPage(String list, List<String> expected, String member) {
    String after = "";
    for (String each : expected) {
      after =
          get(maker, "/api/v1/" + list + "?limit=1" + after)
              .statusCode(200)
              .body("items." + member, contains(each))
              .extract()
              .path("next");
      after = "&after=" + after;
    }
    assertThat(after).isEqualTo("&after=null");
  }

  private void divided(String by, String share, String kilograms) {
    ask(car, "breakdown?by=" + by)
        .body("shares.find { it.name == '" + share + "' }.exclBiogenicUptake", equalTo(kilograms));
  }

  private String tag(String question) {
    return ask(car, question).extract().header("ETag");
  }
}
