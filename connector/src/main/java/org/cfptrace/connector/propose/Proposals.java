package org.cfptrace.connector.propose;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.ProposalId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** What was proposed to us, kept. */
public interface Proposals {
  /** Keeps one that has come; false where one of that id is there already. */
  boolean add(Proposal proposal);

  /** One of them. */
  Optional<Proposal> find(ProposalId id);

  /** One of them, held until the transaction ends, so that it is settled once. */
  Optional<Proposal> lock(ProposalId id);

  /** From now on its figure is ours; which statement that made is said by {@link #stated}. */
  void accept(ProposalId id, String by, Instant at);

  /** The statement that an accepted one has led to. */
  void stated(ProposalId id, DeclarationId statement);

  void refuse(ProposalId id, String reason, String by, Instant at);

  /** All of them, or those that wait, newest first. */
  Page<Proposal> newestFirst(PageRequest page, boolean waitingOnly);

  /**
   * The one accepted last for a product and just that period. Where a statement of it was recalled,
   * it counts no more: then there is none.
   */
  Optional<Proposal> accepted(TraceId product, Period period);

  /** Of those that count so for a product, the one whose period ends last. */
  Optional<Proposal> latestAccepted(TraceId product);
}
