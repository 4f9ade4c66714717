package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.connector.audit.AskedAudit.State;
import org.cfptrace.envelope.AuditRefusalReason;
import org.cfptrace.service.answer.Refused;

/** A person decides whether an auditor is shown what it asked for. */
public final class SettleAuditRequest {
  private final AskedAudits asked;
  private final RefuseAudit refuseAudit;
  private final Clock clock;

  public SettleAuditRequest(AskedAudits asked, RefuseAudit refuseAudit, Clock clock) {
    this.asked = requireNonNull(asked, "asked");
    this.refuseAudit = requireNonNull(refuseAudit, "refuseAudit");
    this.clock = requireNonNull(clock, "clock");
  }

  /** It will be shown. */
  public AskedAudit approve(UUID id, String who) {
    AskedAudit accepted = waiting(id).accepted(Optional.of(who), clock.instant());
    asked.save(accepted);
    return accepted;
  }

  /** It will not. */
  public AskedAudit refuse(UUID id, Optional<String> message, String who) {
    AskedAudit refused =
        waiting(id)
            .refused(
                AuditRefusalReason.REFUSED_BY_OWNER, message, Optional.of(who), clock.instant());
    asked.save(refused);
    refuseAudit.tell(refused);
    return refused;
  }

  private AskedAudit waiting(UUID id) {
    AskedAudit request =
        asked.findForChange(id).orElseThrow(() -> Refused.notFound("audit request", id));
    if (request.state() != State.WAITING) {
      throw Refused.illegalMove(
          "only a request that waits for a person can be decided; this is "
              + request.state()
              + " already",
          request.state(),
          List.of());
    }
    return request;
  }
}
