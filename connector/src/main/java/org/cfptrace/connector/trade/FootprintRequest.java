package org.cfptrace.connector.trade;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.envelope.LinkedProduct;
import org.cfptrace.envelope.RequestedPart;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.trade.RequestId;
import org.cfptrace.trade.RequestMove;
import org.cfptrace.trade.RequestMoves;
import org.cfptrace.trade.RequestSide;
import org.cfptrace.trade.RequestState;

/**
 * A request for the footprint of a part (CFP算出依頼), as one of its two sides keeps it.
 *
 * @param side which side we are
 * @param thread in which both speak about it
 * @param askedFor for what we asked; there exactly where we are the asker
 * @param isPlaced whether the linked product is a source of the line we asked for
 * @param linked which of its products the answerer says this part is
 * @param reply the answerer's last words that are no rejection
 * @param reason why it was rejected or cancelled
 * @param ownMove place in the thread of our last message that changed the state, 0 before the first
 * @param number counts up as requests are made or come in
 * @param version counts up with each change
 */
public record FootprintRequest(
    RequestId id,
    RequestSide side,
    ParticipantId partner,
    String thread,
    RequestState state,
    RequestedPart part,
    Optional<Period> period,
    Optional<String> message,
    Optional<LocalDate> due,
    Optional<RequestId> askedBefore,
    Optional<AskedFor> askedFor,
    boolean isPlaced,
    Optional<LinkedProduct> linked,
    Optional<String> reply,
    Optional<String> reason,
    long ownMove,
    Instant askedAt,
    Instant changedAt,
    long number,
    long version) {
  public FootprintRequest {
    requireNonNull(id, "id");
    requireNonNull(side, "side");
    requireNonNull(partner, "partner");
    requireNonNull(thread, "thread");
    requireNonNull(state, "state");
    requireNonNull(part, "part");
    requireNonNull(askedAt, "askedAt");
    requireNonNull(changedAt, "changedAt");
    if (askedFor.isPresent() != (side == RequestSide.ASKER)) {
      throw new IllegalArgumentException("exactly the asker knows what it asked for");
    }
  }

  /** What a person on our side may do with it now. */
  public Set<RequestMove> legalMoves() {
    return RequestMoves.legal(state, side);
  }

  /** Open, and the day by which an answer was wished for is over. */
  public boolean isOverdueOn(LocalDate today) {
    return state.isOpen() && due.filter(today::isAfter).isPresent();
  }

  /**
   * Whether declarations for these periods answer it: where it names a period, one that covers it;
   * where it names none, any. Both sides ask here, so both come to the same state.
   */
  public boolean isAnsweredBy(Collection<Period> declared) {
    return period
        .map(asked -> declared.stream().anyMatch(told -> told.covers(asked)))
        .orElse(!declared.isEmpty());
  }

  /** In another state. */
  public FootprintRequest in(RequestState next, Instant now) {
    return with(next, isPlaced, linked, reply, reason, due, ownMove, now);
  }

  /** With the product the answerer links to it. */
  public FootprintRequest linkedTo(LinkedProduct product, Instant now) {
    return with(state, isPlaced, Optional.of(product), reply, reason, due, ownMove, now);
  }

  /** With the answerer's words. */
  public FootprintRequest replied(String words, Instant now) {
    return with(state, isPlaced, linked, Optional.of(words), reason, due, ownMove, now);
  }

  /** With the reason for which it is over. */
  public FootprintRequest because(Optional<String> why, Instant now) {
    return with(state, isPlaced, linked, reply, why, due, ownMove, now);
  }

  /** With another day by which an answer is wished for. */
  public FootprintRequest dueBy(LocalDate day, Instant now) {
    return with(state, isPlaced, linked, reply, reason, Optional.of(day), ownMove, now);
  }

  /** With the linked product standing as a source of our line, or not. */
  public FootprintRequest placed(boolean isNow) {
    return with(state, isNow, linked, reply, reason, due, ownMove, changedAt);
  }

  /** After a message of ours at that place in the thread. */
  public FootprintRequest movedAt(long place) {
    return with(state, isPlaced, linked, reply, reason, due, place, changedAt);
  }

  private FootprintRequest with(
      RequestState nextState,
      boolean nextPlaced,
      Optional<LinkedProduct> nextLinked,
      Optional<String> nextReply,
      Optional<String> nextReason,
      Optional<LocalDate> nextDue,
      long nextOwnMove,
      Instant nextChangedAt) {
    return new FootprintRequest(
        id,
        side,
        partner,
        thread,
        nextState,
        part,
        period,
        message,
        nextDue,
        askedBefore,
        askedFor,
        nextPlaced,
        nextLinked,
        nextReply,
        nextReason,
        nextOwnMove,
        askedAt,
        nextChangedAt,
        number,
        version);
  }
}
