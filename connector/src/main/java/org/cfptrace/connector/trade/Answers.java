package org.cfptrace.connector.trade;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.cfptrace.connector.product.StaleProducts;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.trade.RequestMove;
import org.cfptrace.trade.RequestSide;
import org.cfptrace.trade.RequestState;

/**
 * Keeps linked requests ANSWERED as long as a declaration stands that answers them, and LINKED
 * otherwise. Both sides derive it from the same declarations, so both come to the same state
 * whatever crosses.
 */
public final class Answers {
  private final Requests requests;
  private final AnswerFacts facts;
  private final StaleProducts staleProducts;
  private final Clock clock;

  public Answers(Requests requests, AnswerFacts facts, StaleProducts staleProducts, Clock clock) {
    this.requests = requireNonNull(requests, "requests");
    this.facts = requireNonNull(facts, "facts");
    this.staleProducts = requireNonNull(staleProducts, "staleProducts");
    this.clock = requireNonNull(clock, "clock");
  }

  /** A declaration, a release or a recall has changed what stands. */
  public void refresh(RequestSide side, ParticipantId partner, TraceId product) {
    List<Period> declared = facts.declared(side, partner, product);
    for (FootprintRequest request : requests.linkedTo(side, partner, product)) {
      settle(request, request.isAnsweredBy(declared));
    }
  }

  /** A request was linked just now; a declaration may stand already. */
  FootprintRequest now(FootprintRequest request) {
    TraceId product = request.linked().orElseThrow().traceId();
    List<Period> declared = facts.declared(request.side(), request.partner(), product);
    settle(request, request.isAnsweredBy(declared));
    return requests.find(request.id(), request.side()).orElseThrow();
  }

  /** Our declaration, release or recall was a move of ours, where it went in the same thread. */
  private FootprintRequest withOwnMove(FootprintRequest request) {
    return request.side() == RequestSide.ANSWERER && !isAnsweredElsewhere(request)
        ? request.movedAt(facts.lastPlace(request.partner(), request.thread()))
        : request;
  }

  /** A product of ours is linked to a request: who asked is to hear of it. */
  void linked(FootprintRequest request) {
    staleProducts.mark(
        request.linked().orElseThrow().traceId(), StaleProducts.Cause.LINKED, clock.instant());
  }

  /**
   * Whether what answers the request goes in another thread. Then the two have no order between
   * them: the other side may have made a move while it was LINKED that reaches us ANSWERED.
   */
  boolean isAnsweredElsewhere(FootprintRequest request) {
    return request
        .linked()
        .flatMap(
            product -> facts.threadOfAnswers(request.side(), request.partner(), product.traceId()))
        .filter(thread -> !thread.equals(request.thread()))
        .isPresent();
  }

  private void settle(FootprintRequest request, boolean isAnswered) {
    RequestState next = isAnswered ? RequestState.ANSWERED : RequestState.LINKED;
    if (request.state() != next) {
      FootprintRequest settled = withOwnMove(request.in(next, clock.instant()));
      requests.change(settled);
      requests.note(
          settled,
          new RequestEvent(
              clock.instant(),
              RequestSide.ANSWERER,
              Optional.empty(),
              (isAnswered ? RequestMove.ANSWER : RequestMove.WITHDRAW).name(),
              next,
              Optional.empty()));
    }
  }
}
