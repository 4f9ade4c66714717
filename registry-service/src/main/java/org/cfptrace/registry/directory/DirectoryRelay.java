package org.cfptrace.registry.directory;

import java.time.Clock;
import java.time.Duration;
import org.cfptrace.participant.Heartbeat;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.database.Transactions;

/**
 * Carries waiting records to the topic, and makes the heartbeats. Any number of instances may do so
 * at once; a record is sent again after a crash between sending and noting it, which is harmless.
 */
public final class DirectoryRelay {
  private static final int BATCH = 100;
  private static final Duration KEPT = Duration.ofDays(7);

  private final DirectoryOutbox outbox;
  private final DirectoryTopic topic;
  private final Directory directory;
  private final Transactions transactions;
  private final CrashPoints crashPoints;
  private final Clock clock;
  private final Duration heartbeatEvery;

  public DirectoryRelay(
      DirectoryOutbox outbox,
      DirectoryTopic topic,
      Directory directory,
      Transactions transactions,
      CrashPoints crashPoints,
      Clock clock,
      Duration heartbeatEvery) {
    this.outbox = outbox;
    this.topic = topic;
    this.directory = directory;
    this.transactions = transactions;
    this.crashPoints = crashPoints;
    this.clock = clock;
    this.heartbeatEvery = heartbeatEvery;
  }

  /** Sends until nothing waits; returns how many records went. */
  public int relay() {
    int total = 0;
    int sent = transactions.inNew(this::relayBatch);
    while (sent > 0) {
      crashPoints.reach(CrashPoint.DIRECTORY_SENT_AFTER_COMMIT);
      total += sent;
      sent = transactions.inNew(this::relayBatch);
    }
    return total;
  }

  private int relayBatch() {
    var records = outbox.take(BATCH);
    if (records.isEmpty()) {
      return 0;
    }
    crashPoints.reach(CrashPoint.DIRECTORY_BEFORE_SEND);
    topic.send(records);
    crashPoints.reach(CrashPoint.DIRECTORY_AFTER_SEND);
    outbox.sent(records.stream().map(DirectoryOutbox.Waiting::number).toList(), clock.instant());
    return records.size();
  }

  /** Puts a heartbeat on its way if the last one is old enough. */
  public void beat() {
    transactions.inNew(
        () -> {
          var now = clock.instant();
          if (outbox.claimHeartbeat(now.minus(heartbeatEvery), now)) {
            outbox.add(Heartbeat.TOPIC_KEY, directory.heartbeat());
          }
          outbox.forget(now.minus(KEPT));
          crashPoints.reach(CrashPoint.BEAT_BEFORE_COMMIT);
          return 0;
        });
    crashPoints.reach(CrashPoint.BEAT_AFTER_COMMIT);
  }
}
