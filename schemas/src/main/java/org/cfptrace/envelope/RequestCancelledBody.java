package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.trade.RequestId;

/**
 * The body of a {@link MessageType#REQUEST_CANCELLED}: the customer takes the request back (取消).
 *
 * @param seen the last place of the receiver's messages in this thread that the sender had applied;
 *     0 when none
 */
public record RequestCancelledBody(RequestId requestId, Optional<String> reason, long seen) {
  /** The longest reason. */
  public static final int LONGEST_REASON = 1000;

  public RequestCancelledBody {
    requireNonNull(requestId, "requestId");
    Words.checked(reason, LONGEST_REASON, "reason");
    Words.seen(seen);
  }

  public ObjectNode toJson() {
    ObjectNode json = StrictJson.object().put("requestId", requestId.toString());
    reason.ifPresent(text -> json.put("reason", text));
    return json.put("seen", seen);
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static RequestCancelledBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    RequestCancelledBody cancelled =
        new RequestCancelledBody(
            members.value("requestId", RequestId::of),
            members.optionalText("reason", LONGEST_REASON),
            members.wholeNumber("seen"));
    members.end();
    return cancelled;
  }
}
