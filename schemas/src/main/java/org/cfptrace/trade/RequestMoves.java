package org.cfptrace.trade;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one table of moves by state. Both companies keep a request by it, so a change here changes
 * what either may do, and a move that is missing here is refused.
 */
public final class RequestMoves {
  private static final Optional<RequestState> ASKED = Optional.of(RequestState.ASKED);
  private static final Optional<RequestState> LINKED = Optional.of(RequestState.LINKED);
  private static final Optional<RequestState> ANSWERED = Optional.of(RequestState.ANSWERED);
  private static final Optional<RequestState> REJECTED = Optional.of(RequestState.REJECTED);
  private static final Optional<RequestState> CANCELLED = Optional.of(RequestState.CANCELLED);
  private static final Optional<RequestState> NO = Optional.empty();

  private static final RequestMoves TABLE =
      new RequestMoves()
          // from                         asked           linked          answered   over: none
          .row(RequestMove.REMIND, /*  */ ASKED, /*    */ LINKED, /*    */ NO, NO, NO)
          .row(RequestMove.CANCEL, /*  */ CANCELLED, /**/ CANCELLED, /* */ CANCELLED, NO, NO)
          .row(RequestMove.LINK, /*    */ LINKED, /*   */ LINKED, /*    */ NO, NO, NO)
          .row(RequestMove.REPLY, /*   */ ASKED, /*    */ LINKED, /*    */ ANSWERED, NO, NO)
          .row(RequestMove.REJECT, /*  */ REJECTED, /* */ REJECTED, /*  */ NO, NO, NO)
          .row(RequestMove.ANSWER, /*  */ NO, /*       */ ANSWERED, /*  */ ANSWERED, NO, NO)
          .row(RequestMove.WITHDRAW, /**/ NO, /*       */ LINKED, /*    */ LINKED, NO, NO);

  private final Map<RequestMove, Map<RequestState, RequestState>> rows =
      new EnumMap<>(RequestMove.class);

  private RequestMoves() {}

  /** The state after the move; empty when the move is not legal in this state. */
  public static Optional<RequestState> next(RequestState from, RequestMove move) {
    requireNonNull(from, "from");
    return Optional.ofNullable(
        TABLE.rows.getOrDefault(requireNonNull(move, "move"), Map.of()).get(from));
  }

  /**
   * The moves a person of this side may make now. {@link RequestMove#ANSWER} and {@link
   * RequestMove#WITHDRAW} are never among them: they follow from declarations.
   */
  public static Set<RequestMove> legal(RequestState from, RequestSide side) {
    Set<RequestMove> legal = EnumSet.noneOf(RequestMove.class);
    for (RequestMove move : RequestMove.values()) {
      if (move.side() == side && move.isMadeByAPerson() && next(from, move).isPresent()) {
        legal.add(move);
      }
    }
    return Collections.unmodifiableSet(legal);
  }

  private RequestMoves row(
      RequestMove move,
      Optional<RequestState> fromAsked,
      Optional<RequestState> fromLinked,
      Optional<RequestState> fromAnswered,
      Optional<RequestState> fromRejected,
      Optional<RequestState> fromCancelled) {
    Map<RequestState, RequestState> row = new EnumMap<>(RequestState.class);
    fromAsked.ifPresent(next -> row.put(RequestState.ASKED, next));
    fromLinked.ifPresent(next -> row.put(RequestState.LINKED, next));
    fromAnswered.ifPresent(next -> row.put(RequestState.ANSWERED, next));
    fromRejected.ifPresent(next -> row.put(RequestState.REJECTED, next));
    fromCancelled.ifPresent(next -> row.put(RequestState.CANCELLED, next));
    rows.put(move, row);
    return this;
  }
}
