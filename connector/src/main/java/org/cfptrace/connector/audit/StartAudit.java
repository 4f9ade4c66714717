package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.Partners;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/** Starts an audit from a mandate; what follows happens in the background. */
public final class StartAudit {
  private final ParticipantId me;
  private final boolean hasLog;
  private final Auditors auditors;
  private final Partners partners;
  private final Mandates mandates;
  private final Audits audits;
  private final AuditMoves moves;
  private final Clock clock;

  /**
   * Makes it.
   *
   * @param hasLog whether this data space has a public log, without which nothing can be proven
   */
  public StartAudit(
      ParticipantId me,
      boolean hasLog,
      Auditors auditors,
      Partners partners,
      Mandates mandates,
      Audits audits,
      AuditMoves moves,
      Clock clock) {
    this.me = requireNonNull(me, "me");
    this.hasLog = hasLog;
    this.auditors = requireNonNull(auditors, "auditors");
    this.partners = requireNonNull(partners, "partners");
    this.mandates = requireNonNull(mandates, "mandates");
    this.audits = requireNonNull(audits, "audits");
    this.moves = requireNonNull(moves, "moves");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Starts one. The same mandate may be carried out again. */
  public Audit start(UUID mandateId, String who) {
    KeptMandate mandate =
        mandates
            .find(mandateId, KeptMandate.Side.RECEIVED)
            .orElseThrow(() -> Refused.notFound("mandate", mandateId));
    refuseWithoutLog();
    auditors.refuseUnlessAccredited(me);
    Instant now = clock.instant();
    if (!now.isBefore(mandate.expiresAt())) {
      throw Refused.illegalMove(
          "the mandate has expired at " + mandate.expiresAt(),
          KeptMandate.Ended.EXPIRED,
          List.of());
    }
    UUID id = UUID.randomUUID();
    Audit audit =
        new Audit(
            id,
            mandateId,
            mandate.company(),
            pinned(mandate.company()),
            mandate.product(),
            mandate.period(),
            Audit.State.RUNNING,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            who,
            now,
            Optional.empty(),
            0);
    audits.start(audit, AuditHop.first(id, mandate, now), now);
    return audits.find(id).orElseThrow();
  }

  /** Waits no longer: what has not come is unavailable, and the rest is judged. */
  public Audit stopWaiting(UUID id) {
    Audit audit = audits.findForChange(id).orElseThrow(() -> Refused.notFound("audit", id));
    moves.refuseUnless(AuditMove.CONCLUDE, audit, "the audit has ended");
    audits.stop(id, clock.instant());
    return audits.find(id).orElseThrow();
  }

  /** Nobody is asked to show anything that could not be judged. */
  private void refuseWithoutLog() {
    if (!hasLog) {
      throw new Refused(
          ProblemCode.NO_PUBLIC_LOG,
          "the trust anchor names no log, and an audit proves what the log holds");
    }
  }

  private Fingerprint pinned(ParticipantId company) {
    return partners
        .find(company)
        .filter(Partner::isTrusted)
        .flatMap(Partner::pinnedKey)
        .map(key -> Fingerprint.of(company, key))
        .orElseThrow(
            () ->
                new Refused(
                    ProblemCode.NOT_ALLOWED_NOW, company + " is no accepted partner any more"));
  }
}
