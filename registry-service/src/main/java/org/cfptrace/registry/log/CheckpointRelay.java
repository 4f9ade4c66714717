package org.cfptrace.registry.log;

import java.time.Clock;
import org.cfptrace.registry.log.LogStore.Published;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.database.Transactions;

/** Carries checkpoints to the topic that every participant reads. */
public final class CheckpointRelay {
  private static final int BATCH = 50;

  private final LogStore store;
  private final CheckpointTopic topic;
  private final Transactions transactions;
  private final CrashPoints crashPoints;
  private final Clock clock;

  public CheckpointRelay(
      LogStore store,
      CheckpointTopic topic,
      Transactions transactions,
      CrashPoints crashPoints,
      Clock clock) {
    this.store = store;
    this.topic = topic;
    this.transactions = transactions;
    this.crashPoints = crashPoints;
    this.clock = clock;
  }

  /** Sends what waits, in order; sent again after a crash, which is harmless. */
  public int relay() {
    int sent = transactions.inNew(this::relayBatch);
    if (sent > 0) {
      crashPoints.reach(CrashPoint.CHECKPOINT_AFTER_COMMIT);
    }
    return sent;
  }

  private int relayBatch() {
    var waiting = store.unsent(BATCH);
    if (!waiting.isEmpty()) {
      crashPoints.reach(CrashPoint.CHECKPOINT_BEFORE_SEND);
      topic.send(waiting.stream().map(Published::note).toList());
      crashPoints.reach(CrashPoint.CHECKPOINT_AFTER_SEND);
      store.sent(waiting.stream().map(Published::size).toList(), clock.instant());
    }
    return waiting.size();
  }
}
