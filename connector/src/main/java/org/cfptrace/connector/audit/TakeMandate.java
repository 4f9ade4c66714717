package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import org.cfptrace.audit.Mandate;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.notify.Told;
import org.cfptrace.envelope.MandateIssuedBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.receive.BodyHandler;
import org.cfptrace.exchange.receive.Handled;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.receive.Why;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.SignedTokens;
import org.cfptrace.verify.VerifiedMessage;

/** A company orders an audit from us. */
public final class TakeMandate {
  private final ParticipantId me;
  private final SignedTokens tokens;
  private final Mandates mandates;
  private final Notifications notifications;
  private final Clock clock;

  public TakeMandate(
      ParticipantId me,
      SignedTokens tokens,
      Mandates mandates,
      Notifications notifications,
      Clock clock) {
    this.me = requireNonNull(me, "me");
    this.tokens = requireNonNull(tokens, "tokens");
    this.mandates = requireNonNull(mandates, "mandates");
    this.notifications = requireNonNull(notifications, "notifications");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Takes it over the inbox: the company and its auditor are partners. */
  public MessageHandler handler() {
    return new BodyHandler<>(
        MessageType.MANDATE_ISSUED, MandateIssuedBody::fromJson, this::ordered);
  }

  private Handled ordered(VerifiedMessage message, MandateIssuedBody body) {
    return Handled.of(
        Mandate.read(body.mandate(), tokens), mandate -> take(message, mandate, body.mandate()));
  }

  private Handled take(VerifiedMessage message, Mandate mandate, String token) {
    if (!mandate.issuer().equals(message.issuer())) {
      return new Handled.Refused(Why.of(Reason.FORWARDED, "issued by " + mandate.issuer()));
    }
    if (!mandate.auditor().equals(me)) {
      return new Handled.Refused(Why.of(Reason.NOT_FOR_US, "a mandate for " + mandate.auditor()));
    }
    mandates.keep(mandate, KeptMandate.Side.RECEIVED, token, Optional.empty(), clock.instant());
    notifications.tell(
        Told.of(NotificationType.MANDATE_RECEIVED, clock.instant())
            .withPartner(mandate.issuer())
            .withProduct(mandate.product())
            .withFact("mandateId", KeptMandate.idOf(mandate.jti()).toString())
            .withFact("until", mandate.expiresAt().toString()));
    return Handled.done();
  }
}
