package org.cfptrace.connector.trade;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.trade.RequestSide;
import org.cfptrace.trade.RequestState;

/**
 * One step in the history of a request.
 *
 * @param by which side made it
 * @param who the person, where it was one of ours
 * @param move ASK, a move's name, or that name with {@code CROSSED_} before it where the other side
 *     made it before it knew of ours
 * @param state in which the request was afterwards
 * @param note the words that went with it
 */
public record RequestEvent(
    Instant at,
    RequestSide by,
    Optional<String> who,
    String move,
    RequestState state,
    Optional<String> note) {
  public RequestEvent {
    requireNonNull(at, "at");
    requireNonNull(by, "by");
    requireNonNull(who, "who");
    requireNonNull(move, "move");
    requireNonNull(state, "state");
    requireNonNull(note, "note");
  }
}
