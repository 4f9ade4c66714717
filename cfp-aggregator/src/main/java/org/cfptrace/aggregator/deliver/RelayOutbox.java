package org.cfptrace.aggregator.deliver;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.cfptrace.service.database.Transactions;

/**
 * Carries due messages from the outbox to the broker. A round holds its rows until the broker has
 * answered, so nothing is marked as sent that is not, and the worst a crash does is to send a
 * message twice, which its reader notices. A round takes one message of a thread, so that the next
 * one leaves only when the broker has the one before it.
 */
public final class RelayOutbox {
  private static final int MOST = 100;
  // Longer than the producer's own delivery timeout, which gives the better reason.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Outbox outbox;
  private final Sealing sealing;
  private final Broker broker;
  private final Transactions transactions;
  private final Clock clock;

  public RelayOutbox(
      Outbox outbox, Sealing sealing, Broker broker, Transactions transactions, Clock clock) {
    this.outbox = requireNonNull(outbox, "outbox");
    this.sealing = requireNonNull(sealing, "sealing");
    this.broker = requireNonNull(broker, "broker");
    this.transactions = requireNonNull(transactions, "transactions");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Rounds until nothing is due; says how many messages the broker has taken. */
  public int relay() {
    int sent = 0;
    Round round = round();
    while (round.claimed() > 0) {
      sent += round.sent();
      round = round();
    }
    return sent;
  }

  private Round round() {
    return transactions.inNew(
        () -> {
          List<Attempt> attempts = new ArrayList<>();
          for (OutgoingMessage message : outbox.claim(clock.instant(), MOST)) {
            attempts.add(new Attempt(message, sealAndSend(message)));
          }
          await(attempts);
          return note(attempts);
        });
  }

  private CompletableFuture<Void> sealAndSend(OutgoingMessage message) {
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
            held -> CompletableFuture.failedFuture(new HeldBackException(held.reason())));
  }

  private static void await(List<Attempt> attempts) {
    CompletableFuture<?>[] all =
        attempts.stream().map(Attempt::sent).toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(all)
        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        // Each attempt is looked at on its own afterwards.
        .handle((done, failure) -> Boolean.TRUE)
        .join();
  }

  private Round note(List<Attempt> attempts) {
    int sent = 0;
    for (Attempt attempt : attempts) {
      OutgoingMessage message = attempt.message();
      if (attempt.succeeded()) {
        outbox.markSent(message.messageId(), clock.instant());
        sent++;
      } else {
        outbox.retryAt(
            message.messageId(),
            clock.instant().plus(Backoff.after(message.attempts() + 1)),
            attempt.reason());
      }
    }
    return new Round(attempts.size(), sent);
  }

  private record Round(int claimed, int sent) {}

  private record Attempt(OutgoingMessage message, CompletableFuture<Void> sent) {
    boolean succeeded() {
      return sent.isDone() && !sent.isCompletedExceptionally();
    }

    /** The kind of failure only: messages of other people's libraries may quote content. */
    String reason() {
      if (!sent.isDone()) {
        return "NO_ANSWER_FROM_BROKER";
      }
      Throwable failure = sent.handle((done, thrown) -> thrown).join();
      while (failure instanceof CompletionException && failure.getCause() != null) {
        failure = failure.getCause();
      }
      return failure instanceof HeldBackException held
          ? held.reason
          : failure.getClass().getSimpleName();
    }
  }

  private static final class HeldBackException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String reason;

    HeldBackException(String reason) {
      super(reason);
      this.reason = reason;
    }
  }
}
