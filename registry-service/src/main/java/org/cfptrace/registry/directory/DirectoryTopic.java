package org.cfptrace.registry.directory;

import java.util.List;

/** The compacted topic every participant reads. */
public interface DirectoryTopic {
  /**
   * Sends records in order and waits until the broker has them all.
   *
   * @throws org.cfptrace.registry.broker.BrokerUnreachable when it does not take them
   */
  void send(List<DirectoryOutbox.Waiting> records);
}
