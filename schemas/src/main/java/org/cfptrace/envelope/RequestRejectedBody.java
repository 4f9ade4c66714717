package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.trade.RequestId;

/**
 * The body of a {@link MessageType#REQUEST_REJECTED}: the supplier sends the request back (差戻し).
 *
 * @param seen the last place of the receiver's messages in this thread that the sender had applied;
 *     0 when none
 */
public record RequestRejectedBody(RequestId requestId, String reason, long seen) {
  /** The longest reason. */
  public static final int LONGEST_REASON = 1000;

  public RequestRejectedBody {
    requireNonNull(requestId, "requestId");
    Words.checked(reason, LONGEST_REASON, "reason");
    Words.seen(seen);
  }

  public ObjectNode toJson() {
    return StrictJson.object()
        .put("requestId", requestId.toString())
        .put("reason", reason)
        .put("seen", seen);
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static RequestRejectedBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    RequestRejectedBody rejected =
        new RequestRejectedBody(
            members.value("requestId", RequestId::of),
            members.text("reason", LONGEST_REASON),
            members.wholeNumber("seen"));
    members.end();
    return rejected;
  }
}
