package org.cfptrace.connector.sign;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.notify.Told;
import org.cfptrace.connector.share.Recipients;
import org.cfptrace.connector.sign.SignatureRequest.State;
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
 * kept for a person; nothing is signed by it. The same request again gets the answer that was
 * given, if one was. A new request for the same export waits for a person again, whatever was
 * decided before. One that is taken back cannot be signed any more. Other files under the same id
 * of an export are refused.
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
    Optional<SignatureRequest> before = requests.lock(body.requestId());
    if (before.isPresent()) {
      return known(before.get(), message, body);
    }
    return body.withdrawn()
        ? refused(Trouble.UNKNOWN_REQUEST, "what is taken back was never asked for")
        : anew(message, body);
  }

  private Handled known(
      SignatureRequest before, VerifiedMessage message, SignatureRequestBody body) {
    if (!before.asker().equals(message.issuer())
        || !before.body().exportId().equals(body.exportId())) {
      return refused(Trouble.REQUEST_EXISTS, "a request of that id is there already");
    }
    if (!before.isOfTheSameFiles(body)) {
      return exportDiffers();
    }
    if (body.withdrawn()) {
      requests.withdrawn(before.id(), clock.instant());
    } else {
      requests.askedAgain(before.id(), message.thread());
      requests.find(before.id()).ifPresent(answers::answer);
    }
    return Handled.done();
  }

  /** A person decides on it, even where an earlier request for the same export was decided. */
  private Handled anew(VerifiedMessage message, SignatureRequestBody body) {
    List<SignatureRequest> before = requests.lock(message.issuer(), body.exportId());
    if (!before.stream().allMatch(request -> request.isOfTheSameFiles(body))) {
      return exportDiffers();
    }
    // Of one export one request waits: who asks under a new id has given the older one up.
    before.stream()
        .filter(request -> request.state() == State.WAITING)
        .forEach(request -> requests.withdrawn(request.id(), clock.instant()));
    return keep(message, body);
  }

  private Handled keep(VerifiedMessage message, SignatureRequestBody body) {
    SignatureRequest request =
        new SignatureRequest(
            message.issuer(),
            body,
            message.thread(),
            clock.instant(),
            Optional.empty(),
            Optional.empty(),
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

  private static Handled exportDiffers() {
    return refused(Trouble.EXPORT_DIFFERS, "that export was brought before, with other files");
  }

  private static Handled refused(Trouble trouble, String detail) {
    return new Handled.Refused(Why.of(trouble, detail));
  }
}
