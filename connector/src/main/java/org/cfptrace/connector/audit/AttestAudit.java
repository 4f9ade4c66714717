package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.audit.Attestation;
import org.cfptrace.audit.AuditReport;
import org.cfptrace.connector.audit.AuditHop.State;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.notify.Told;
import org.cfptrace.envelope.AttestationBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Threads;
import org.cfptrace.exchange.receive.BodyHandler;
import org.cfptrace.exchange.receive.Handled;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.receive.Why;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Sha256;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.SignedTokens;
import org.cfptrace.verify.VerifiedMessage;

/**
 * The auditor's word goes to the company audited, which attaches it to what it declares of that
 * product from then on.
 */
public final class AttestAudit {
  private final ParticipantId me;
  private final SigningKey key;
  private final SignedTokens tokens;
  private final Audits audits;
  private final Attestations attestations;
  private final Threads threads;
  private final PostMessage post;
  private final Notifications notifications;
  private final Clock clock;

  public AttestAudit(
      ParticipantId me,
      SigningKey key,
      SignedTokens tokens,
      Audits audits,
      Attestations attestations,
      Threads threads,
      PostMessage post,
      Notifications notifications,
      Clock clock) {
    this.me = requireNonNull(me, "me");
    this.key = requireNonNull(key, "key");
    this.tokens = requireNonNull(tokens, "tokens");
    this.audits = requireNonNull(audits, "audits");
    this.attestations = requireNonNull(attestations, "attestations");
    this.threads = requireNonNull(threads, "threads");
    this.post = requireNonNull(post, "post");
    this.notifications = requireNonNull(notifications, "notifications");
    this.clock = requireNonNull(clock, "clock");
  }

  /** A person here signs and sends it. */
  public Audit attest(UUID auditId, String who) {
    Audit audit =
        audits.findForChange(auditId).orElseThrow(() -> Refused.notFound("audit", auditId));
    Optional<AuditHop> first =
        audits.hops(auditId).stream().filter(hop -> hop.askedThrough().isEmpty()).findFirst();
    if (audit.state() != Audit.State.DONE
        || audit.attestation().isPresent()
        || first.filter(hop -> hop.state() == State.ANSWERED).isEmpty()) {
      throw new Refused(
          ProblemCode.NOT_ALLOWED_NOW,
          "an audit is attested once, when it is done and the company has shown its declaration");
    }
    String token =
        new Attestation(
                me,
                audit.company(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                first.orElseThrow().declaration().orElseThrow(),
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

  /** Takes an auditor's word about us. */
  public MessageHandler handler() {
    return new BodyHandler<>(MessageType.ATTESTATION, AttestationBody::fromJson, this::attested);
  }

  private Handled attested(VerifiedMessage message, AttestationBody body) {
    return Handled.of(
        Attestation.read(body.attestation(), tokens),
        attestation -> take(message, attestation, body.attestation()));
  }

  private Handled take(VerifiedMessage message, Attestation attestation, String token) {
    if (!attestation.issuer().equals(message.issuer())) {
      return new Handled.Refused(Why.of(Reason.FORWARDED, "issued by " + attestation.issuer()));
    }
    if (!attestation.company().equals(me)) {
      return new Handled.Refused(
          Why.of(Reason.NOT_FOR_US, "a word about " + attestation.company()));
    }
    String digest = Base64Url.encode(Sha256.of(token.getBytes(StandardCharsets.US_ASCII)));
    attestations.keep(attestation, token, digest, clock.instant());
    notifications.tell(
        Told.of(NotificationType.ATTESTED, clock.instant())
            .withPartner(attestation.issuer())
            .withProduct(attestation.product())
            .withDeclaration(attestation.declarationId().value())
            .withFact("result", attestation.result().name())
            .withFact("coverage", attestation.coverage().text()));
    return Handled.done();
  }
}
