package org.cfptrace.aggregator.propose;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.ProposalAnswerBody;
import org.cfptrace.exchange.receive.BodyHandler;
import org.cfptrace.exchange.receive.Handled;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.receive.Why;
import org.cfptrace.exchange.receive.Why.Trouble;
import org.cfptrace.verify.VerifiedMessage;

/** Takes what a company answers to what was proposed to it; to nobody else's, and once. */
public final class TakeProposalAnswers {
  private final Proposals proposals;
  private final Clock clock;

  public TakeProposalAnswers(Proposals proposals, Clock clock) {
    this.proposals = requireNonNull(proposals, "proposals");
    this.clock = requireNonNull(clock, "clock");
  }

  public MessageHandler handler() {
    return new BodyHandler<>(
        MessageType.PROPOSAL_ANSWER, ProposalAnswerBody::fromJson, this::answered);
  }

  private Handled answered(VerifiedMessage message, ProposalAnswerBody body) {
    return proposals.answered(new Tenant(message.issuer()), body, clock.instant())
        ? Handled.done()
        : new Handled.Refused(
            Why.of(Trouble.UNKNOWN_PROPOSAL, "nothing of that id waits for the sender's answer"));
  }
}
