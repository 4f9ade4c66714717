package org.cfptrace.exchange.deliver;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.database.Transactions;

/**
 * Carries due messages from the outbox to the broker. A round holds its rows until the broker has
 * answered, so a message is never marked as sent that is not, and the worst a crash does is to send
 * one twice, which its reader notices. Threads travel side by side; within a thread the next
 * message leaves when the broker has the one before it.
 */
public final class RelayOutbox {
  private static final int THREADS = 64;
  private static final int MOST = 256;
  // Longer than the producer's own delivery timeout, which gives the better reason.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Outbox outbox;
  private final Sealing sealing;
  private final Broker broker;
  private final Transactions transactions;
  private final CrashPoints crashPoints;
  private final Clock clock;

  public RelayOutbox(
      Outbox outbox,
      Sealing sealing,
      Broker broker,
      Transactions transactions,
      CrashPoints crashPoints,
      Clock clock) {
    this.outbox = requireNonNull(outbox, "outbox");
    this.sealing = requireNonNull(sealing, "sealing");
    this.broker = requireNonNull(broker, "broker");
    this.transactions = requireNonNull(transactions, "transactions");
    this.crashPoints = requireNonNull(crashPoints, "crashPoints");
    this.clock = requireNonNull(clock, "clock");
  }

  /** One round; says how many messages the broker has taken. */
  public Round round() {
    Round round = transactions.inNew(this::claimAndSend);
    if (round.claimed() > 0) {
      crashPoints.reach(CrashPoint.RELAY_AFTER_COMMIT);
    }
    return round;
  }

  private Round claimAndSend() {
    List<OutboxMessage> claimed = outbox.claim(clock.instant(), THREADS, MOST);
    if (claimed.isEmpty()) {
      return Round.EMPTY;
    }
    crashPoints.reach(CrashPoint.RELAY_BEFORE_SEND);
    List<Attempt> attempts = send(claimed);
    crashPoints.reach(CrashPoint.RELAY_AFTER_SEND);
    return note(attempts);
  }

  private List<Attempt> send(List<OutboxMessage> claimed) {
    Map<Lane, CompletableFuture<Void>> lanes = new LinkedHashMap<>();
    List<Attempt> attempts = new ArrayList<>();
    for (OutboxMessage message : claimed) {
      Lane lane = new Lane(message.recipient().toString(), message.thread());
      CompletableFuture<Void> before =
          lanes.getOrDefault(lane, CompletableFuture.completedFuture(null));
      CompletableFuture<Void> sent = before.thenCompose(ignored -> sealAndSend(message));
      lanes.put(lane, sent);
      attempts.add(new Attempt(message, sent));
    }
    await(attempts);
    return attempts;
  }

  private CompletableFuture<Void> sealAndSend(OutboxMessage message) {
    return sealing
        .seal(message)
        .fold(
            ready ->
                broker
                    .send(
                        message.way().topicOf(message.recipient().shortId()),
                        message.thread(),
                        message.messageId(),
                        ready.envelope())
                    .toCompletableFuture(),
            held -> CompletableFuture.failedFuture(new HeldBack(held.reason())));
  }

  private static void await(List<Attempt> attempts) {
    CompletableFuture<?>[] all =
        attempts.stream().map(Attempt::sent).toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(all)
        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        // Each attempt is looked at on its own afterwards.
        .exceptionally(failure -> null)
        .join();
  }

  private Round note(List<Attempt> attempts) {
    List<UUID> sent = new ArrayList<>();
    for (Attempt attempt : attempts) {
      OutboxMessage message = attempt.message();
      if (attempt.succeeded()) {
        sent.add(message.messageId());
      } else {
        outbox.retryAt(
            message.messageId(),
            clock.instant().plus(Backoff.after(message.attempts() + 1)),
            attempt.reason());
      }
    }
    outbox.markSent(sent, clock.instant());
    return new Round(attempts.size(), sent.size());
  }

  /**
   * What a round did.
   *
   * @param claimed messages that were due
   * @param sent those of them the broker has now
   */
  public record Round(int claimed, int sent) {
    static final Round EMPTY = new Round(0, 0);
  }

  private record Lane(String recipient, String thread) {}

  private record Attempt(OutboxMessage message, CompletableFuture<Void> sent) {
    boolean succeeded() {
      return sent.isDone() && !sent.isCompletedExceptionally();
    }

    /** A word of ours only: messages of other people's libraries may quote content. */
    String reason() {
      if (!sent.isDone()) {
        return BrokerFailure.NO_ANSWER_FROM_BROKER.name();
      }
      Throwable failure = sent.handle((done, thrown) -> thrown).join();
      while (failure instanceof CompletionException && failure.getCause() != null) {
        failure = failure.getCause();
      }
      if (failure instanceof HeldBack held) {
        return held.reason;
      }
      return failure instanceof NotTaken notTaken
          ? notTaken.why().name()
          : BrokerFailure.BROKER_FAILED.name();
    }
  }

  private static final class HeldBack extends RuntimeException {
    private final String reason;

    HeldBack(String reason) {
      super(reason);
      this.reason = reason;
    }
  }
}
