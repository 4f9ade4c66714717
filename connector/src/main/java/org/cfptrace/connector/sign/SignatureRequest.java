package org.cfptrace.connector.sign;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.envelope.SignatureRequestBody;
import org.cfptrace.envelope.SignatureRequestId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.log.LogEntry;

/**
 * An export that an aggregator asks us to sign, as it was first asked.
 *
 * @param replyTo the newest request for the same export, which is the one to be answered
 * @param thread in which that came
 * @param decided empty while it waits for a person
 */
public record SignatureRequest(
    ParticipantId asker,
    SignatureRequestBody body,
    SignatureRequestId replyTo,
    String thread,
    Instant receivedAt,
    Optional<Decided> decided) {
  public SignatureRequest {
    requireNonNull(asker, "asker");
    requireNonNull(body, "body");
    requireNonNull(replyTo, "replyTo");
    requireNonNull(thread, "thread");
    requireNonNull(receivedAt, "receivedAt");
    requireNonNull(decided, "decided");
  }

  /** How far a request is. */
  public enum State {
    /** For a person to look at. */
    WAITING,
    /** Signed with the company's key. */
    SIGNED,
    /** We will not sign it. */
    REFUSED
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
        .orElse(State.WAITING);
  }

  /** The signed statement. */
  public Optional<String> signature() {
    return decided.flatMap(Decided::signature);
  }

  /** Its entry in the log, once it is signed. */
  public Optional<LogEntry> logEntry() {
    return signature().map(LogEntry::ofExport);
  }

  /** Whether the other asks for a signature under the very same files. */
  public boolean isOfTheSameFiles(SignatureRequestBody other) {
    return body.exportId().equals(other.exportId())
        && body.target().equals(other.target())
        && body.manifestSha256().equals(other.manifestSha256())
        && body.supersedes().equals(other.supersedes());
  }
}
