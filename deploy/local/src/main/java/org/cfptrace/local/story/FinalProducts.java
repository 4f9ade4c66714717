package org.cfptrace.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/**
 * What nobody in the story buys goes on to the aggregator, a participant like any other: it lets
 * the company in, verifies what comes and lists it.
 */
final class FinalProducts {

  private final Desk aggregator;
  private final Narrator narrator;

  FinalProducts(Desk aggregator, Narrator narrator) {
    this.aggregator = aggregator;
    this.narrator = narrator;
  }

  void present(Desk maker, String traceId) {
    new Partnership(maker, aggregator).begin();
    String aggregatorId = aggregator.participantId();
    boolean presented =
        maker.declarationsIssued().stream()
            .anyMatch(
                issued ->
                    Answers.isFor(issued, aggregatorId)
                        && Answers.traceId(issued).equals(traceId)
                        && issued.path("delivery").asText().equals("DELIVERED"));
    if (!presented) {
      String id = maker.declare(traceId, aggregatorId, "AGGREGATOR");
      String state = maker.awaitDelivery(id);
      if (!state.equals("DELIVERED")) {
        throw new StillWaiting("declaration " + id + " was " + state + " by the aggregator");
      }
    }
    JsonNode listed =
        Desk.await(
            "the product on the aggregator's list",
            () -> aggregator.door().all("products").stream().filter(of(traceId)).findFirst());
    JsonNode footprint = aggregator.door().get("products/" + Door.encode(traceId) + "/footprint");
    narrator.say(
        "  presented to the aggregator, which verified it and lists "
            + Answers.total(footprint)
            + " kg CO2e per "
            + Answers.unit(listed));
  }

  private static Predicate<JsonNode> of(String traceId) {
    return product -> Answers.traceId(product).equals(traceId);
  }
}
