package org.cfptrace.connector.receive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/** The body of a ResendRequest: the places of a thread that are missing, both ends included. */
public record Missing(long from, long to) {
  private static final long MOST = 1000;

  public Missing {
    if (from < 1 || to < from) {
      throw new IllegalArgumentException("expected places from 1 on, seen " + from + " to " + to);
    }
  }

  /** The body. */
  public ObjectNode toJson() {
    return StrictJson.object().put("from", from).put("to", to);
  }

  /** Reads a body; never more than a thousand places at a time. */
  public static Missing fromJson(ObjectNode body) {
    Members members = Members.of(body, "body");
    long from = members.wholeNumber("from");
    long to = members.wholeNumber("to");
    members.end();
    return new Missing(from, from + Math.min(to - from, MOST - 1));
  }
}
