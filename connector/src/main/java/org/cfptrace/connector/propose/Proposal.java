package org.cfptrace.connector.propose;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.FootprintProposalBody;
import org.cfptrace.envelope.ProposalId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;

/**
 * What an aggregator proposes to state of a product of ours.
 *
 * @param thread in which it is answered
 * @param settled empty while it waits for a person
 */
public record Proposal(
    ParticipantId proposer,
    String thread,
    FootprintProposalBody body,
    Instant receivedAt,
    Optional<Settled> settled) {
  public Proposal {
    requireNonNull(proposer, "proposer");
    requireNonNull(thread, "thread");
    requireNonNull(body, "body");
    requireNonNull(receivedAt, "receivedAt");
    requireNonNull(settled, "settled");
  }

  /** How far a proposal is. */
  public enum State {
    /** For a person to look at. */
    WAITING,
    /** Stated as ours. */
    ACCEPTED,
    /** We will not state it. */
    REFUSED
  }

  /**
   * What a person has decided.
   *
   * @param reason there exactly when it is refused
   * @param statement there exactly when it is accepted
   */
  public record Settled(
      String by, Instant at, Optional<String> reason, Optional<DeclarationId> statement) {
    public Settled {
      requireNonNull(by, "by");
      requireNonNull(at, "at");
      requireNonNull(reason, "reason");
      requireNonNull(statement, "statement");
    }
  }

  public ProposalId id() {
    return body.proposalId();
  }

  public TraceId product() {
    return body.product().traceId();
  }

  public Period period() {
    return body.period().period();
  }

  public State state() {
    return settled
        .map(end -> end.reason().isPresent() ? State.REFUSED : State.ACCEPTED)
        .orElse(State.WAITING);
  }
}
