package org.cfptrace.connector.trade;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.cfptrace.connector.product.StaleProducts;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.RequestCancelledBody;
import org.cfptrace.envelope.RequestReminderBody;
import org.cfptrace.trade.RequestId;
import org.cfptrace.trade.RequestMove;
import org.cfptrace.trade.RequestSide;

/** What we do with a request of ours that is under way: remind, or cancel. */
public final class FollowRequest {
  private final RequestDesk desk;
  private final LinePlaces places;
  private final StaleProducts staleProducts;
  private final Clock clock;

  FollowRequest(RequestDesk desk, LinePlaces places, StaleProducts staleProducts, Clock clock) {
    this.desk = requireNonNull(desk, "desk");
    this.places = requireNonNull(places, "places");
    this.staleProducts = requireNonNull(staleProducts, "staleProducts");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Asks again for the answer, perhaps by another day. */
  public FootprintRequest remind(
      RequestId id, Optional<String> words, Optional<LocalDate> due, String who) {
    FootprintRequest request = desk.take(id, RequestSide.ASKER);
    desk.allowed(request, RequestMove.REMIND);
    due.ifPresent(day -> DueDays.refusePast(day, clock));
    return desk.move(
        request,
        RequestMove.REMIND,
        new RequestDesk.Move(
            who,
            words,
            before -> due.map(day -> before.dueBy(day, clock.instant())).orElse(before)),
        MessageType.REQUEST_REMINDER,
        seen -> new RequestReminderBody(id, words, due, seen).toJson());
  }

  /** Takes it back (取消); what was linked is a source of our line no longer. */
  public FootprintRequest cancel(RequestId id, Optional<String> reason, String who) {
    FootprintRequest request = desk.take(id, RequestSide.ASKER);
    desk.allowed(request, RequestMove.CANCEL);
    FootprintRequest cancelled =
        desk.move(
            request,
            RequestMove.CANCEL,
            new RequestDesk.Move(
                who, reason, before -> places.clear(before.because(reason, clock.instant()))),
            MessageType.REQUEST_CANCELLED,
            seen -> new RequestCancelledBody(id, reason, seen).toJson());
    // After the line was changed, as whoever asks does, so that the two never wait for each other.
    staleProducts.mark(
        request.askedFor().orElseThrow().product(), StaleProducts.Cause.REQUEST, clock.instant());
    return cancelled;
  }
}
