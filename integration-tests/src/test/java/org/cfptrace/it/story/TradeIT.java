package org.cfptrace.it.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cfptrace.it.Part;
import org.cfptrace.it.Platform;
import org.cfptrace.local.stack.Service;
import org.cfptrace.local.story.Desk;
import org.junit.jupiter.api.Test;

/**
 * Trade between companies: figures are asked for, refused, released, withheld, corrected and
 * recalled, also while a partner is away. What is expected is worked out in the comments.
 */
class TradeIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A 3 per kg, of which B uses 2 kg and has 5 of its own: 5 + 2 × 3 = 11. Until A has answered
   * only the own 5 count, and the sum says that it is not complete.
   */
  @Test
  void aRejectedRequestIsAskedAgainAndAnswered() {
    Part coil = Part.of(Platform.A, "Coil asked for twice", "kilogram").emitting("3");
    Part bracket =
        Part.of(Platform.B, "Bracket that asks twice", "piece")
            .emitting("5")
            .madeOf(Part.line("coil", "2", "kilogram"));

    String first = bracket.asks(Platform.A, 0);
    coil.desk().awaitRequest(first);
    assertThat(stateOfOnlyLine(bracket)).isEqualTo("ASKED");
    coil.desk()
        .door()
        .post(
            "requests/" + first + "/reject",
            JSON.createObjectNode().put("reason", "Which grade do you mean?"));

    JsonNode rejected = bracket.desk().awaitRequest(first, "REJECTED");
    assertThat(rejected.path("reason").asText()).isEqualTo("Which grade do you mean?");
    assertThat(stateOfOnlyLine(bracket)).isEqualTo("REJECTED");
    assertFigure(bracket, "5", false);

    String second = bracket.asks(Platform.A, 0);
    coil.answers(Platform.B, second);
    JsonNode answered = bracket.desk().awaitRequest(second, "ANSWERED");
    assertThat(answered.path("askedBefore").asText()).isEqualTo(first);
    assertThat(answered.path("linked").path("traceId").asText()).isEqualTo(coil.traceId());
    assertThat(stateOfOnlyLine(bracket)).isEqualTo("OK");
    assertFigure(bracket, "11", true);
  }

  /** A 3, B own 5: 8 while A shows it, 5 and incomplete while A does not, and 8 again. */
  @Test
  void whatIsWithheldIsNeverZeroAndComesBack() {
    Part coil = Part.of(Platform.A, "Coil withheld for a while", "kilogram").emitting("3");
    Part bracket =
        Part.of(Platform.B, "Bracket without its coil for a while", "piece")
            .emitting("5")
            .madeOf(Part.line("coil", "1", "kilogram"));
    String request = bracket.asks(Platform.A, 0);
    coil.answers(Platform.B, request);
    bracket.desk().awaitRequest(request, "ANSWERED");
    assertFigure(bracket, "8", true);

    coil.withheldFrom(Platform.B);

    bracket.desk().awaitRequest(request, "LINKED");
    assertThat(stateOfOnlyLine(bracket)).isEqualTo("WITHHELD");
    assertFigure(bracket, "5", false);

    coil.releasedTo(Platform.B);

    bracket.desk().awaitRequest(request, "ANSWERED");
    assertThat(stateOfOnlyLine(bracket)).isEqualTo("OK");
    assertFigure(bracket, "8", true);
  }

  /**
   * A 3, B 5 + 3 = 8, C 10 + 8 = 18. When A recalls its 3, B has 5 and says that it is incomplete,
   * for RECALLED; told so by itself, C has 10 + 5 = 15 and says that it is incomplete.
   */
  @Test
  void aRecallAtTheTopMakesEverySumBelowIncomplete() throws Exception {
    Part coil = Part.of(Platform.A, "Coil to be recalled", "kilogram").emitting("3");
    Part bracket =
        Part.of(Platform.B, "Bracket of a recalled coil", "piece")
            .emitting("5")
            .madeOf(Part.line("coil", "1", "kilogram"));
    Part seat =
        Part.of(Platform.C, "Seat of a recalled coil", "piece")
            .emitting("10")
            .madeOf(Part.line("bracket", "1", "piece"));
    String forCoil = bracket.asks(Platform.A, 0);
    coil.answers(Platform.B, forCoil);
    bracket.desk().awaitRequest(forCoil, "ANSWERED");
    String forBracket = seat.asks(Platform.B, 0);
    bracket.answers(Platform.C, forBracket);
    seat.desk().awaitRequest(forBracket, "ANSWERED");
    assertFigure(seat, "18", true);
    String told = coil.declarationAt(bracket).path("declarationId").asText();
    CompletableFuture<Optional<String>> heard = hearing(bracket.desk(), "RECALLED");

    JsonNode impact =
        coil.desk()
            .door()
            .post(
                "declarations/" + told + "/recall",
                JSON.createObjectNode().put("reason", "wrong meter"));

    assertThat(impact.path("recalled").get(0).asText()).isEqualTo(told);
    assertThat(heard.get(1, TimeUnit.MINUTES)).contains("event:RECALLED");
    assertThat(notification(bracket.desk(), "RECALLED", told).path("facts").path("reason").asText())
        .isEqualTo("wrong meter");
    assertThat(stateOfOnlyLine(bracket)).isEqualTo("RECALLED");
    assertFigure(bracket, "5", false);
    Desk.await(
        "the incomplete sum at the third tier",
        () -> seat.isComplete() ? Optional.empty() : Optional.of(true));
    assertFigure(seat, "15", false);
    JsonNode part = bracket.footprint().path("lines").get(0).path("parts").get(0);
    assertThat(part.path("lastKnown").path("exclBiogenicUptake").asText()).isEqualTo("3");
  }

  /**
   * A links, releases and corrects 3 to 4 while B is away: when B is back it has 5 + 4 = 9, as it
   * would have had all along, and nobody has to do anything for that.
   */
  @Test
  void aCompanyThatWasAwayEndsWhereItWouldHaveBeen() {
    Part coil = Part.of(Platform.A, "Coil for one who is away", "kilogram").emitting("3");
    Part bracket =
        Part.of(Platform.B, "Bracket of one who is away", "piece")
            .emitting("5")
            .madeOf(Part.line("coil", "1", "kilogram"));
    String request = bracket.asks(Platform.A, 0);
    coil.desk().awaitRequest(request);
    Service away = bracket.desk().service();
    Instant stopped = Instant.now();
    away.close();
    try {
      coil.answers(Platform.B, request).emitting("4");
      Instant waiting =
          Desk.await(
              "a request that waits for its reader",
              () ->
                  Optional.of(coil.desk().request(request).path("waitingSince").asText(""))
                      .filter(since -> !since.isEmpty())
                      .map(Instant::parse));
      assertThat(waiting).isAfter(stopped);
    } finally {
      away.start();
      away.awaitReady();
    }

    bracket.desk().awaitRequest(request, "ANSWERED");
    Desk.await(
        "the corrected sum", () -> Optional.of(bracket.total()).filter(total -> is(total, "9")));
    assertFigure(bracket, "9", true);
    coil.desk().awaitRequest(request, "ANSWERED");
    Desk.await(
        "the end of waiting",
        () ->
            coil.desk().request(request).has("waitingSince")
                ? Optional.empty()
                : Optional.of(true));
  }

  /** Both sides are told what the other did, in words for people and types for programs. */
  @Test
  void eachSideIsToldWhatTheOtherDid() {
    Part coil = Part.of(Platform.A, "Coil with notices", "kilogram").emitting("3");
    Part bracket =
        Part.of(Platform.B, "Bracket with notices", "piece")
            .emitting("5")
            .madeOf(Part.line("coil", "1", "kilogram"));

    String request = bracket.asks(Platform.A, 0);
    coil.answers(Platform.B, request);
    bracket.desk().awaitRequest(request, "ANSWERED");

    assertThat(notification(coil.desk(), "REQUEST_NEW", request).path("title").asText())
        .isEqualTo("A customer asks for a footprint");
    assertThat(notification(bracket.desk(), "REQUEST_LINKED", request).has("readAt")).isFalse();
    assertThat(notification(bracket.desk(), "ANSWERED", coil.traceId()).path("title").asText())
        .isEqualTo("A supplier has answered your request with a footprint");
  }

  private static JsonNode notification(Desk desk, String type, String about) {
    return Desk.await(
        "a notification " + type,
        () ->
            desk.door().all("notifications?type=" + type).stream()
                .filter(item -> item.toString().contains(about))
                .findFirst());
  }

  /** Listens from now on, whenever the stream is open, and ends at the first event of the type. */
  private static CompletableFuture<Optional<String>> hearing(Desk desk, String type) {
    List<JsonNode> known = desk.door().all("notifications");
    long last = known.isEmpty() ? 0 : known.get(0).path("number").asLong();
    return CompletableFuture.supplyAsync(
        () -> {
          try (Stream<String> lines = desk.door().lines("notifications/stream?after=" + last)) {
            return lines.filter(line -> line.equals("event:" + type)).findFirst();
          }
        });
  }

  private static String stateOfOnlyLine(Part part) {
    return part.line(0).orElseThrow().path("state").asText();
  }

  private static void assertFigure(Part part, String kilograms, boolean isComplete) {
    assertThat(new BigDecimal(part.total())).isEqualByComparingTo(kilograms);
    assertThat(part.isComplete()).isEqualTo(isComplete);
  }

  private static boolean is(String total, String kilograms) {
    return !total.isEmpty() && new BigDecimal(total).compareTo(new BigDecimal(kilograms)) == 0;
  }
}
