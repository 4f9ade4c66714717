package org.cfptrace.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What nobody in the story buys goes on to the aggregator, a participant like any other: it lets
 * the company in, verifies what comes and lists it, and so it does with every change that follows.
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
      maker.release(aggregatorId, traceId, true);
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

  /** What the aggregator lists, once it is what the maker's own footprint says. */
  String awaitListed(Desk maker, String traceId, Runnable meanwhile) {
    String door = "products/" + Door.encode(traceId) + "/footprint";
    JsonNode footprint = maker.footprint(traceId);
    return Desk.await(
        "the figure of " + Answers.total(footprint) + " on the aggregator's list",
        () -> {
          meanwhile.run();
          return Optional.of(aggregator.door().get(door))
              .filter(listed -> Answers.isSameFigure(listed, footprint))
              .map(Answers::total);
        });
  }

  private static Predicate<JsonNode> of(String traceId) {
    return product -> Answers.traceId(product).equals(traceId);
  }
}
