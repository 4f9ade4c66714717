package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.audit.Attestation;
import org.cfptrace.connector.declare.IssuedDeclarations;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.notify.Told;
import org.cfptrace.envelope.AttestationBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.exchange.receive.Handled;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.receive.Why;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Sha256;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.SignedTokens;
import org.cfptrace.verify.VerifiedMessage;

/**
 * An auditor's word about a product of ours comes in. It counts when the registry lists the auditor
 * as accredited, we have given it a mandate for that product and period, and the declaration it
 * names is our own statement of them: a partner that is no auditor has no say in what we show.
 */
public final class TakeAttestation implements MessageHandler {
  private final ParticipantId me;
  private final SignedTokens tokens;
  private final Auditors auditors;
  private final Mandates mandates;
  private final IssuedDeclarations issued;
  private final Attestations attestations;
  private final Notifications notifications;
  private final Clock clock;

  public TakeAttestation(
      ParticipantId me,
      SignedTokens tokens,
      Auditors auditors,
      Mandates mandates,
      IssuedDeclarations issued,
      Attestations attestations,
      Notifications notifications,
      Clock clock) {
    this.me = requireNonNull(me, "me");
    this.tokens = requireNonNull(tokens, "tokens");
    this.auditors = requireNonNull(auditors, "auditors");
    this.mandates = requireNonNull(mandates, "mandates");
    this.issued = requireNonNull(issued, "issued");
    this.attestations = requireNonNull(attestations, "attestations");
    this.notifications = requireNonNull(notifications, "notifications");
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public MessageType type() {
    return MessageType.ATTESTATION;
  }

  @Override
  public Set<Way> ways() {
    return Set.of(Way.INBOX);
  }

  @Override
  public Application prepare(VerifiedMessage message) {
    try {
      AttestationBody body = AttestationBody.fromJson(message.body());
      boolean isAccredited =
          auditors.entry(message.issuer()).filter(auditors::isAccredited).isPresent();
      return () -> attested(message, body, isAccredited);
    } catch (MalformedException e) {
      return () -> new Handled.Refused(Why.of(Reason.MALFORMED_BODY, "not an attestation"));
    } catch (Registry.RegistryAway away) {
      return () -> new Handled.Held(Why.of(Reason.STALE_DIRECTORY, "the registry does not answer"));
    }
  }

  private Handled attested(VerifiedMessage message, AttestationBody body, boolean isAccredited) {
    return Handled.of(
        Attestation.read(body.attestation(), tokens),
        attestation ->
            fault(message, attestation, isAccredited)
                .<Handled>map(Handled.Refused::new)
                .orElseGet(() -> take(attestation, body.attestation())));
  }

  private Optional<Why> fault(
      VerifiedMessage message, Attestation attestation, boolean isAccredited) {
    ParticipantId auditor = attestation.issuer();
    if (!auditor.equals(message.issuer())) {
      return Optional.of(Why.of(Reason.FORWARDED, "issued by " + auditor));
    }
    if (!attestation.company().equals(me)) {
      return Optional.of(Why.of(Reason.NOT_FOR_US, "a word about " + attestation.company()));
    }
    if (!isAccredited) {
      return Optional.of(Why.of(Reason.NOT_ACCREDITED, auditor + " is not accredited"));
    }
    if (!mandates.hasIssued(auditor, attestation.product(), attestation.period())) {
      return Optional.of(
          Why.of(
              Why.Trouble.UNKNOWN_REQUEST,
              "we have given no mandate for that product and period to " + auditor));
    }
    return isOurs(attestation)
        ? Optional.empty()
        : Optional.of(
            Why.of(
                Reason.NOT_THE_ONE_ASKED,
                "not our statement of that product and period: " + attestation.declarationId()));
  }

  private boolean isOurs(Attestation attestation) {
    return issued
        .find(attestation.declarationId())
        .filter(ours -> ours.recipient().equals(me))
        .filter(ours -> ours.product().traceId().equals(attestation.product()))
        .filter(ours -> ours.period().period().equals(attestation.period()))
        .isPresent();
  }

  private Handled take(Attestation attestation, String token) {
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
