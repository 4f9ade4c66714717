package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.collect.Quarantine.Item;
import org.cfptrace.aggregator.collect.Quarantine.State;
import org.cfptrace.aggregator.collect.Why.Trouble;
import org.cfptrace.aggregator.deliver.Backoff;
import org.cfptrace.aggregator.deliver.PostMessage;
import org.cfptrace.aggregator.deliver.Way;
import org.cfptrace.aggregator.partner.PartnerState;
import org.cfptrace.aggregator.partner.Partners;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.ReceiptBody;
import org.cfptrace.envelope.ResendRequestBody;
import org.cfptrace.keys.EncryptionKey;
import org.cfptrace.service.database.Transactions;
import org.cfptrace.verify.Origin;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.StrictReader;
import org.cfptrace.verify.VerifiedMessage;

/**
 * Takes one message: opens it, checks it, applies it in its turn and answers it, all in one
 * transaction. A message that came before changes nothing; one that cannot be applied is laid
 * aside, and its sender is told where it is known.
 */
public final class ReceiveMessage {
  private final StrictReader reader;
  private final List<EncryptionKey> keys;
  private final Map<MessageType, MessageHandler> handlers;
  private final Partners partners;
  private final Incoming incoming;
  private final Quarantine quarantine;
  private final PostMessage post;
  private final Transactions transactions;
  private final Clock clock;

