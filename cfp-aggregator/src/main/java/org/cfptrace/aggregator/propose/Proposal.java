package org.cfptrace.aggregator.propose;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.envelope.FootprintProposalBody;
import org.cfptrace.envelope.ProposalAnswerBody;
import org.cfptrace.envelope.ProposalId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;

/**
 * A figure that was proposed to the company whose product it is of.
 *
 * @param explanation the sum in sentences, in the one spelling that {@code madeFrom} is the digest
 *     of
 * @param answer empty until the company has answered
 */
public record Proposal(
    FootprintProposalBody body,
    String explanation,
    String proposedBy,
    Instant proposedAt,
    Optional<Answer> answer) {
  public Proposal {
    requireNonNull(body, "body");
    requireNonNull(explanation, "explanation");
    requireNonNull(proposedBy, "proposedBy");
    requireNonNull(proposedAt, "proposedAt");
    requireNonNull(answer, "answer");
  }

  /** How far a proposal is. */
  public enum State {
    /** No answer yet. */
    PROPOSED,
    /** The company has stated it. */
    ACCEPTED,
    /** The company will not state it. */
    REFUSED
  }

  /** What the company has said, and when it came. */
  public record Answer(ProposalAnswerBody body, Instant at) {
    public Answer {
      requireNonNull(body, "body");
      requireNonNull(at, "at");
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
    return answer
        .map(given -> given.body().isAccepted() ? State.ACCEPTED : State.REFUSED)
        .orElse(State.PROPOSED);
  }
}
