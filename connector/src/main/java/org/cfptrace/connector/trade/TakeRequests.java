package org.cfptrace.connector.trade;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.notify.Told;
import org.cfptrace.connector.product.StaleProducts;
import org.cfptrace.connector.receive.SupplierWords;
import org.cfptrace.connector.share.ProductReleases;
import org.cfptrace.envelope.FootprintRequestBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.RequestCancelledBody;
import org.cfptrace.envelope.RequestLinkedBody;
import org.cfptrace.envelope.RequestRejectedBody;
import org.cfptrace.envelope.RequestReminderBody;
import org.cfptrace.envelope.RequestReplyBody;
import org.cfptrace.exchange.receive.BodyHandler;
import org.cfptrace.exchange.receive.Handled;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.receive.Why;
import org.cfptrace.exchange.receive.Why.Trouble;
import org.cfptrace.trade.RequestId;
import org.cfptrace.trade.RequestMove;
import org.cfptrace.trade.RequestMoves;
import org.cfptrace.trade.RequestSide;
import org.cfptrace.trade.RequestState;
import org.cfptrace.verify.VerifiedMessage;

/**
 * Takes the other side's moves, by the same table. A move it could not have made had it known of
 * ours has crossed it: then a cancellation holds, and anything else is noted and changes nothing,
 * so that both sides end in the same state. A move that breaks the table is refused.
 */
public final class TakeRequests {
  private final Requests requests;
  private final LinePlaces places;
  private final Answers answers;
  private final SupplierWords words;
  private final ProductReleases releases;
  private final StaleProducts staleProducts;
  private final Notifications notifications;
  private final Clock clock;

  TakeRequests(
      Requests requests,
      LinePlaces places,
      Answers answers,
      SupplierWords words,
      ProductReleases releases,
      StaleProducts staleProducts,
      Notifications notifications,
      Clock clock) {
    this.requests = requireNonNull(requests, "requests");
    this.places = requireNonNull(places, "places");
    this.answers = requireNonNull(answers, "answers");
    this.words = requireNonNull(words, "words");
    this.releases = requireNonNull(releases, "releases");
    this.staleProducts = requireNonNull(staleProducts, "staleProducts");
    this.notifications = requireNonNull(notifications, "notifications");
    this.clock = requireNonNull(clock, "clock");
  }

  /** One handler for each message of a request. */
  public List<MessageHandler> handlers() {
    return List.of(
        new BodyHandler<>(
            MessageType.FOOTPRINT_REQUEST, FootprintRequestBody::fromJson, this::asked),
        new BodyHandler<>(
            MessageType.REQUEST_REMINDER, RequestReminderBody::fromJson, this::reminded),
        new BodyHandler<>(
            MessageType.REQUEST_CANCELLED, RequestCancelledBody::fromJson, this::cancelled),
        new BodyHandler<>(MessageType.REQUEST_LINKED, RequestLinkedBody::fromJson, this::linked),
        new BodyHandler<>(MessageType.REQUEST_REPLY, RequestReplyBody::fromJson, this::replied),
        new BodyHandler<>(
            MessageType.REQUEST_REJECTED, RequestRejectedBody::fromJson, this::rejected));
  }

