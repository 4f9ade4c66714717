package org.cfptrace.connector.trade;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.receive.IncomingMessages;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.trade.RequestId;
import org.cfptrace.trade.RequestMove;
import org.cfptrace.trade.RequestMoves;
import org.cfptrace.trade.RequestSide;
import org.cfptrace.trade.RequestState;

/**
 * Makes a move of ours: checks it against the one table, changes the request, tells the other side
 * in the same transaction, and notes it.
 */
final class RequestDesk {
  private final Requests requests;
  private final IncomingMessages incoming;
  private final PostMessage post;
  private final Clock clock;

  RequestDesk(Requests requests, IncomingMessages incoming, PostMessage post, Clock clock) {
    this.requests = requireNonNull(requests, "requests");
    this.incoming = requireNonNull(incoming, "incoming");
    this.post = requireNonNull(post, "post");
    this.clock = requireNonNull(clock, "clock");
  }

  /** A request of ours on that side; held until the transaction ends. */
  FootprintRequest take(RequestId id, RequestSide side) {
    FootprintRequest known =
        requests.find(id, side).orElseThrow(() -> Refused.notFound("request", id));
    // The thread first, as an incoming message does, so that the two never wait for each other.
    incoming.lastSeq(known.partner(), known.thread());
    return requests
        .findForChange(id, side)
        .orElseThrow(() -> new IllegalStateException("a request cannot vanish"));
  }

  /** Refuses a move the state does not allow, naming the state and what it allows. */
  RequestState allowed(FootprintRequest request, RequestMove move) {
    return RequestMoves.next(request.state(), move).orElseThrow(() -> illegal(request, move));
  }

  /**
   * Moves.
   *
   * @param body the message for the other side, given the last place of its messages that we know
   */
  FootprintRequest move(
      FootprintRequest request,
      RequestMove move,
      Move made,
      MessageType type,
      LongFunction<ObjectNode> body) {
    RequestState next = allowed(request, move);
    long seen = incoming.lastSeq(request.partner(), request.thread());
    PostMessage.Posted posted =
        post.post(request.partner(), Way.INBOX, request.thread(), type, body.apply(seen));
    FootprintRequest changed = made.change().apply(request).in(next, clock.instant());
    FootprintRequest kept =
        next == request.state() && move != RequestMove.LINK
            ? changed
            : changed.movedAt(posted.seq());
    requests.change(kept);
    note(kept, request.side(), Optional.of(made.who()), move.name(), made.words());
    return requests.find(request.id(), request.side()).orElseThrow();
  }

  /** What a move does to the request, who makes it, and the words that go with it. */
  record Move(String who, Optional<String> words, UnaryOperator<FootprintRequest> change) {}

  void note(
      FootprintRequest request,
      RequestSide by,
      Optional<String> who,
      String move,
      Optional<String> words) {
    requests.note(
        request, new RequestEvent(clock.instant(), by, who, move, request.state(), words));
  }

  private static Refused illegal(FootprintRequest request, RequestMove move) {
    return Refused.illegalMove(
        "the request is " + request.state() + ": " + move + " is not possible",
        request.state(),
        request.legalMoves().stream().map(Enum::name).toList());
  }
}
