package org.cfptrace.connector.sign;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.notify.Told;
import org.cfptrace.connector.share.Recipients;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.SignatureRequestBody;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.exchange.receive.Handled;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.receive.Why;
import org.cfptrace.exchange.receive.Why.Trouble;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.VerifiedMessage;

/**
 * Takes what a partner asks us to sign, if the signed directory lists it as an aggregator. It is
 * kept for a person; nothing is signed by it. Asked again for the same files, it gets the answer
 * that was given, if one was; for other files under the same id of an export, it is refused.
 */
public final class TakeSignatureRequests implements MessageHandler {
  private final SignatureRequests requests;
  private final Recipients recipients;
  private final AnswerSignatures answers;
  private final Notifications notifications;
  private final Clock clock;

  public TakeSignatureRequests(
      SignatureRequests requests,
      Recipients recipients,
      AnswerSignatures answers,
      Notifications notifications,
      Clock clock) {
    this.requests = requireNonNull(requests, "requests");
    this.recipients = requireNonNull(recipients, "recipients");
    this.answers = requireNonNull(answers, "answers");
    this.notifications = requireNonNull(notifications, "notifications");
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public MessageType type() {
    return MessageType.SIGNATURE_REQUEST;
  }

  @Override
  public Set<Way> ways() {
    return Set.of(Way.INBOX);
  }

  @Override
  public Application prepare(VerifiedMessage message) {
    try {
      SignatureRequestBody body = SignatureRequestBody.fromJson(message.body());
      boolean isAggregator = recipients.isAggregator(message.issuer());
      return () -> isAggregator ? take(message, body) : notAnAggregator(message);
    } catch (MalformedException e) {
      return () -> new Handled.Refused(Why.of(Reason.MALFORMED_BODY, "not a request to sign"));
    } catch (Registry.RegistryAway away) {
      return () -> new Handled.Held(Why.of(Reason.STALE_DIRECTORY, "the registry does not answer"));
    }
  }

  private static Handled notAnAggregator(VerifiedMessage message) {
    return refused(
        Trouble.NOT_AN_AGGREGATOR, message.issuer() + " is no aggregator in the directory");
  }

  private Handled take(VerifiedMessage message, SignatureRequestBody body) {
    Optional<SignatureRequest> before = requests.lock(message.issuer(), body.exportId());
    return before.isPresent() ? again(before.get(), message, body) : keep(message, body);
  }

  private Handled keep(VerifiedMessage message, SignatureRequestBody body) {
    SignatureRequest request =
        new SignatureRequest(
            message.issuer(),
            body,
            body.requestId(),
            message.thread(),
            clock.instant(),
            Optional.empty());
    if (!requests.add(request)) {
      return refused(Trouble.REQUEST_EXISTS, "a request of that id is there already");
    }
    notifications.tell(
        Told.of(NotificationType.SIGNATURE_REQUESTED, clock.instant())
            .withPartner(message.issuer())
            .withRequest(request.id().toString())
            .withFact("exportId", body.exportId())
            .withFact("target", body.target())
            .withFact("title", body.title()));
    return Handled.done();
  }

  private Handled again(
      SignatureRequest before, VerifiedMessage message, SignatureRequestBody body) {
    if (!before.isOfTheSameFiles(body)) {
      return refused(Trouble.EXPORT_DIFFERS, "that export was brought before, with other files");
    }
    requests.askedAgain(before.id(), body.requestId(), message.thread());
    requests.find(before.id()).ifPresent(answers::answer);
    return Handled.done();
  }

  private static Handled refused(Trouble trouble, String detail) {
    return new Handled.Refused(Why.of(trouble, detail));
  }
}
