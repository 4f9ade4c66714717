package org.cfptrace.registry.directory;

import java.time.Instant;
import java.util.List;

/** Records on their way to the directory topic, written in the transaction of the change. */
public interface DirectoryOutbox {
  /** One record: the topic's key and the signed token. */
  record Waiting(long number, String key, String token) {}

  void add(String key, String token);

  /**
   * Takes records that nobody else is sending, until the transaction ends. Of each key only the
   * oldest, so that two instances cannot change the order; a heartbeat only when nothing older
   * waits, because it says that everything before it has been said.
   */
  List<Waiting> take(int most);

  void sent(List<Long> numbers, Instant at);

  /** Claims the next heartbeat; false when one was made since {@code since}. */
  boolean claimHeartbeat(Instant since, Instant now);

  /** How many records wait. */
  long waiting();

  /** Forgets what was sent before {@code before}. */
  void forget(Instant before);
}
