package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.trade.RequestId;

/**
 * The body of a {@link MessageType#REQUEST_REMINDER}: the customer asks once more.
 *
 * @param due another day than before; as before when empty
 * @param seen the last place of the receiver's messages in this thread that the sender had applied;
 *     0 when none. So both sides know when two messages crossed.
 */
public record RequestReminderBody(
    RequestId requestId, Optional<String> message, Optional<LocalDate> due, long seen) {
  /** The longest message. */
  public static final int LONGEST_MESSAGE = 1000;

  public RequestReminderBody {
    requireNonNull(requestId, "requestId");
    Words.checked(message, LONGEST_MESSAGE, "message");
    requireNonNull(due, "due");
    Words.seen(seen);
  }

  public ObjectNode toJson() {
    ObjectNode json = StrictJson.object().put("requestId", requestId.toString());
    message.ifPresent(text -> json.put("message", text));
    due.ifPresent(day -> json.put("due", day.toString()));
    return json.put("seen", seen);
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static RequestReminderBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    RequestReminderBody reminder =
        new RequestReminderBody(
            members.value("requestId", RequestId::of),
            members.optionalText("message", LONGEST_MESSAGE),
            members.has("due") ? Optional.of(members.date("due")) : Optional.empty(),
            members.wholeNumber("seen"));
    members.end();
    return reminder;
  }
}
