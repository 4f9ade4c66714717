package org.cfptrace.trade;

/** The two companies of a request: the customer that asks, and the supplier that answers. */
public enum RequestSide {
  ASKER,
  ANSWERER;

  public RequestSide other() {
    return this == ASKER ? ANSWERER : ASKER;
  }
}
