package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.trade.RequestId;

/**
 * One declaration of a chain, and how far asking for it has come.
 *
 * @param requestId fresh for each
 * @param askedThrough the hop whose answer has led here; empty for the first
 * @param declaration which one; of the first it is known with its answer
 * @param vouchedKey the fingerprint of the company's key by the word of the tier before; empty for
 *     the first, whose key a person has compared
 * @param leave the mandate or endorsement, as it was signed
 * @param waitUntil how long it is waited for: less than the leave holds, so that there is time to
 *     judge the whole while the mandate still does
 * @param reason why it was refused, or failed
 * @param parts how many parts the answer has, once the first has come
 */
public record AuditHop(
    RequestId requestId,
    UUID audit,
    Optional<RequestId> askedThrough,
    ParticipantId company,
    Optional<DeclarationId> declaration,
    Optional<Fingerprint> vouchedKey,
    Leave.Kind leaveKind,
    String leave,
    long depth,
    Instant leaveUntil,
    Instant waitUntil,
    State state,
    Optional<String> reason,
    Optional<String> message,
    Optional<Long> parts) {

  private static final Duration LEFT_TO_JUDGE = Duration.ofDays(1);

  /** How far it has come. */
  public enum State {
    /** Nothing was done yet. */
    NEW,
    /** The registry is asked to let the company write to our inbox. */
    OPENING,
    /** The company has the request, or will when it is back. */
    ASKED,
    ANSWERED,
    REFUSED,
    /** It cannot be asked in safety, or its answer cannot be kept. */
    FAILED,
    /** It has not answered in time. */
    UNAVAILABLE,
    /** It was found, and is not asked: the audit is too large already, or its leave is not good. */
    NOT_ASKED,
    /** It was asked anew, since another way leads to it from which the chain goes deeper. */
    REPLACED;

    /** Whether something may still come. */
    public boolean isOpen() {
      return this == NEW || this == OPENING || this == ASKED;
    }

    /** Whether asking again, with a leave that goes deeper, may bring more. */
    boolean canBeAskedAnew() {
      return isOpen() || this == ANSWERED || this == NOT_ASKED;
    }
  }

  public AuditHop {
    requireNonNull(requestId, "requestId");
    requireNonNull(audit, "audit");
    requireNonNull(askedThrough, "askedThrough");
    requireNonNull(company, "company");
    requireNonNull(declaration, "declaration");
    requireNonNull(vouchedKey, "vouchedKey");
    requireNonNull(leaveKind, "leaveKind");
    requireNonNull(leave, "leave");
    requireNonNull(leaveUntil, "leaveUntil");
    requireNonNull(waitUntil, "waitUntil");
    requireNonNull(state, "state");
    requireNonNull(reason, "reason");
    requireNonNull(message, "message");
    requireNonNull(parts, "parts");
  }

  /** The first hop of an audit. */
  static AuditHop first(UUID audit, KeptMandate mandate, Instant now) {
    return new AuditHop(
        RequestId.random(),
        audit,
        Optional.empty(),
        mandate.company(),
        Optional.empty(),
        Optional.empty(),
        Leave.Kind.MANDATE,
        mandate.token(),
        mandate.depth(),
        mandate.expiresAt(),
        waitUntil(mandate.expiresAt(), now),
        State.NEW,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A hop to which the answer to this one leads; it holds no longer than this one does. */
  AuditHop next(
      ParticipantId supplier,
      DeclarationId declared,
      Fingerprint key,
      String endorsement,
      long depthLeft,
      Instant until,
      Instant now) {
    Instant earlier = until.isBefore(leaveUntil) ? until : leaveUntil;
    return new AuditHop(
        RequestId.random(),
        audit,
        Optional.of(requestId),
        supplier,
        Optional.of(declared),
        Optional.of(key),
        Leave.Kind.ENDORSEMENT,
        endorsement,
        depthLeft,
        earlier,
        waitUntil(earlier, now),
        State.NEW,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A day before the leave ends; of a short leave at least half is waited. */
  private static Instant waitUntil(Instant leaveUntil, Instant now) {
    Instant dayBefore = leaveUntil.minus(LEFT_TO_JUDGE);
    Instant half = now.plus(Duration.between(now, leaveUntil).dividedBy(2));
    return dayBefore.isAfter(half) ? dayBefore : half;
  }

  /** The same in another state. */
  AuditHop in(State next) {
    return in(next, reason, message);
  }

  /** The same in another state, and why. */
  AuditHop in(State next, Optional<String> why, Optional<String> words) {
    return new AuditHop(
        requestId,
        audit,
        askedThrough,
        company,
        declaration,
        vouchedKey,
        leaveKind,
        leave,
        depth,
        leaveUntil,
        waitUntil,
        next,
        why,
        words,
        parts);
  }

  /** The same, when a part of its answer has come. */
  AuditHop withParts(DeclarationId shown, long count) {
    return new AuditHop(
        requestId,
        audit,
        askedThrough,
        company,
        declaration.or(() -> Optional.of(shown)),
        vouchedKey,
        leaveKind,
        leave,
        depth,
        leaveUntil,
        waitUntil,
        state,
        reason,
        message,
        Optional.of(count));
  }
}
