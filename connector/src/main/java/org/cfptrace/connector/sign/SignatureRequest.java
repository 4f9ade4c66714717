package org.cfptrace.connector.sign;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.envelope.SignatureRequestBody;
import org.cfptrace.envelope.SignatureRequestId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.log.LogEntry;

/**
 * A request of an aggregator to sign an export. It is decided once; a new request for the same
 * export is decided anew, by a person.
 *
 * @param thread in which it came last, and is answered
 * @param decided what a person has decided of it
 * @param withdrawnAt since when the aggregator does not ask for it any more
 * @param signedBefore when an earlier request for the same export was signed last
 */
public record SignatureRequest(
    ParticipantId asker,
    SignatureRequestBody body,
    String thread,
    Instant receivedAt,
    Optional<Decided> decided,
    Optional<Instant> withdrawnAt,
    Optional<Instant> signedBefore) {
  public SignatureRequest {
    requireNonNull(asker, "asker");
    requireNonNull(body, "body");
    requireNonNull(thread, "thread");
    requireNonNull(receivedAt, "receivedAt");
    requireNonNull(decided, "decided");
    requireNonNull(withdrawnAt, "withdrawnAt");
    requireNonNull(signedBefore, "signedBefore");
  }

  /** How far a request is. */
  public enum State {
    /** For a person to look at. */
    WAITING,
    /** Signed with the company's key. */
    SIGNED,
    /** We will not sign it. */
    REFUSED,
    /** The aggregator has taken it back before it was decided: nobody can sign it any more. */
    WITHDRAWN
  }

  /**
   * What a person has decided.
   *
   * @param signature the signed statement; there exactly when it is signed
   * @param reason there exactly when it is refused
   */
  public record Decided(
      String by, Instant at, Optional<String> signature, Optional<String> reason) {
    public Decided {
      requireNonNull(by, "by");
      requireNonNull(at, "at");
      requireNonNull(signature, "signature");
      requireNonNull(reason, "reason");
    }
  }

  public SignatureRequestId id() {
    return body.requestId();
  }

  public State state() {
    return decided
        .map(end -> end.signature().isPresent() ? State.SIGNED : State.REFUSED)
        .orElse(withdrawnAt.isPresent() ? State.WITHDRAWN : State.WAITING);
  }

  /** The signed statement. */
  public Optional<String> signature() {
    return decided.flatMap(Decided::signature);
  }

  /** Its entry in the log, once it is signed. */
  public Optional<LogEntry> logEntry() {
    return signature().map(LogEntry::ofExport);
  }

  /** Whether the other asks for the very same statement. */
  public boolean isOfTheSameFiles(SignatureRequestBody other) {
    return body.exportId().equals(other.exportId())
        && body.target().equals(other.target())
        && body.manifestSha256().equals(other.manifestSha256())
        && body.supersedes().equals(other.supersedes())
        && body.warnings() == other.warnings()
        && body.overridden().equals(other.overridden());
  }
}
