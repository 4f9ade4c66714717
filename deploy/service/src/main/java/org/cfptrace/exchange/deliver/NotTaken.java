package org.cfptrace.exchange.deliver;

import static java.util.Objects.requireNonNull;

/** The broker has not taken a message. */
public final class NotTaken extends RuntimeException {
  private final BrokerFailure why;

  public NotTaken(BrokerFailure why, Throwable cause) {
    super(requireNonNull(why, "why").name(), cause);
    this.why = why;
  }

  public BrokerFailure why() {
    return why;
  }
}
