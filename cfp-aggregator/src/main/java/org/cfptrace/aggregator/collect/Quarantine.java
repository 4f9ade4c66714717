package org.cfptrace.aggregator.collect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.verify.Origin;

/** The messages that were not applied, with their bytes. */
public interface Quarantine {
  /** Why a message lies here, and for how long. */
  enum State {
    /** Refused: only an operator's replay can change that. */
    QUARANTINED,
    /** It cannot be judged yet, and is tried again. */
    HELD,
    /** It came before its turn, and is applied when the message before it is. */
    AHEAD,
    /** Applied in the end. */
    RESOLVED
  }

  /** A message as it lies here. */
  record Item(
      UUID id,
      State state,
      Arrival arrival,
      Optional<Origin> origin,
      Why why,
      Instant receivedAt,
      int attempts) {}

  /**
   * Lays a message aside.
   *
   * @return whether it is new: the same bytes lie here once
   */
  boolean put(Item item, Instant dueAt);

  /** It was tried again and is still not applied. */
  void keep(UUID id, State state, Why why, Optional<Origin> origin, Instant dueAt);

  /** It is applied. */
  void resolve(UUID id, Instant at);

  /** One of them that is not applied. */
  Optional<Item> find(UUID id);

  /** What waits for this place of a thread. */
  Optional<Item> inTurn(Origin before);

  /** Whether anything of a thread lies here ahead of its turn. */
  boolean hasAhead(Origin origin);

  /** Those to be tried again now, oldest first. */
  List<Item> due(Instant now, int most);

  /** Those that are not applied, by id. */
  Page<Item> list(PageRequest page);

  /** How many are not applied. */
  long open();
}
