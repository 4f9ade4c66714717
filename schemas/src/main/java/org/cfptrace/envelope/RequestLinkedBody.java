package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.trade.RequestId;

/**
 * The body of a {@link MessageType#REQUEST_LINKED}: the supplier names its product that will answer
 * (紐付け).
 *
 * @param seen the last place of the receiver's messages in this thread that the sender had applied;
 *     0 when none
 */
public record RequestLinkedBody(RequestId requestId, LinkedProduct product, long seen) {

  public RequestLinkedBody {
    requireNonNull(requestId, "requestId");
    requireNonNull(product, "product");
    Words.seen(seen);
  }

  public ObjectNode toJson() {
    ObjectNode json = StrictJson.object().put("requestId", requestId.toString());
    json.set("product", product.toJson());
    return json.put("seen", seen);
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static RequestLinkedBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    RequestLinkedBody linked =
        new RequestLinkedBody(
            members.value("requestId", RequestId::of),
            LinkedProduct.read(members.object("product")),
            members.wholeNumber("seen"));
    members.end();
    return linked;
  }
}
