package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cfptrace.connector.audit.AskedAudit.State;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.notify.Told;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.AuditRefusalReason;
import org.cfptrace.envelope.AuditRequestBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.receive.Handled;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.receive.Why;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.VerifiedMessage;

/**
 * An auditor asks to be shown a declaration: over the inbox where it is a partner of ours, over the
 * door where a customer endorses it. Whatever comes of it is journaled.
 */
public final class TakeAuditRequest implements MessageHandler {
  private final JudgeLeave judgeLeave;
  private final AuditSettings settings;
  private final AskedAudits asked;
  private final RefuseAudit refuseAudit;
  private final KnowAuditor knowAuditor;
  private final Notifications notifications;
  private final Clock clock;

  public TakeAuditRequest(
      JudgeLeave judgeLeave,
      AuditSettings settings,
      AskedAudits asked,
      RefuseAudit refuseAudit,
      KnowAuditor knowAuditor,
      Notifications notifications,
      Clock clock) {
    this.judgeLeave = requireNonNull(judgeLeave, "judgeLeave");
    this.settings = requireNonNull(settings, "settings");
    this.asked = requireNonNull(asked, "asked");
    this.refuseAudit = requireNonNull(refuseAudit, "refuseAudit");
    this.knowAuditor = requireNonNull(knowAuditor, "knowAuditor");
    this.notifications = requireNonNull(notifications, "notifications");
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public MessageType type() {
    return MessageType.AUDIT_REQUEST;
  }

  @Override
  public Set<Way> ways() {
    return Set.of(Way.DOOR, Way.INBOX);
  }

  @Override
  public Application prepare(VerifiedMessage message) {
    try {
      AuditRequestBody body = AuditRequestBody.fromJson(message.body());
      Judgement judgement = judgeLeave.judge(message, body);
      return () -> take(message, body, judgement);
    } catch (MalformedException e) {
      return () ->
          new Handled.Refused(Why.of(Reason.MALFORMED_BODY, "not a request of an auditor"));
    }
  }

  private Handled take(VerifiedMessage message, AuditRequestBody body, Judgement judgement) {
    if (asked.isKnown(message.issuer(), body.requestId())) {
      return Handled.done();
    }
    return judgement.fold(
        granted -> granted(message, body, granted),
        denied ->
            refuse(request(message, body, denied.leave(), denied.declaration()), denied.reason()),
        unsure -> new Handled.Held(Why.of(Reason.STALE_DIRECTORY, "the registry does not answer")));
  }

  private Handled granted(
      VerifiedMessage message, AuditRequestBody body, Judgement.Granted granted) {
    AskedAudit request =
        request(message, body, Optional.of(granted.leave()), Optional.of(granted.declaration()));
    knowAuditor.by(granted.leave(), message.issuer());
    return switch (settings.mode().value()) {
      case REFUSE -> refuse(request, AuditRefusalReason.REFUSED_BY_OWNER);
      case AUTOMATIC -> keep(request.accepted(Optional.empty(), clock.instant()));
      case ASK -> {
        notifications.tell(words(request));
        yield keep(request);
      }
    };
  }

  private Handled keep(AskedAudit request) {
    asked.add(request);
    return Handled.done();
  }

  private Handled refuse(AskedAudit request, AuditRefusalReason reason) {
    AskedAudit refused =
        request.refused(reason, Optional.empty(), Optional.empty(), clock.instant());
    asked.add(refused);
    refuseAudit.tell(refused);
    return Handled.done();
  }

  private AskedAudit request(
      VerifiedMessage message,
      AuditRequestBody body,
      Optional<Leave> leave,
      Optional<DeclarationId> declaration) {
    Instant now = clock.instant();
    return new AskedAudit(
        UUID.randomUUID(),
        body.requestId(),
        message.issuer(),
        knowAuditor.isPartner(message.issuer()) ? Way.INBOX : Way.DOOR,
        message.thread(),
        body.from(),
        leave,
        declaration,
        State.WAITING,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        now,
        Optional.empty(),
        0);
  }

  private Told words(AskedAudit request) {
    return Told.of(NotificationType.AUDIT_REQUESTED, clock.instant())
        .withPartner(request.auditor())
        .withDeclaration(request.declaration().orElseThrow().value())
        .withFact("auditRequestId", request.id().toString())
        .withFact("endorsedBy", request.leave().orElseThrow().by().toString());
  }
}
