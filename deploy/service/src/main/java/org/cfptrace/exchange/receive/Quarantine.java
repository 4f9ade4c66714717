package org.cfptrace.exchange.receive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.exchange.receive.Quarantined.State;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** The messages that were not applied, with their bytes. */
public interface Quarantine {
  /**
   * Lays a message aside.
   *
   * @return whether it is new; the same bytes lie here once
   */
  boolean put(Quarantined message, Instant dueAt);

  /** One of them. */
  Optional<Quarantined> find(UUID id);

  /** The message that comes at this place of a thread, if it lies here ahead of its turn. */
  Optional<Quarantined> nextInTurn(String sender, String thread, long seq);

  /** Whether anything of a thread lies here ahead of its turn. */
  boolean hasAhead(String sender, String thread);

  /** How many of a sender lie here ahead of their turn. */
  long ahead(String sender);

  /** Those that are to be tried again now, oldest first. */
  List<Quarantined> due(Instant now, int most);

  /** It was tried again and is still not applied. */
  void retryAt(UUID id, State state, Why why, Instant dueAt);

  /** It is applied. */
  void resolve(UUID id, Instant at);

  /** Those that are not applied, oldest first. */
  Page<Quarantined> list(PageRequest page);

  /** How many are in this state. */
  long count(State state);
}
