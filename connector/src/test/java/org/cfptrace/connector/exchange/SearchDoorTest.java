package org.cfptrace.connector.exchange;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.connector.wiring.Door;
import org.cfptrace.connector.wiring.RealDatabase;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.ParticipantKeys;
import org.junit.jupiter.api.Test;

/** A clerk looks for a company by what is on its letters. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class SearchDoorTest {
  private static final String NUMBER = "7000012050002";
  private static final String LEI = "529900T8BM49AURSDO55";
  private static final ParticipantId JAPAN =
      TestSurroundings.SPACE.admit(
          "jjjjjjjjjjjjjjsd",
          new DataSpace.Known("Minato Rivets", Optional.of(NUMBER), Optional.empty()),
          ParticipantKeys.make(),
          "SUPPLIER");
  private static final ParticipantId EUROPE =
      TestSurroundings.SPACE.admit(
          "eeeeeeeeeeeeeesd",
          new DataSpace.Known("Minato Rivets Europe", Optional.empty(), Optional.of(LEI)),
          ParticipantKeys.make(),
          "SUPPLIER");

  @Test
  void byCorporateNumber() {
    found(Map.of("corporateNumber", NUMBER))
        .body("items.did", contains(JAPAN.did()))
        .body("items.corporateNumber", contains(NUMBER))
        .body("more", equalTo(false));
  }

  @Test
  void byLei() {
    found(Map.of("lei", LEI))
        .body("items.did", contains(EUROPE.did()))
        .body("items.lei", contains(LEI));
  }

  @Test
  void byPartOfTheName() {
    found(Map.of("name", "Minato Riv"))
        .body("items.did", containsInAnyOrder(JAPAN.did(), EUROPE.did()));
  }

  @Test
  void whoDoesNotFitInAllThatIsSaidIsNotFound() {
    found(Map.of("name", "Minato", "lei", LEI)).body("items.did", contains(EUROPE.did()));
    found(Map.of("corporateNumber", NUMBER, "lei", LEI)).body("items", empty());
    found(Map.of("corporateNumber", "5010401067252")).body("items", empty());
  }

  @Test
  void whoSaysNothingIsAskedToSaySomething() {
    for (Map<String, String> nothing :
        List.of(Map.<String, String>of(), Map.of("name", ""), Map.of("name", " "))) {
      Door.supplier()
          .queryParams(nothing)
          .get("/api/v1/participants")
          .then()
          .statusCode(400)
          .body("code", equalTo("INVALID_PARAMETER"))
          .body("detail", equalTo("say \"corporateNumber\", \"lei\" or \"name\""));
    }
  }

  @Test
  void aNumberWhoseCheckDigitsDoNotFitIsRefusedByName() {
    Map.of("corporateNumber", "8000012050002", "lei", "529900T8BM49AURSDO56")
        .forEach(
            (name, wrong) ->
                Door.supplier()
                    .queryParam(name, wrong)
                    .get("/api/v1/participants")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("INVALID_PARAMETER")));
  }

  private static ValidatableResponse found(Map<String, String> query) {
    return Door.supplier().queryParams(query).get("/api/v1/participants").then().statusCode(200);
  }
}
