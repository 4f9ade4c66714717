package org.cfptrace.connector.propose;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.connector.declare.DeclareFootprint;
import org.cfptrace.connector.product.Products;
import org.cfptrace.connector.product.StaleProducts;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.ProposalAnswerBody;
import org.cfptrace.envelope.ProposalId;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.policy.Release;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/**
 * A person settles a proposal, in the transaction under way. Accepting makes the company's own
 * statement of it, the same way as every other; what is declared to anybody afterwards of that
 * product and period is a copy of it.
 */
public final class SettleProposal {
  private final Proposals proposals;
  private final Products products;
  private final DeclareFootprint declare;
  private final StaleProducts staleProducts;
  private final PostMessage post;
  private final Clock clock;

  public SettleProposal(
      Proposals proposals,
      Products products,
      DeclareFootprint declare,
      StaleProducts staleProducts,
      PostMessage post,
      Clock clock) {
    this.proposals = requireNonNull(proposals, "proposals");
    this.products = requireNonNull(products, "products");
    this.declare = requireNonNull(declare, "declare");
    this.staleProducts = requireNonNull(staleProducts, "staleProducts");
    this.post = requireNonNull(post, "post");
    this.clock = requireNonNull(clock, "clock");
  }

  /** States what is proposed, and says so to who proposed it. */
  public Proposal accept(ProposalId id, String by) {
    Proposal proposal = waiting(id);
    refuseUnlessUnitIsTheSame(proposal);
    proposals.accept(id, by, clock.instant());
    DeclarationId statement =
        declare.declare(
            new DeclareFootprint.Wish(
                proposal.product(),
                Audience.SELF,
                Optional.empty(),
                Optional.of(proposal.period()),
                Release.of(Set.of())));
    proposals.stated(id, statement);
    // Those who were told another figure of that product hear of this one, by their rule.
    staleProducts.mark(proposal.product(), StaleProducts.Cause.OWN_CHANGE, clock.instant());
    answer(proposal, ProposalAnswerBody.accepted(id, statement));
    return found(id);
  }

  /** Refuses it, and says why to who proposed it. */
  public Proposal refuse(ProposalId id, String reason, String by) {
    Proposal proposal = waiting(id);
    proposals.refuse(id, reason, by, clock.instant());
    answer(proposal, ProposalAnswerBody.refused(id, reason));
    return found(id);
  }

  private Proposal waiting(ProposalId id) {
    Proposal proposal =
        proposals.lock(id).orElseThrow(() -> Refused.notFound("proposal", id.toString()));
    if (proposal.state() != Proposal.State.WAITING) {
      throw Refused.illegalMove(
          "a proposal is settled once; this is " + proposal.state() + " already",
          proposal.state(),
          List.of());
    }
    return proposal;
  }

  /** The product may have been changed, or removed, since it came. */
  private void refuseUnlessUnitIsTheSame(Proposal proposal) {
    DeclaredUnit unit =
        products
            .find(proposal.product())
            .orElseThrow(() -> Refused.notFound("product", proposal.product()))
            .value()
            .unit();
    if (unit != proposal.body().product().unit()) {
      throw new Refused(
          ProblemCode.UNIT_MISMATCH,
          "proposed per " + proposal.body().product().unit() + ", the product is per " + unit);
    }
  }

  private void answer(Proposal proposal, ProposalAnswerBody body) {
    post.post(
        proposal.proposer(),
        Way.INBOX,
        proposal.thread(),
        MessageType.PROPOSAL_ANSWER,
        body.toJson());
  }

  private Proposal found(ProposalId id) {
    return proposals.find(id).orElseThrow(() -> new IllegalStateException("a proposal is kept"));
  }
}
