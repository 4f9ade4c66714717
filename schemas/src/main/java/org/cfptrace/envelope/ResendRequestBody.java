package org.cfptrace.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * The body of a {@link MessageType#RESEND_REQUEST}: the places of this thread that did not come,
 * both ends included.
 */
public record ResendRequestBody(long from, long to) {
  /** The most places asked for at once. */
  public static final long MOST = 1000;

  public ResendRequestBody {
    if (from < 1 || to < from || to - from >= MOST) {
      throw new IllegalArgumentException("1 to " + MOST + " places from 1 on");
    }
  }

  /** Asks for these places, or for the first of them where they are too many. */
  public static ResendRequestBody of(long from, long to) {
    return new ResendRequestBody(from, from + Math.min(to - from, MOST - 1));
  }

  public ObjectNode toJson() {
    return StrictJson.object().put("from", from).put("to", to);
  }

  /** Reads a request; of one for too many places only the first are taken. */
  public static ResendRequestBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    long from = members.wholeNumber("from");
    long to = members.wholeNumber("to");
    members.end();
    try {
      return of(from, to);
    } catch (IllegalArgumentException e) {
      throw new MalformedException(Fault.MEMBER, "body: " + e.getMessage(), e);
    }
  }
}
