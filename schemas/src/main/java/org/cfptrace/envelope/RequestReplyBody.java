package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.trade.RequestId;

/**
 * The body of a {@link MessageType#REQUEST_REPLY}: word from the supplier that is not the answer
 * itself, such as when it will come.
 *
 * @param seen the last place of the receiver's messages in this thread that the sender had applied;
 *     0 when none
 */
public record RequestReplyBody(RequestId requestId, String message, long seen) {
  /** The longest message. */
  public static final int LONGEST_MESSAGE = 1000;

  public RequestReplyBody {
    requireNonNull(requestId, "requestId");
    Words.checked(message, LONGEST_MESSAGE, "message");
    Words.seen(seen);
  }

  public ObjectNode toJson() {
    return StrictJson.object()
        .put("requestId", requestId.toString())
        .put("message", message)
        .put("seen", seen);
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static RequestReplyBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    RequestReplyBody reply =
        new RequestReplyBody(
            members.value("requestId", RequestId::of),
            members.text("message", LONGEST_MESSAGE),
            members.wholeNumber("seen"));
    members.end();
    return reply;
  }
}
