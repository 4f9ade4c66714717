package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.AuditRefusalReason;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.trade.RequestId;

/**
 * An auditor has asked to be shown a declaration of ours.
 *
 * @param id ours; the auditor's own ids are its business
 * @param way the topic it came over
 * @param firstInput the first input wanted, counted from 0
 * @param leave by whose word; empty where there was none that is good
 * @param declaration which one; empty where it could not be told
 * @param settledBy the person who has decided, if one has
 * @param number counts up as they come in
 */
public record AskedAudit(
    UUID id,
    RequestId requestId,
    ParticipantId auditor,
    Way way,
    String thread,
    long firstInput,
    Optional<Leave> leave,
    Optional<DeclarationId> declaration,
    State state,
    Optional<AuditRefusalReason> reason,
    Optional<String> message,
    Optional<String> settledBy,
    Instant receivedAt,
    Optional<Instant> settledAt,
    long number) {

  /** How far it has come. */
  public enum State {
    /** A person has to decide. */
    WAITING,
    /** It will be shown. */
    ACCEPTED,
    /** It was shown. */
    ANSWERED,
    /** It was not. */
    REFUSED
  }

  public AskedAudit {
    requireNonNull(id, "id");
    requireNonNull(requestId, "requestId");
    requireNonNull(auditor, "auditor");
    requireNonNull(way, "way");
    requireNonNull(thread, "thread");
    requireNonNull(leave, "leave");
    requireNonNull(declaration, "declaration");
    requireNonNull(state, "state");
    requireNonNull(reason, "reason");
    requireNonNull(message, "message");
    requireNonNull(settledBy, "settledBy");
    requireNonNull(receivedAt, "receivedAt");
    requireNonNull(settledAt, "settledAt");
  }

  /** The same, refused. */
  public AskedAudit refused(
      AuditRefusalReason why, Optional<String> words, Optional<String> who, Instant at) {
    return with(State.REFUSED, Optional.of(why), words, who, Optional.of(at));
  }

  /** The same, to be shown. */
  public AskedAudit accepted(Optional<String> who, Instant at) {
    return with(State.ACCEPTED, reason, message, who, Optional.of(at));
  }

  /** The same, shown. */
  public AskedAudit answered(Instant at) {
    return with(State.ANSWERED, reason, message, settledBy, Optional.of(at));
  }

  private AskedAudit with(
      State next,
      Optional<AuditRefusalReason> why,
      Optional<String> words,
      Optional<String> who,
      Optional<Instant> at) {
    return new AskedAudit(
        id,
        requestId,
        auditor,
        way,
        thread,
        firstInput,
        leave,
        declaration,
        next,
        why,
        words,
        who,
        receivedAt,
        at,
        number);
  }
}
