package org.cfptrace.registry.broker;

import java.util.Set;

/** What we ask of a message broker. Each request may be repeated; all are bounded in time. */
public interface Broker {
  /** Makes a topic, or brings its settings to this form. */
  void ensureTopic(TopicForm form);

  /** All rights of a principal. */
  Set<BrokerRight> rightsOf(String principal);

  void grant(Set<BrokerRight> rights);

  void revoke(Set<BrokerRight> rights);

  /** Limits what a principal may send and fetch each second. */
  void limit(String principal, Limits limits);

  /** Takes the limits of a principal away, with everything remembered about it. */
  void forgetLimits(String principal);

  /** Whether it answers now. */
  boolean isReachable();

  /** Bytes each second. */
  record Limits(long produced, long consumed) {}
}
