package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.cfptrace.envelope.AuditRefusalBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.PostMessage;

/** Tells an auditor that it is not shown what it asked for, and why; and notes that. */
public final class RefuseAudit {
  private final AccessJournal journal;
  private final KnowAuditor knowAuditor;
  private final PostMessage post;
  private final Clock clock;

  public RefuseAudit(
      AccessJournal journal, KnowAuditor knowAuditor, PostMessage post, Clock clock) {
    this.journal = requireNonNull(journal, "journal");
    this.knowAuditor = requireNonNull(knowAuditor, "knowAuditor");
    this.post = requireNonNull(post, "post");
    this.clock = requireNonNull(clock, "clock");
  }

  /** The request is refused already. */
  void tell(AskedAudit refused) {
    journal.add(AccessEntry.refused(refused, clock.instant()));
    post.post(
        refused.auditor(),
        knowAuditor.wayTo(refused.auditor()),
        refused.thread(),
        MessageType.AUDIT_REFUSAL,
        new AuditRefusalBody(refused.requestId(), refused.reason().orElseThrow(), refused.message())
            .toJson());
  }
}
