package org.cfptrace.aggregator.propose;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.query.Footprints;
import org.cfptrace.aggregator.query.Footprints.Answered;
import org.cfptrace.aggregator.query.Footprints.Question;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.envelope.FootprintProposalBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.ProposalId;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.Partners;
import org.cfptrace.exchange.partner.Threads;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/**
 * Proposes to a company what its product adds up to here, in the transaction under way: the roll-up
 * as of the last day of the period, sealed to the company's own connector.
 */
public final class ProposeFootprint {
  private final Footprints footprints;
  private final Proposals proposals;
  private final Partners partners;
  private final Threads threads;
  private final PostMessage post;
  private final Clock clock;

  public ProposeFootprint(
      Footprints footprints,
      Proposals proposals,
      Partners partners,
      Threads threads,
      PostMessage post,
      Clock clock) {
    this.footprints = requireNonNull(footprints, "footprints");
    this.proposals = requireNonNull(proposals, "proposals");
    this.partners = requireNonNull(partners, "partners");
    this.threads = requireNonNull(threads, "threads");
    this.post = requireNonNull(post, "post");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * What a person wants proposed.
   *
   * @param acceptIncomplete also where something of the total is missing; it then says so
   */
  public record Wish(TraceId product, Period period, boolean acceptIncomplete) {
    public Wish {
      requireNonNull(product, "product");
      requireNonNull(period, "period");
    }
  }

  /**
   * Proposes.
   *
   * @throws Refused NOT_ALLOWED_NOW where the company's connector is no partner or nothing is
   *     known; TOTAL_INCOMPLETE, with all that is missing; AMOUNT_TOO_LARGE
   */
  public Proposal propose(Tenant tenant, Wish wish, String by) {
    refuseUnlessPartner(tenant.participant());
    Answered answered = footprints.of(tenant, wish.product(), Question.on(wish.period().to()));
    FigureToPropose figure =
        new FigureToPropose(answered.version().structure(), answered.footprint());
    refuseUnlessProposable(figure, answered.footprint(), wish.acceptIncomplete());
    FootprintProposalBody body = figure.body(ProposalId.random(), wish.period());
    Proposal proposal =
        new Proposal(body, figure.explanation(), by, clock.instant(), Optional.empty());
    proposals.add(tenant, proposal);
    post.post(
        tenant.participant(),
        Way.INBOX,
        threads.about(tenant.participant(), Optional.of(wish.product())),
        MessageType.FOOTPRINT_PROPOSAL,
        body.toJson());
    return proposal;
  }

  private void refuseUnlessPartner(ParticipantId company) {
    if (partners.find(company).filter(Partner::isTrusted).isEmpty()) {
      throw new Refused(
          ProblemCode.NOT_ALLOWED_NOW,
          "your own connector is no accepted partner of this aggregator, so nothing can be"
              + " proposed to it");
    }
  }

  private static void refuseUnlessProposable(
      FigureToPropose figure, Footprint footprint, boolean acceptIncomplete) {
    if (!figure.isAnythingKnown()) {
      throw new Refused(
          ProblemCode.NOT_ALLOWED_NOW,
          "nothing is known of this footprint yet: no own emissions, and no part that counts");
    }
    if (!CommittedTotals.canHold(footprint.total())) {
      throw new Refused(
          ProblemCode.AMOUNT_TOO_LARGE, "the total is more than a declaration can hold");
    }
    if (!footprint.isComplete() && !acceptIncomplete) {
      throw new Refused(
          ProblemCode.TOTAL_INCOMPLETE,
          "say acceptIncomplete to propose it as an incomplete total",
          gaps(footprint));
    }
  }

  private static List<FieldError> gaps(Footprint footprint) {
    return footprint.gaps().stream()
        .map(
            gap ->
                new FieldError(
                    gap.lineId() == null ? "own" : "lines." + gap.lineId(),
                    "INCOMPLETE",
                    gap.text().en()))
        .toList();
  }
}
