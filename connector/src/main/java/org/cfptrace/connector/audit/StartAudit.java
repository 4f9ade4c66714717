package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/** Starts an audit from a mandate; what follows happens in the background. */
public final class StartAudit {
  private final ParticipantId me;
  private final Auditors auditors;
  private final Mandates mandates;
  private final Audits audits;
  private final Clock clock;

  public StartAudit(
      ParticipantId me, Auditors auditors, Mandates mandates, Audits audits, Clock clock) {
    this.me = requireNonNull(me, "me");
    this.auditors = requireNonNull(auditors, "auditors");
    this.mandates = requireNonNull(mandates, "mandates");
    this.audits = requireNonNull(audits, "audits");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Starts one. The same mandate may be carried out again. */
  public Audit start(UUID mandateId, String who) {
    KeptMandate mandate =
        mandates
            .find(mandateId, KeptMandate.Side.RECEIVED)
            .orElseThrow(() -> Refused.notFound("mandate", mandateId));
    auditors.refuseUnlessAccredited(me);
    Instant now = clock.instant();
    if (!now.isBefore(mandate.expiresAt())) {
      throw new Refused(
          ProblemCode.NOT_ALLOWED_NOW, "the mandate has expired at " + mandate.expiresAt());
    }
    UUID id = UUID.randomUUID();
    Audit audit =
        new Audit(
            id,
            mandateId,
            mandate.company(),
            mandate.product(),
            mandate.period(),
            Audit.State.RUNNING,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            who,
            now,
            Optional.empty(),
            0);
    audits.start(audit, AuditHop.first(id, mandate), now);
    return audits.find(id).orElseThrow();
  }

  /** Waits no longer: what has not come is unavailable, and the rest is judged. */
  public Audit stopWaiting(UUID id) {
    Audit audit = audits.findForChange(id).orElseThrow(() -> Refused.notFound("audit", id));
    if (audit.state() == Audit.State.DONE) {
      throw new Refused(ProblemCode.NOT_ALLOWED_NOW, "the audit is done");
    }
    for (AuditHop hop : audits.hops(id)) {
      audits
          .hopForChange(hop.requestId())
          .filter(now -> now.state().isOpen())
          .ifPresent(now -> audits.save(now.in(AuditHop.State.UNAVAILABLE), clock.instant()));
    }
    return audit;
  }
}
