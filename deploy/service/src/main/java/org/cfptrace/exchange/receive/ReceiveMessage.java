package org.cfptrace.exchange.receive;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.ReceiptBody;
import org.cfptrace.envelope.ResendRequestBody;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.receive.Quarantined.State;
import org.cfptrace.exchange.receive.Why.Trouble;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.EncryptionKey;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.database.Transactions;
import org.cfptrace.verify.Origin;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.StrictReader;
import org.cfptrace.verify.VerifiedMessage;

/**
 * Takes one message: opens and checks it, sees whose turn it is, applies it and posts the receipt
 * in one transaction. It always comes to an end: what cannot be applied is laid aside, and a
 * message that comes twice does nothing the second time.
 */
public final class ReceiveMessage {
  // A gap is a matter of a few messages; more than this is somebody filling our table.
  private static final long MOST_AHEAD = 1000;
  private static final long MOST_AHEAD_AT_THE_DOOR = 10;

  private final StrictReader reader;
  private final List<EncryptionKey> keys;
  private final Handlers handlers;
  private final IncomingMessages incoming;
  private final LayAside layAside;
  private final PostMessage post;
  private final Consumer<ParticipantId> whenTooLate;
  private final Transactions transactions;
  private final CrashPoints crashPoints;
  private final Clock clock;

  public ReceiveMessage(
      StrictReader reader,
      Collection<EncryptionKey> keys,
      Handlers handlers,
      IncomingMessages incoming,
      LayAside layAside,
      PostMessage post,
      Consumer<ParticipantId> whenTooLate,
      Transactions transactions,
      CrashPoints crashPoints,
      Clock clock) {
    this.reader = requireNonNull(reader, "reader");
    this.keys = List.copyOf(keys);
    this.handlers = requireNonNull(handlers, "handlers");
    this.incoming = requireNonNull(incoming, "incoming");
    this.layAside = requireNonNull(layAside, "layAside");
    this.post = requireNonNull(post, "post");
    this.whenTooLate = requireNonNull(whenTooLate, "whenTooLate");
    this.transactions = requireNonNull(transactions, "transactions");
    this.crashPoints = requireNonNull(crashPoints, "crashPoints");
    this.clock = requireNonNull(clock, "clock");
  }

  /** What became of a message. */
  public enum Outcome {
    APPLIED,
    /** It was here before. */
    REPEAT,
    QUARANTINED,
    HELD,
    AHEAD
  }

  /** A message has come over one of our topics. */
  public Outcome receive(Way way, Envelope envelope) {
    return take(new Delivery(way, envelope, Optional.empty()));
  }

  /** A message from the quarantine is tried once more. */
  public Outcome again(Quarantined laidAside) {
    return take(new Delivery(laidAside.way(), laidAside.envelope(), Optional.of(laidAside)));
  }

  /** We stumbled over a message ourselves; it is kept for a person, so that it blocks nobody. */
  public Outcome giveUp(Way way, Envelope envelope) {
    Delivery delivery = new Delivery(way, envelope, Optional.empty());
    return inOne(
        () ->
            refuse(
                delivery,
                Optional.empty(),
                Optional.empty(),
                Why.of(Trouble.OUR_FAULT, "we could not take it")));
  }

  /** Takes a message, and then whatever of its thread waited for its place to be used. */
  private Outcome take(Delivery delivery) {
    Taken taken = takeOne(delivery);
    Optional<Quarantined> next = waitingBehind(taken);
    while (next.isPresent()) {
      Quarantined item = next.get();
      next = waitingBehind(takeOne(new Delivery(item.way(), item.envelope(), Optional.of(item))));
    }
    return taken.outcome();
  }

  private Optional<Quarantined> waitingBehind(Taken taken) {
    boolean isPlaceUsed =
        taken.outcome() == Outcome.APPLIED || taken.outcome() == Outcome.QUARANTINED;
    return taken.origin().filter(origin -> isPlaceUsed).flatMap(this::nextInTurn);
  }

  private Optional<Quarantined> nextInTurn(Origin origin) {
    return transactions.inNew(
        () ->
            layAside.inTurn(
                origin.issuer(),
                origin.thread(),
                incoming.lastSeq(origin.issuer(), origin.thread()) + 1));
  }

  private Taken takeOne(Delivery delivery) {
    return reader
        .open(delivery.envelope().bytes(), keys)
        .then(reader::message)
        .fold(
            accepted ->
                new Taken(
                    apply(delivery, accepted.value()), Optional.of(accepted.value().origin())),
            held ->
                new Taken(
                    inOne(
                        () -> hold(delivery, held.origin(), Why.of(held.reason(), held.detail()))),
                    held.origin()),
            refused ->
                new Taken(
                    inOne(
                        () ->
                            refuse(
                                delivery,
                                refused.origin(),
                                Optional.empty(),
                                Why.of(refused.reason(), refused.detail()))),
                    refused.origin()));
  }

  private Outcome apply(Delivery delivery, VerifiedMessage message) {
    // Checking a declaration takes longer than storing it, so it is done before the transaction;
    // for whoever may not say it now, only if it turns out there that it may.
    MessageHandler.Application application =
        handlers.admit(delivery.way(), message).isEmpty()
            ? handlers.prepare(message)
            : () -> handlers.prepare(message).apply();
    return inOne(() -> decide(delivery, message, application));
  }

