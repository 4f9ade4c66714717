package org.cfptrace.connector.receive;

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
    due.forEach(receive::again);
    return due.size();
  }
}
