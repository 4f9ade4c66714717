package org.cfptrace.registry.broker;

import java.util.List;
import java.util.OptionalLong;

/** Whose topics and rights have to be looked at; written in the transaction of the change. */
public interface BrokerWork {
  void add(String shortId);

  /** Everybody is to be looked at. */
  void addAll();

  /** The participants with work, longest waiting first. */
  List<String> waiting(int most);

  /**
   * Takes a participant's work until the transaction ends.
   *
   * @return up to which number; empty when there is none, or another instance is at it
   */
  OptionalLong take(String shortId);

  /** What was taken is done. */
  void done(String shortId, long upTo);

  /** How many participants have work waiting. */
  long size();
}
