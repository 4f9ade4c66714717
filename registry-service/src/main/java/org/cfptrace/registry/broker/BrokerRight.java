package org.cfptrace.registry.broker;

import static java.util.Objects.requireNonNull;

/** Leave for one principal to do one thing. */
public record BrokerRight(String principal, Operation operation, Target target, String name) {

  /** What may be done. */
  public enum Operation {
    READ,
    WRITE
  }

  /** To what: a topic of this name, all topics or all groups whose names begin with it. */
  public enum Target {
    TOPIC,
    TOPICS_BEGINNING,
    GROUPS_BEGINNING
  }

  public BrokerRight {
    requireNonNull(principal, "principal");
    requireNonNull(operation, "operation");
    requireNonNull(target, "target");
    requireNonNull(name, "name");
  }
}
