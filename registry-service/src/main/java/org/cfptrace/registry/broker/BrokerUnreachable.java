package org.cfptrace.registry.broker;

/** The broker did not do what it was asked to, in time; try again later. */
public final class BrokerUnreachable extends RuntimeException {
  public BrokerUnreachable(String what, Throwable cause) {
    super(what, cause);
  }
}
