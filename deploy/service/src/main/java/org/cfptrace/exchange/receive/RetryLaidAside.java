package org.cfptrace.exchange.receive;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;

/** Looks again at what could not be judged or came before its turn, oldest first. */
public final class RetryLaidAside {
  private static final int MOST = 100;

  private final Quarantine quarantine;
  private final ReceiveMessage receive;
  private final Clock clock;

  public RetryLaidAside(Quarantine quarantine, ReceiveMessage receive, Clock clock) {
    this.quarantine = requireNonNull(quarantine, "quarantine");
    this.receive = requireNonNull(receive, "receive");
    this.clock = requireNonNull(clock, "clock");
  }

  /** One round; says how many messages it looked at. */
  public int round() {
    List<Quarantined> due = quarantine.due(clock.instant(), MOST);
    RuntimeException stumbled = null;
    for (Quarantined item : due) {
      try {
        receive.again(item);
      } catch (RuntimeException failure) {
        // One message that we stumble over must not starve the others; the caller hears of it.
        stumbled = failure;
      }
    }
    if (stumbled != null) {
      throw stumbled;
    }
    return due.size();
  }
}
