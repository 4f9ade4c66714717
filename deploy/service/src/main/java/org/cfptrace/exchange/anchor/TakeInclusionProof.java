package org.cfptrace.exchange.anchor;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.anchor.SeenCheckpoints.State;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.receive.Handled;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.receive.Why;
import org.cfptrace.log.Inclusion;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.verify.AnchorReader;
import org.cfptrace.verify.Anchored;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.VerifiedMessage;

/**
 * A partner shows that what it has declared to us, or has handed on to us, is in the log. Whoever
 * brings it, the proof is checked in the same way, its checkpoint kept to be compared with the tree
 * we see, and the key judged anew at the time of inclusion; then it is kept beside the declaration,
 * until its checkpoint turns out to be of another tree.
 */
public final class TakeInclusionProof implements MessageHandler {
  private final LogTrust trust;
  private final AnchorReader reader;
  private final WatchLog watch;
  private final Heard heard;
  private final ReceivedProofs proofs;
  private final Consumer<DeclarationId> whenProven;
  private final Clock clock;

  /**
   * @param whenProven is told of a declaration in the transaction that keeps its proof
   */
  public TakeInclusionProof(
      LogTrust trust,
      AnchorReader reader,
      WatchLog watch,
      Heard heard,
      ReceivedProofs proofs,
      Consumer<DeclarationId> whenProven,
      Clock clock) {
    this.trust = requireNonNull(trust, "trust");
    this.reader = requireNonNull(reader, "reader");
    this.watch = requireNonNull(watch, "watch");
    this.heard = requireNonNull(heard, "heard");
    this.proofs = requireNonNull(proofs, "proofs");
    this.whenProven = requireNonNull(whenProven, "whenProven");
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public MessageType type() {
    return MessageType.INCLUSION_PROOF;
  }

  @Override
  public Set<Way> ways() {
    return Set.of(Way.INBOX);
  }

  @Override
  public Application prepare(VerifiedMessage message) {
    try {
      LoggedEntry entry = LoggedEntry.fromJson(message.body());
      return entry
          .check(trust)
          .fold(
              inclusion -> () -> seen(message, entry, inclusion),
              no -> () -> refused(Reason.of(no.reason()), no.detail()));
    } catch (MalformedException e) {
      return () -> refused(Reason.MALFORMED_BODY, "not a proof of inclusion");
    }
  }

  /** Whatever asks the log comes later: messages behind this one do not wait for it. */
  private Handled seen(VerifiedMessage message, LoggedEntry entry, Inclusion inclusion) {
    return watch.see(inclusion.checkpoint(), message.issuer()) == State.OTHER_TREE
        ? refused(Reason.FORK, "a checkpoint of another tree than we are shown")
        : take(message, entry);
  }

  private Handled take(VerifiedMessage message, LoggedEntry entry) {
    return heard
        .token(entry.declarationId(), message.issuer())
        .map(token -> judge(message, entry, token))
        .orElseGet(
            () ->
                new Handled.Refused(
                    Why.of(
                        Why.Trouble.UNKNOWN_DECLARATION,
                        "the sender has not given us this declaration")));
  }

  private Handled judge(VerifiedMessage message, LoggedEntry entry, String token) {
    return Handled.of(
        reader.read(token.getBytes(StandardCharsets.US_ASCII), entry),
        anchored -> keep(message, entry, anchored));
  }

  private Handled keep(VerifiedMessage message, LoggedEntry entry, Anchored anchored) {
    proofs.keep(
        new ReceivedProofs.Brought(message.issuer(), message.jti(), message.thread()),
        new ReceivedProofs.Kept(entry, anchored.inclusion().time(), anchored.isLate()),
        anchored.inclusion().checkpoint().checkpoint(),
        clock.instant());
    whenProven.accept(entry.declarationId());
    return Handled.done();
  }

  private static Handled refused(Reason reason, String detail) {
    return new Handled.Refused(Why.of(reason, detail));
  }
}
