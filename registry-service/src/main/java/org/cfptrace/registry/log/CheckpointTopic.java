package org.cfptrace.registry.log;

import java.util.List;

/** The topic of checkpoints. */
public interface CheckpointTopic {
  /**
   * Sends notes in order and waits until the broker has them all.
   *
   * @throws org.cfptrace.registry.broker.BrokerUnreachable when it does not take them
   */
  void send(List<String> notes);
}