  private Outcome inOne(Supplier<Outcome> work) {
    Outcome outcome =
        transactions.inNew(
            () -> {
              Outcome decided = work.get();
              crashPoints.reach(
                  decided == Outcome.APPLIED
                      ? CrashPoint.RECEIVE_BEFORE_COMMIT
                      : CrashPoint.QUARANTINE_BEFORE_COMMIT);
              return decided;
            });
    crashPoints.reach(
        outcome == Outcome.APPLIED
            ? CrashPoint.RECEIVE_AFTER_COMMIT
            : CrashPoint.QUARANTINE_AFTER_COMMIT);
    return outcome;
  }

  private Outcome decide(
      Delivery delivery, VerifiedMessage message, MessageHandler.Application application) {
    long last = incoming.lastSeq(message.issuer(), message.thread());
    Optional<IncomingMessages.Outcome> before = incoming.outcomeOf(message.issuer(), message.jti());
    if (before.isPresent()) {
      boolean isOver = before.get() == IncomingMessages.Outcome.APPLIED || !delivery.isReplay();
      return isOver ? repeat(delivery) : carryOut(delivery, message, application);
    }
    if (message.seq() <= last) {
      Why why = Why.of(Trouble.PLACE_USED, "place " + message.seq() + ", the last is " + last);
      return refuse(delivery, message, why);
    }
    // Whoever may not say it at all does not get a place to wait in either.
    return message.seq() > last + 1
        ? handlers
            .admit(delivery.way(), message)
            .map(handled -> settle(delivery, message, handled))
            .orElseGet(() -> waitForTurn(delivery, message, last))
        : carryOut(delivery, message, application);
  }

  private Outcome carryOut(
      Delivery delivery, VerifiedMessage message, MessageHandler.Application application) {
    return settle(
        delivery, message, handlers.admit(delivery.way(), message).orElseGet(application::apply));
  }

  private Outcome settle(Delivery delivery, VerifiedMessage message, Handled handled) {
    return handled.fold(
        applied -> applied(delivery, message, applied.declaration()),
        refused -> refuse(delivery, message, refused.why()),
        held -> hold(delivery, Optional.of(message.origin()), held.why()));
  }

  private Outcome repeat(Delivery delivery) {
    delivery.laidAside().ifPresent(item -> layAside.resolve(item, clock.instant()));
    return Outcome.REPEAT;
  }

  private Outcome applied(
      Delivery delivery, VerifiedMessage message, Optional<DeclarationId> declaration) {
    incoming.note(
        message.origin(),
        Optional.of(message.digest()),
        IncomingMessages.Outcome.APPLIED,
        clock.instant());
    delivery.laidAside().ifPresent(item -> layAside.resolve(item, clock.instant()));
    if (handlers.isReceipted(message.type())) {
      answer(delivery.way(), message.origin(), ReceiptBody.accepted(message.jti(), declaration));
    }
    return Outcome.APPLIED;
  }

  private Outcome refuse(Delivery delivery, VerifiedMessage message, Why why) {
    return refuse(delivery, Optional.of(message.origin()), Optional.of(message.digest()), why);
  }

  /** Lays it aside for good, and tells the sender once, if we know who that is. */
  private Outcome refuse(
      Delivery delivery, Optional<Origin> origin, Optional<String> digest, Why why) {
    boolean isNew = layAside.keep(delivery, State.QUARANTINED, origin, why);
    if (isNew && origin.isPresent()) {
      incoming.note(origin.get(), digest, IncomingMessages.Outcome.QUARANTINED, clock.instant());
      answer(delivery.way(), origin.get(), ReceiptBody.refused(origin.get().jti(), why.outward()));
      if (why.reason().equals(Reason.EXPIRED.name())) {
        whenTooLate.accept(origin.get().issuer());
      }
    }
    return Outcome.QUARANTINED;
  }

  private Outcome hold(Delivery delivery, Optional<Origin> origin, Why why) {
    layAside.keep(delivery, State.HELD, origin, why);
    return Outcome.HELD;
  }

  private Outcome waitForTurn(Delivery delivery, VerifiedMessage message, long last) {
    long ahead = layAside.ahead(message.issuer());
    if (delivery.laidAside().isEmpty() && ahead >= mostAhead(delivery.way())) {
      return refuse(
          delivery,
          message,
          Why.of(Trouble.TOO_MANY_AHEAD, ahead + " messages of this sender wait for their turn"));
    }
    boolean isFirst = !layAside.hasAhead(message.origin());
    Why why =
        Why.of(
            Trouble.AHEAD_OF_TURN, "place " + message.seq() + " came, the last applied is " + last);
    layAside.keep(delivery, State.AHEAD, Optional.of(message.origin()), why);
    if (isFirst || delivery.laidAside().isPresent()) {
      post.post(
          message.issuer(),
          delivery.way(),
          message.thread(),
          MessageType.RESEND_REQUEST,
          ResendRequestBody.of(last + 1, message.seq() - 1).toJson());
    }
    return Outcome.AHEAD;
  }

  private static long mostAhead(Way way) {
    return way == Way.DOOR ? MOST_AHEAD_AT_THE_DOOR : MOST_AHEAD;
  }

  private void answer(Way way, Origin origin, ReceiptBody receipt) {
    post.post(
        origin.issuer(),
        handlers.wayBack(way, origin.issuer()),
        origin.thread(),
        MessageType.RECEIPT,
        receipt.toJson());
  }

  /** What became of one message, and whose it was where that is known. */
  private record Taken(Outcome outcome, Optional<Origin> origin) {}

  /**
   * One attempt to apply a message.
   *
   * @param laidAside where it lies, if this is not the first attempt
   */
  record Delivery(Way way, Envelope envelope, Optional<Quarantined> laidAside) {
    /** Whether an operator has asked for another attempt. */
    boolean isReplay() {
      return laidAside.filter(item -> item.state() == State.QUARANTINED).isPresent();
    }
  }
}