  public ReceiveMessage(
      StrictReader reader,
      Collection<EncryptionKey> keys,
      Collection<MessageHandler> handlers,
      Partners partners,
      Incoming incoming,
      Quarantine quarantine,
      PostMessage post,
      Transactions transactions,
      Clock clock) {
    this.reader = requireNonNull(reader, "reader");
    this.keys = List.copyOf(keys);
    this.handlers =
        handlers.stream().collect(toUnmodifiableMap(MessageHandler::type, handler -> handler));
    this.partners = requireNonNull(partners, "partners");
    this.incoming = requireNonNull(incoming, "incoming");
    this.quarantine = requireNonNull(quarantine, "quarantine");
    this.post = requireNonNull(post, "post");
    this.transactions = requireNonNull(transactions, "transactions");
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
  public Outcome receive(Arrival arrival) {
    return take(new Attempt(arrival, Optional.empty(), false));
  }

  /** A message that was laid aside is tried once more. */
  public Outcome again(Item item) {
    return take(new Attempt(item.arrival(), Optional.of(item), false));
  }

  /** An operator wants a refused message to be tried once more. */
  public Outcome replay(Item item) {
    return take(new Attempt(item.arrival(), Optional.of(item), true));
  }

  /**
   * We failed with this message where we should not have: it is laid aside and tried again, so that
   * what comes behind it is not held up.
   */
  public void layAside(Arrival arrival, String kindOfFailure) {
    Attempt attempt = new Attempt(arrival, Optional.empty(), false);
    transactions.doInNew(
        () -> hold(attempt, Optional.empty(), Why.of(Trouble.FAILED_HERE, kindOfFailure)));
  }

  private Outcome take(Attempt attempt) {
    Taken taken = transactions.inNew(() -> open(attempt));
    Optional<Item> next = taken.turnAfter().flatMap(this::nextAfter);
    while (next.isPresent()) {
      Item item = next.get();
      Attempt behind = new Attempt(item.arrival(), Optional.of(item), false);
      next = transactions.inNew(() -> open(behind)).turnAfter().flatMap(this::nextAfter);
    }
    return taken.outcome();
  }

  private Optional<Item> nextAfter(Origin origin) {
    return transactions.inNew(() -> quarantine.inTurn(origin));
  }

  private Taken open(Attempt attempt) {
    return reader
        .open(attempt.arrival().bytes(), keys)
        .then(reader::message)
        .fold(
            accepted -> decide(attempt, accepted.value()),
            held -> hold(attempt, held.origin(), Why.of(held.reason(), held.detail())),
            refused ->
                refuse(attempt, refused.origin(), Why.of(refused.reason(), refused.detail())));
  }

  private Taken decide(Attempt attempt, VerifiedMessage message) {
    Origin origin = message.origin();
    long last = incoming.lastSeq(message.issuer(), message.thread());
    if (message.isRepeat() || incoming.isApplied(origin)) {
      attempt.laidAside().ifPresent(item -> quarantine.resolve(item.id(), clock.instant()));
      return Taken.of(Outcome.REPEAT);
    }
    if (isRefusedAlready(attempt, origin)) {
      return Taken.of(Outcome.REPEAT);
    }
    if (message.seq() > last + 1) {
      return waitForTurn(attempt, message, last);
    }
    if (message.seq() <= last && !attempt.isReplay()) {
      Why why = Why.of(Trouble.PLACE_USED, "place " + message.seq() + ", the last is " + last);
      return refuse(attempt, Optional.of(origin), why);
    }
    return handle(attempt.arrival().way(), message)
        .fold(
            applied -> applied(attempt, message, applied.declaration()),
            refused -> refuse(attempt, Optional.of(origin), refused.why()),
            held -> hold(attempt, Optional.of(origin), held.why()));
  }

  private Handled handle(Way way, VerifiedMessage message) {
    MessageHandler handler = handlers.get(message.type());
    if (handler == null) {
      return new Handled.Refused(
          Why.of(Reason.UNKNOWN_MESSAGE_TYPE, "nobody here takes " + message.type()));
    }
    if (!handler.ways().contains(way)) {
      return new Handled.Refused(
          Why.of(Trouble.WRONG_WAY, message.type() + " does not come over the " + way));
    }
    if (way == Way.INBOX && !isPartner(message)) {
      return new Handled.Refused(Why.of(Trouble.NOT_A_PARTNER, "not a partner of ours"));
    }
    return handler.apply(message);
  }

  private boolean isPartner(VerifiedMessage message) {
    return partners
        .find(message.issuer())
        .filter(partner -> partner.state() == PartnerState.ACCEPTED)
        .isPresent();
  }

  private Taken applied(
      Attempt attempt, VerifiedMessage message, Optional<DeclarationId> declaration) {
    Instant now = clock.instant();
    incoming.applied(message.origin(), message.digest(), now);
    attempt.laidAside().ifPresent(item -> quarantine.resolve(item.id(), now));
    MessageHandler handler = handlers.get(message.type());
    if (handler != null && handler.isReceipted()) {
      answer(attempt, message.origin(), ReceiptBody.accepted(message.jti(), declaration));
    }
    return new Taken(Outcome.APPLIED, Optional.of(message.origin()));
  }

  /** Lays it aside for good, and tells the sender once, if we know who that is. */
  private Taken refuse(Attempt attempt, Optional<Origin> origin, Why why) {
    if (origin.filter(known -> isRefusedAlready(attempt, known)).isPresent()) {
      return Taken.of(Outcome.REPEAT);
    }
    boolean isNew = keep(attempt, State.QUARANTINED, origin, why);
    origin
        .filter(known -> isNew)
        .ifPresent(
            known -> {
              incoming.refused(known, clock.instant());
              answer(attempt, known, ReceiptBody.refused(known.jti(), why.outward()));
            });
    return new Taken(Outcome.QUARANTINED, origin);
  }

  // Sealed anew it looks like another message; its sender has its answer already.
  private boolean isRefusedAlready(Attempt attempt, Origin origin) {
    return attempt.laidAside().isEmpty() && incoming.isRefused(origin);
  }

  private Taken hold(Attempt attempt, Optional<Origin> origin, Why why) {
    keep(attempt, State.HELD, origin, why);
    return Taken.of(Outcome.HELD);
  }

  private Taken waitForTurn(Attempt attempt, VerifiedMessage message, long last) {
    Origin origin = message.origin();
    boolean isFirst = !quarantine.hasAhead(origin);
    Why why =
        Why.of(
            Trouble.AHEAD_OF_TURN, "place " + message.seq() + " came, the last applied is " + last);
    keep(attempt, State.AHEAD, Optional.of(origin), why);
    if (isFirst || attempt.laidAside().isPresent()) {
      post.post(
          message.issuer(),
          attempt.arrival().way(),
          message.thread(),
          MessageType.RESEND_REQUEST,
          ResendRequestBody.of(last + 1, message.seq() - 1).toJson());
    }
    return Taken.of(Outcome.AHEAD);
  }

  private boolean keep(Attempt attempt, State state, Optional<Origin> origin, Why why) {
    Instant now = clock.instant();
    int attempts = attempt.laidAside().map(item -> item.attempts() + 1).orElse(1);
    Instant dueAt = now.plus(pause(state, attempts));
    if (attempt.laidAside().isPresent()) {
      Item before = attempt.laidAside().get();
      quarantine.keep(before.id(), state, why, origin, dueAt);
      return before.state() != state;
    }
    return quarantine.put(
        new Item(UUID.randomUUID(), state, attempt.arrival(), origin, why, now, attempts), dueAt);
  }

  // Asking again for what is missing is worth it only now and then; standing may change any moment.
  private static Duration pause(State state, int attempts) {
    return state == State.AHEAD ? Duration.ofMinutes(attempts) : Backoff.after(attempts);
  }

  private void answer(Attempt attempt, Origin origin, ReceiptBody receipt) {
    post.post(
        origin.issuer(),
        attempt.arrival().way(),
        origin.thread(),
        MessageType.RECEIPT,
        receipt.toJson());
  }

  /**
   * One attempt to apply a message.
   *
   * @param laidAside where it lies, if this is not the first attempt
   * @param isReplay whether an operator asked for it
   */
  private record Attempt(Arrival arrival, Optional<Item> laidAside, boolean isReplay) {}

  /**
   * What became of it.
   *
   * @param turnAfter its place, now used: what waits for the next one can come
   */
  private record Taken(Outcome outcome, Optional<Origin> turnAfter) {
    static Taken of(Outcome outcome) {
      return new Taken(outcome, Optional.empty());
    }
  }
}
