package org.cfptrace.it.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.cfptrace.it.Part;
import org.cfptrace.it.Platform;
import org.cfptrace.local.story.Desk;
import org.cfptrace.local.story.DoorRefused;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Two people act at the same moment, each at a door of a running connector. Which of them is first
 * is not for us to say; that both companies come to the same end is.
 */
class BothAtOnceIT {
  private static final int ROUNDS = 5;
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * B cancels what it has asked while A rejects it. Where B's cancellation was taken it holds,
   * whatever A has done meanwhile; where it came after the rejection it was refused.
   */
  @RepeatedTest(ROUNDS)
  void aCancellationAndARejectionEndAlikeOnBothSides(RepetitionInfo round) throws Exception {
    Part coil =
        Part.of(Platform.A, named("Coil that is rejected", round), "kilogram").emitting("3");
    Part bracket =
        Part.of(Platform.B, named("Bracket that changes its mind", round), "piece")
            .emitting("5")
            .madeOf(Part.line("coil", "1", "kilogram"));
    String request = bracket.asks(Platform.A, 0);
    coil.desk().awaitRequest(request);
    List<String> breachesBefore = breaches(coil.desk(), bracket.desk());

    Outcomes outcomes =
        atOnce(
            bracket.desk(),
            "requests/" + request + "/cancel",
            coil.desk(),
            "requests/" + request + "/reject");

    assertThat(outcomes.isFirstTaken() || outcomes.isSecondTaken()).isTrue();
    String end = outcomes.isFirstTaken() ? "CANCELLED" : "REJECTED";
    bracket.desk().awaitRequest(request, end);
    coil.desk().awaitRequest(request, end);
    assertThat(new BigDecimal(bracket.total())).isEqualByComparingTo("5");
    assertThat(bracket.isComplete()).isFalse();
    assertThat(breaches(coil.desk(), bracket.desk())).isEqualTo(breachesBefore);
  }

  private static String named(String name, RepetitionInfo round) {
    return name + " " + round.getCurrentRepetition();
  }

  /**
   * A posts 4 in place of 3, which supersedes what it has declared, while its approver recalls just
   * that. Where the recall was taken, nothing stands any more and B has its own 5, incomplete;
   * where the correction was first there is nothing left to recall, and B has 5 + 4 = 9.
   */
  @RepeatedTest(ROUNDS)
  void aCorrectionAndARecallEndAlikeOnBothSides(RepetitionInfo round) throws Exception {
    Part coil =
        Part.of(Platform.A, named("Coil corrected and recalled", round), "kilogram").emitting("3");
    Part bracket =
        Part.of(Platform.B, named("Bracket of a coil corrected and recalled", round), "piece")
            .emitting("5")
            .madeOf(Part.line("coil", "1", "kilogram"));
    String request = bracket.asks(Platform.A, 0);
    coil.answers(Platform.B, request);
    bracket.desk().awaitRequest(request, "ANSWERED");
    String told = coil.declarationAt(bracket).path("declarationId").asText();
    List<String> breachesBefore = breaches(coil.desk(), bracket.desk());

    CyclicBarrier together = new CyclicBarrier(2);
    CompletableFuture<Boolean> recall =
        CompletableFuture.supplyAsync(
            () -> isTaken(together, coil.desk(), "declarations/" + told + "/recall"));
    together.await(1, TimeUnit.MINUTES);
    coil.emitting("4");
    boolean isRecalled = recall.get(1, TimeUnit.MINUTES);

    String end = isRecalled ? "RECALLED" : "SUPERSEDED";
    String figure = isRecalled ? "5" : "9";
    Desk.await(
        "the end of what was told, " + end + ", at the customer",
        () ->
            Optional.of(standing(bracket.desk(), "RECEIVED", coil))
                .filter(states -> end.equals(states.get(told))));
    Desk.await(
        "the figure of the customer, " + figure,
        () -> Optional.of(bracket.total()).filter(total -> is(total, figure)));
    assertThat(bracket.isComplete()).isEqualTo(!isRecalled);
    assertThat(standing(bracket.desk(), "RECEIVED", coil))
        .isEqualTo(standing(coil.desk(), "ISSUED", coil));
    String state = isRecalled ? "LINKED" : "ANSWERED";
    bracket.desk().awaitRequest(request, state);
    coil.desk().awaitRequest(request, state);
    assertThat(breaches(coil.desk(), bracket.desk())).isEqualTo(breachesBefore);
  }

  /** Whether each of two was taken; one that was not was refused for the state it met. */
  private record Outcomes(boolean isFirstTaken, boolean isSecondTaken) {}

  private static Outcomes atOnce(Desk first, String firstDoor, Desk second, String secondDoor)
      throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    CompletableFuture<Boolean> one =
        CompletableFuture.supplyAsync(() -> isTaken(together, first, firstDoor));
    CompletableFuture<Boolean> other =
        CompletableFuture.supplyAsync(() -> isTaken(together, second, secondDoor));
    return new Outcomes(one.get(1, TimeUnit.MINUTES), other.get(1, TimeUnit.MINUTES));
  }

  private static boolean isTaken(CyclicBarrier together, Desk desk, String door) {
    try {
      together.await(1, TimeUnit.MINUTES);
      desk.door().post(door, JSON.createObjectNode().put("reason", "at the same moment"));
      return true;
    } catch (DoorRefused refused) {
      assertThat(refused.code()).isEqualTo("ILLEGAL_MOVE");
      return false;
    } catch (Exception broken) {
      throw new IllegalStateException("not both at once", broken);
    }
  }

  /** What was told to a customer of a part, and whether it stands, as one side shows it. */
  private static Map<String, String> standing(Desk desk, String direction, Part part) {
    Map<String, String> states = new TreeMap<>();
    for (JsonNode each : desk.door().all("declarations?direction=" + direction)) {
      boolean isOfPart = each.path("product").path("traceId").asText().equals(part.traceId());
      boolean isForOneself = each.path("audience").asText().equals("SELF");
      if (isOfPart && !isForOneself) {
        states.put(each.path("declarationId").asText(), each.path("state").asText());
      }
    }
    return states;
  }

  /** What either side has refused as a breach of the rules: crossing is none. */
  private static List<String> breaches(Desk one, Desk other) {
    return List.of(one, other).stream()
        .flatMap(desk -> desk.door().all("quarantine").stream())
        .filter(item -> item.path("reason").asText().equals("ILLEGAL_MOVE"))
        .map(item -> item.path("id").asText())
        .sorted()
        .toList();
  }

  private static boolean is(String total, String kilograms) {
    return !total.isEmpty() && new BigDecimal(total).compareTo(new BigDecimal(kilograms)) == 0;
  }
}
