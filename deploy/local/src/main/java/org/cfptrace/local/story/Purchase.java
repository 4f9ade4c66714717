package org.cfptrace.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.local.story.Company.Source;

/**
 * How a buyer comes by the figure of a part: it asks the supplier, who says which of its products
 * that is and releases it to this customer. The figure then comes by itself, now and after every
 * change.
 */
final class Purchase {

  private static final Set<String> IN_VAIN = Set.of("REJECTED", "CANCELLED");

  private final Desk buyer;
  private final Desk seller;

  Purchase(Desk buyer, Desk seller) {
    this.buyer = buyer;
    this.seller = seller;
  }

  /** The request for a line of the buyer's product; the one that is there, or a new one. */
  String ask(String traceId, String lineId, Source source) {
    String sellerId = seller.participantId();
    Optional<String> earlier =
        buyer.requestsSent(traceId).stream()
            .filter(request -> request.path("askedFor").path("lineId").asText().equals(lineId))
            .filter(request -> Answers.names(request.path("partnerId").asText(), sellerId))
            .filter(request -> !IN_VAIN.contains(request.path("state").asText()))
            .map(request -> request.path("requestId").asText())
            .findFirst();
    return earlier.orElseGet(() -> buyer.ask(question(traceId, lineId, source, sellerId)));
  }

  private static ObjectNode question(
      String traceId, String lineId, Source source, String sellerId) {
    ObjectNode question = source.rest().deepCopy();
    return question.put("traceId", traceId).put("lineId", lineId).put("partnerId", sellerId);
  }

  /** The seller's part, as far as it is not done yet; returns when the buyer has the answer. */
  void answer(String requestId, String sold) {
    JsonNode asked = seller.awaitRequest(requestId);
    if (asked.path("state").asText().equals("ASKED")) {
      seller.linkRequest(requestId, sold);
    }
    String buyerId = buyer.participantId();
    if (!seller.isReleased(buyerId, sold)) {
      seller.release(buyerId, sold, true);
    }
    buyer.awaitRequest(requestId, "ANSWERED");
  }
}
