package org.cfptrace.aggregator.disclose.sign;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.disclose.sign.SignedExports.Awaited;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.SignatureAnswerBody;
import org.cfptrace.exchange.anchor.JudgeExportProof;
import org.cfptrace.exchange.receive.BodyHandler;
import org.cfptrace.exchange.receive.Handled;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.receive.Why;
import org.cfptrace.exchange.receive.Why.Trouble;
import org.cfptrace.export.ExportStatement;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.log.EntryProof;
import org.cfptrace.verify.Reading;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.SignedTokens;
import org.cfptrace.verify.VerifiedMessage;

/**
 * Takes what a company answers to what it was asked to sign; of nobody else. The statement must be
 * signed by a key that the directory knows of the company, be of just that export and manifest, and
 * repeat the warnings and the override that the company was told. The same answer may come again,
 * with the proof of the public log; another one is refused, and noted as trouble of the export.
 */
public final class TakeSignatures {
  private final SignedExports exports;
  private final SignedTokens tokens;
  private final Optional<JudgeExportProof> proofs;
  private final Clock clock;

  /**
   * @param proofs empty in a data space without a log; a proof then says nothing and does no harm
   */
  public TakeSignatures(
      SignedExports exports, SignedTokens tokens, Optional<JudgeExportProof> proofs, Clock clock) {
    this.exports = requireNonNull(exports, "exports");
    this.tokens = requireNonNull(tokens, "tokens");
    this.proofs = requireNonNull(proofs, "proofs");
    this.clock = requireNonNull(clock, "clock");
  }

  public MessageHandler handler() {
    return new BodyHandler<>(
        MessageType.SIGNATURE_ANSWER, SignatureAnswerBody::fromJson, this::answered);
  }

  private Handled answered(VerifiedMessage message, SignatureAnswerBody body) {
    Tenant tenant = new Tenant(message.issuer());
    UUID requestId = body.requestId().uuid();
    return exports
        .awaited(tenant, requestId)
        .map(awaited -> told(new Answer(tenant, requestId, awaited), body))
        .orElseGet(
            () ->
                refused(
                    Trouble.UNKNOWN_REQUEST, "nothing was asked of the sender by that request"));
  }

  /** Whose answer it is, and to what. */
  private record Answer(Tenant tenant, UUID requestId, Awaited awaited) {
    ParticipantId company() {
      return tenant.participant();
    }
  }

  /** What is not taken of the company is told to its officer, who otherwise waits in vain. */
  private Handled told(Answer answer, SignatureAnswerBody body) {
    Handled handled = take(answer, body);
    handled
        .fold(
            applied -> Optional.<Why>empty(),
            refused -> Optional.of(refused.why()),
            held -> Optional.<Why>empty())
        .ifPresent(
            why ->
                exports.trouble(
                    answer.tenant(),
                    answer.requestId(),
                    "the answer of the company's connector is not taken: "
                        + why.reason()
                        + ", "
                        + why.detail()));
    return handled;
  }

  private Handled take(Answer answer, SignatureAnswerBody body) {
    return body.signature()
        .map(signature -> signed(answer, signature, body.proof()))
        .orElseGet(() -> refusal(answer, body.reason().orElseThrow()));
  }

  private Handled refusal(Answer answer, String reason) {
    Awaited awaited = answer.awaited();
    if (awaited.signature().isPresent() || !isFirstOrSame(awaited.refusal(), reason)) {
      return decidedBefore();
    }
    if (awaited.refusal().isEmpty()) {
      exports.refused(answer.tenant(), answer.requestId(), reason, clock.instant());
    }
    return Handled.done();
  }

  private Handled signed(Answer answer, String signature, Optional<EntryProof> proof) {
    Awaited awaited = answer.awaited();
    if (awaited.refusal().isPresent() || !isFirstOrSame(awaited.signature(), signature)) {
      return decidedBefore();
    }
    // What is known already was judged when it came; the proof is judged by the time it shows.
    return awaited.signature().isPresent()
        ? logged(answer, signature, proof)
        : Handled.of(
            statement(answer, signature), statement -> first(answer, signature, statement, proof));
  }

  /** Everything is judged before anything is noted. */
  private Handled first(
      Answer answer, String signature, ExportStatement statement, Optional<EntryProof> proof) {
    return Handled.of(
        since(answer, signature, proof),
        since -> {
          exports.signed(
              answer.tenant(), answer.requestId(), signature, statement, clock.instant());
          return note(answer, proof, since);
        });
  }

  private Handled logged(Answer answer, String signature, Optional<EntryProof> proof) {
    return Handled.of(since(answer, signature, proof), since -> note(answer, proof, since));
  }

  private Handled note(Answer answer, Optional<EntryProof> proof, Optional<Instant> since) {
    since.ifPresent(
        time -> exports.logged(answer.tenant(), answer.requestId(), proof.orElseThrow(), time));
    return Handled.done();
  }

  private Reading<ExportStatement> statement(Answer answer, String signature) {
    return ExportStatement.read(signature, tokens).then(statement -> ofIt(answer, statement));
  }

  private static Reading<ExportStatement> ofIt(Answer answer, ExportStatement statement) {
    if (!statement.issuer().equals(answer.company())) {
      return Reading.stopped(
          Reason.FORWARDED, "a statement of " + statement.issuer(), Optional.empty());
    }
    return answer.awaited().isStatedBy(statement)
        ? Reading.accepted(statement)
        : Reading.stopped(
            Reason.NOT_THE_ONE_ASKED,
            "a statement of another export, or of other warnings, than asked",
            Optional.empty());
  }

  /** Since when it is in the log; empty where nothing is proved, or no log is believed. */
  private Reading<Optional<Instant>> since(
      Answer answer, String signature, Optional<EntryProof> proof) {
    if (proofs.isEmpty() || proof.isEmpty()) {
      return Reading.accepted(Optional.empty());
    }
    return proofs
        .get()
        .since(signature, proof.get(), answer.company())
        .then(since -> Reading.accepted(Optional.of(since)));
  }

  private static boolean isFirstOrSame(Optional<String> before, String now) {
    return before.isEmpty() || before.get().equals(now);
  }

  private static Handled decidedBefore() {
    return refused(Trouble.ILLEGAL_MOVE, "the sender has answered otherwise before");
  }

  private static Handled refused(Trouble trouble, String detail) {
    return new Handled.Refused(Why.of(trouble, detail));
  }
}
