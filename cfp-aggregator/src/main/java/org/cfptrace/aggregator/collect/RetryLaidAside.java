package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import org.cfptrace.aggregator.collect.Quarantine.Item;
import org.cfptrace.service.database.Transactions;

/** Looks again at what could not be judged or came before its turn, oldest first. */
public final class RetryLaidAside {
  private static final int MOST = 100;

  private final Quarantine quarantine;
  private final ReceiveMessage receive;
  private final Transactions transactions;
  private final Clock clock;

  public RetryLaidAside(
      Quarantine quarantine, ReceiveMessage receive, Transactions transactions, Clock clock) {
    this.quarantine = requireNonNull(quarantine, "quarantine");
    this.receive = requireNonNull(receive, "receive");
    this.transactions = requireNonNull(transactions, "transactions");
    this.clock = requireNonNull(clock, "clock");
  }

  /** One round; says how many messages it looked at. */
  public int round() {
    List<Item> due = transactions.inNew(() -> quarantine.due(clock.instant(), MOST));
    due.forEach(receive::again);
    return due.size();
  }
}
