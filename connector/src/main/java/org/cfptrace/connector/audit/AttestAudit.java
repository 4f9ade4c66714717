package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.audit.Attestation;
import org.cfptrace.audit.AuditReport;
import org.cfptrace.envelope.AttestationBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Threads;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.service.answer.Refused;

/**
 * The auditor's word goes to the company audited, which attaches it to what it declares of that
 * product from then on.
 */
public final class AttestAudit {
  private final ParticipantId me;
  private final SigningKey key;
  private final Auditors auditors;
  private final Audits audits;
  private final AuditMoves moves;
  private final Threads threads;
  private final PostMessage post;
  private final Clock clock;

  public AttestAudit(
      ParticipantId me,
      SigningKey key,
      Auditors auditors,
      Audits audits,
      AuditMoves moves,
      Threads threads,
      PostMessage post,
      Clock clock) {
    this.me = requireNonNull(me, "me");
    this.key = requireNonNull(key, "key");
    this.auditors = requireNonNull(auditors, "auditors");
    this.audits = requireNonNull(audits, "audits");
    this.moves = requireNonNull(moves, "moves");
    this.threads = requireNonNull(threads, "threads");
    this.post = requireNonNull(post, "post");
    this.clock = requireNonNull(clock, "clock");
  }

  /** A person here signs and sends it. */
  public Audit attest(UUID auditId, String who) {
    Audit audit =
        audits.findForChange(auditId).orElseThrow(() -> Refused.notFound("audit", auditId));
    moves.refuseUnless(
        AuditMove.ATTEST,
        audit,
        "an audit is attested once, when there is a report and the company has shown its"
            + " declaration");
    auditors.refuseUnlessAccredited(me);
    String token =
        new Attestation(
                me,
                audit.company(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                moves.shownByTheCompany(audit).orElseThrow().declaration().orElseThrow(),
                audit.product(),
                audit.period(),
                audit.result().orElseThrow(),
                audit.coverage().orElseThrow(),
                AuditReport.digestOf(audit.report().orElseThrow()))
            .sign(key);
    audits.attested(auditId, token, who, clock.instant());
    post.post(
        audit.company(),
        Way.INBOX,
        threads.about(audit.company(), Optional.empty()),
        MessageType.ATTESTATION,
        new AttestationBody(token).toJson());
    return audits.find(auditId).orElseThrow();
  }
}