  private Handled asked(VerifiedMessage message, FootprintRequestBody body) {
    FootprintRequest request =
        new FootprintRequest(
            body.requestId(),
            RequestSide.ANSWERER,
            message.issuer(),
            message.thread(),
            RequestState.ASKED,
            body.part(),
            body.period(),
            body.message(),
            body.due(),
            body.askedBefore(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            message.issuedAt(),
            clock.instant(),
            0,
            0);
    boolean isOurs = requests.find(body.requestId(), RequestSide.ASKER).isPresent();
    if (isOurs || !requests.add(request)) {
      return refused(Trouble.REQUEST_EXISTS, "a request of this id is there already");
    }
    note(request, "ASK", body.message());
    tell(NotificationType.REQUEST_NEW, request, body.message());
    return Handled.done();
  }

  private Handled reminded(VerifiedMessage message, RequestReminderBody body) {
    return take(
        message,
        new Incoming(body.requestId(), RequestMove.REMIND, body.seen(), body.message()),
        request -> {
          FootprintRequest reminded =
              body.due().map(day -> request.dueBy(day, clock.instant())).orElse(request);
          tell(NotificationType.REQUEST_REMINDED, reminded, body.message());
          return reminded;
        });
  }

  private Handled cancelled(VerifiedMessage message, RequestCancelledBody body) {
    return take(
        message,
        new Incoming(body.requestId(), RequestMove.CANCEL, body.seen(), body.reason()),
        request -> {
          tell(NotificationType.REQUEST_CANCELLED, request, body.reason());
          return request.because(body.reason(), clock.instant());
        });
  }

  private Handled linked(VerifiedMessage message, RequestLinkedBody body) {
    return take(
        message,
        new Incoming(
            body.requestId(), RequestMove.LINK, body.seen(), Optional.of(body.product().name())),
        request -> {
          FootprintRequest placed = places.place(request, body.product(), clock.instant());
          words.linked(message.issuer(), body.product().traceId());
          tell(
              placed.isPlaced()
                  ? NotificationType.REQUEST_LINKED
                  : NotificationType.SHARES_ABOVE_ONE,
              placed,
              Optional.of(body.product().name()));
          return placed;
        });
  }

  private Handled replied(VerifiedMessage message, RequestReplyBody body) {
    return take(
        message,
        new Incoming(body.requestId(), RequestMove.REPLY, body.seen(), Optional.of(body.message())),
        request -> {
          tell(NotificationType.REQUEST_REPLY, request, Optional.of(body.message()));
          return request.replied(body.message(), clock.instant());
        });
  }

  private Handled rejected(VerifiedMessage message, RequestRejectedBody body) {
    return take(
        message,
        new Incoming(body.requestId(), RequestMove.REJECT, body.seen(), Optional.of(body.reason())),
        request -> {
          tell(NotificationType.REQUEST_REJECTED, request, Optional.of(body.reason()));
          return places.clear(request).because(Optional.of(body.reason()), clock.instant());
        });
  }

  private Handled take(VerifiedMessage message, Incoming move, Effect effect) {
    RequestSide ours = move.move().side().other();
    Optional<FootprintRequest> known =
        requests
            .findForChange(move.request(), ours)
            .filter(request -> request.partner().equals(message.issuer()))
            .filter(request -> request.thread().equals(message.thread()));
    if (known.isEmpty()) {
      return refused(Trouble.UNKNOWN_REQUEST, "no such request in this thread");
    }
    FootprintRequest request = known.get();
    Optional<RequestState> next = next(request, move.move());
    if (next.isPresent()) {
      settle(effect.on(request).in(next.get(), clock.instant()), move, move.move().name());
      return Handled.done();
    }
    if (move.seen() >= request.ownMove()) {
      return refused(
          Trouble.ILLEGAL_MOVE, move.move() + " is not possible in state " + request.state());
    }
    crossed(request, move, effect);
    return Handled.done();
  }

  private Optional<RequestState> next(FootprintRequest request, RequestMove move) {
    Optional<RequestState> next = RequestMoves.next(request.state(), move);
    return next.isEmpty()
            && request.state() == RequestState.ANSWERED
            && answers.isAnsweredElsewhere(request)
        ? RequestMoves.next(RequestState.LINKED, move)
        : next;
  }

  /** Neither side did wrong; of the two moves a cancellation holds. */
  private void crossed(FootprintRequest request, Incoming move, Effect effect) {
    boolean doesItHold =
        move.move() == RequestMove.CANCEL && request.state() != RequestState.CANCELLED;
    FootprintRequest settled =
        doesItHold ? effect.on(request).in(RequestState.CANCELLED, clock.instant()) : request;
    settle(settled, move, "CROSSED_" + move.move().name());
  }

  private void settle(FootprintRequest request, Incoming move, String noted) {
    requests.change(request);
    note(request, noted, move.words());
    if (request.state() == RequestState.LINKED) {
      answers.now(requests.find(request.id(), request.side()).orElseThrow());
    }
    endRelease(request);
    request
        .askedFor()
        .ifPresent(
            asked ->
                staleProducts.mark(asked.product(), StaleProducts.Cause.REQUEST, clock.instant()));
  }

  /** The link stands no longer: what comes after it waits for a new request and a new release. */
  private void endRelease(FootprintRequest request) {
    if (request.side() == RequestSide.ANSWERER && request.state() == RequestState.CANCELLED) {
      request
          .linked()
          .filter(
              product ->
                  requests
                      .linkedTo(RequestSide.ANSWERER, request.partner(), product.traceId())
                      .isEmpty())
          .ifPresent(product -> releases.end(request.partner(), product.traceId()));
    }
  }

  private void note(FootprintRequest request, String move, Optional<String> said) {
    requests.note(
        request,
        new RequestEvent(
            clock.instant(),
            request.side().other(),
            Optional.empty(),
            move,
            request.state(),
            said));
  }

  private void tell(NotificationType type, FootprintRequest request, Optional<String> said) {
    Told told =
        Told.of(type, clock.instant())
            .withPartner(request.partner())
            .withRequest(request.id().toString())
            .withFact("part", request.part().name());
    Told about = request.askedFor().map(asked -> told.withProduct(asked.product())).orElse(told);
    notifications.tell(said.map(text -> about.withFact("message", text)).orElse(about));
  }

  private static Handled refused(Trouble trouble, String detail) {
    return new Handled.Refused(Why.of(trouble, detail));
  }

  private record Incoming(RequestId request, RequestMove move, long seen, Optional<String> words) {}

  @FunctionalInterface
  private interface Effect {
    FootprintRequest on(FootprintRequest request);
  }
}
