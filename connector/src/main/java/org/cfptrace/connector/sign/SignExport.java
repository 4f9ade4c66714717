package org.cfptrace.connector.sign;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cfptrace.envelope.SignatureRequestBody;
import org.cfptrace.envelope.SignatureRequestId;
import org.cfptrace.exchange.anchor.OwnExports;
import org.cfptrace.export.ExportStatement;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.log.LogEntry;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/**
 * A disclosure officer decides, in the transaction under way. Signing makes the company's statement
 * of the export, with the warnings and the override the aggregator has told; it is answered to the
 * aggregator and goes into the public log.
 */
public final class SignExport {
  private final ParticipantId me;
  private final SigningKey key;
  private final SignatureRequests requests;
  private final OwnExports exports;
  private final AnswerSignatures answers;
  private final Clock clock;

  public SignExport(
      ParticipantId me,
      SigningKey key,
      SignatureRequests requests,
      OwnExports exports,
      AnswerSignatures answers,
      Clock clock) {
    this.me = requireNonNull(me, "me");
    this.key = requireNonNull(key, "key");
    this.requests = requireNonNull(requests, "requests");
    this.exports = requireNonNull(exports, "exports");
    this.answers = requireNonNull(answers, "answers");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Signs.
   *
   * @param manifestSha256 of the files the person has looked at, base64url; only they are signed
   * @throws Refused NOT_FOUND; ILLEGAL_MOVE where it is decided already or was taken back;
   *     INVALID_FIELDS where the request is for other files
   */
  public SignatureRequest sign(SignatureRequestId id, String manifestSha256, String by) {
    SignatureRequest request = waiting(id);
    SignatureRequestBody body = request.body();
    if (!body.manifestSha256().equals(manifestSha256)) {
      throw Refused.field(
          ProblemCode.INVALID_FIELDS,
          "only the manifest that was asked for is signed",
          "manifestSha256",
          "OTHER_MANIFEST",
          "the request is for " + body.manifestSha256());
    }
    Instant now = clock.instant();
    String signature =
        new ExportStatement(
                me,
                now.truncatedTo(ChronoUnit.SECONDS),
                body.exportId(),
                body.target(),
                body.manifestSha256(),
                body.supersedes(),
                body.warnings(),
                body.overridden())
            .sign(key);
    LogEntry entry = LogEntry.ofExport(signature);
    requests.signed(id, signature, entry, by, now);
    exports.add(entry, now);
    return answered(id);
  }

  /** Refuses it, and says why to who has asked. */
  public SignatureRequest refuse(SignatureRequestId id, String reason, String by) {
    waiting(id);
    requests.refused(id, reason, by, clock.instant());
    return answered(id);
  }

  private SignatureRequest waiting(SignatureRequestId id) {
    SignatureRequest request =
        requests.lock(id).orElseThrow(() -> Refused.notFound("signature request", id));
    if (request.state() != SignatureRequest.State.WAITING) {
      throw Refused.illegalMove(
          "a request is decided once, while it waits; this is " + request.state(),
          request.state(),
          List.of());
    }
    return request;
  }

  private SignatureRequest answered(SignatureRequestId id) {
    SignatureRequest decided =
        requests.find(id).orElseThrow(() -> new IllegalStateException("a request is kept"));
    answers.answer(decided);
    return decided;
  }
}
