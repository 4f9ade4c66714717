package org.cfptrace.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Predicate;
import org.cfptrace.local.stack.LocalStack;

/**
 * What nobody in the story buys goes on to the aggregator, a participant like any other: it lets
 * the company in, verifies what comes and lists it, and so it does with every change that follows.
 */
final class FinalProducts {

  private final LocalStack stack;
  private final Desk aggregator;
  private final Narrator narrator;

  FinalProducts(LocalStack stack, Narrator narrator) {
    this.stack = stack;
    this.aggregator = new Desk(stack.service(LocalStack.AGGREGATOR));
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
            () -> analyst(maker).all("declared-products").stream().filter(of(traceId)).findFirst());
    JsonNode footprint = analyst(maker).get(door(traceId));
    narrator.say(
        "  presented to the aggregator, which verified it and lists "
            + Answers.total(footprint)
            + " kg CO2e per "
            + Answers.unit(listed));
  }

  /** What the aggregator lists, once it is what the maker's own footprint says. */
  String awaitListed(Desk maker, String traceId, Runnable meanwhile) {
    Door analyst = analyst(maker);
    JsonNode footprint = maker.footprint(traceId);
    return Desk.await(
        "the figure of " + Answers.total(footprint) + " on the aggregator's list",
        () -> {
          meanwhile.run();
          return Optional.of(analyst.get(door(traceId)))
              .filter(listed -> Answers.isSameFigure(listed, footprint))
              .map(Answers::total);
        });
  }

  /** What a company's own analysts see at the aggregator. */
  private Door analyst(Desk maker) {
    return Door.of(aggregator.service().url(), stack.analyst(maker.service().name(), maker.did()));
  }

  private static String door(String traceId) {
    return "declared-products/" + Door.encode(traceId) + "/footprint";
  }

  private static Predicate<JsonNode> of(String traceId) {
    return product -> Answers.traceId(product).equals(traceId);
  }
}
