package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import org.cfptrace.footprint.Period;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.trade.RequestId;

/**
 * The body of a {@link MessageType#FOOTPRINT_REQUEST}: a customer asks its supplier for the
 * footprint of a part. The amount used is never in it.
 *
 * @param period the days the figure should speak of
 * @param message a word to the person who will answer
 * @param due the day by which the answer is wished for
 * @param askedBefore the request that this one renews or asks anew
 */
public record FootprintRequestBody(
    RequestId requestId,
    RequestedPart part,
    Optional<Period> period,
    Optional<String> message,
    Optional<LocalDate> due,
    Optional<RequestId> askedBefore) {
  /** The longest message. */
  public static final int LONGEST_MESSAGE = 1000;

  public FootprintRequestBody {
    requireNonNull(requestId, "requestId");
    requireNonNull(part, "part");
    requireNonNull(period, "period");
    Words.checked(message, LONGEST_MESSAGE, "message");
    requireNonNull(due, "due");
    requireNonNull(askedBefore, "askedBefore");
  }

  public ObjectNode toJson() {
    ObjectNode json = StrictJson.object().put("requestId", requestId.toString());
    json.set("part", part.toJson());
    period.ifPresent(
        days ->
            json.putObject("period")
                .put("from", days.from().toString())
                .put("to", days.to().toString()));
    message.ifPresent(text -> json.put("message", text));
    due.ifPresent(day -> json.put("due", day.toString()));
    askedBefore.ifPresent(id -> json.put("askedBefore", id.toString()));
    return json;
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static FootprintRequestBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    FootprintRequestBody request =
        new FootprintRequestBody(
            members.value("requestId", RequestId::of),
            RequestedPart.read(members.object("part")),
            members.optionalObject("period").map(FootprintRequestBody::period),
            members.optionalText("message", LONGEST_MESSAGE),
            members.has("due") ? Optional.of(members.date("due")) : Optional.empty(),
            members.has("askedBefore")
                ? Optional.of(members.value("askedBefore", RequestId::of))
                : Optional.empty());
    members.end();
    return request;
  }

  private static Period period(Members members) {
    LocalDate from = members.date("from");
    LocalDate to = members.date("to");
    members.end();
    if (to.isBefore(from)) {
      throw new MalformedException(Fault.MEMBER, members.path() + ": ends before it begins");
    }
    return new Period(from, to);
  }
}
