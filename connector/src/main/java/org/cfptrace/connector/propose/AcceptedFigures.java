package org.cfptrace.connector.propose;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.connector.declare.WhatToDeclare;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.JsonClaim;
import org.cfptrace.envelope.FootprintProposalBody;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.strict.StrictJson;

/**
 * What is declared of a product: the figure a person has accepted for that period, or else what our
 * own rooms add up.
 */
public final class AcceptedFigures implements WhatToDeclare {
  private final WhatToDeclare own;
  private final Proposals proposals;

  public AcceptedFigures(WhatToDeclare own, Proposals proposals) {
    this.own = requireNonNull(own, "own");
    this.proposals = requireNonNull(proposals, "proposals");
  }

  @Override
  public Known of(TraceId product, Optional<Period> period) {
    if (period.isPresent()) {
      Optional<Proposal> accepted = proposals.accepted(product, period.get());
      Known known = own.of(product, period);
      return accepted.map(proposal -> instead(known, proposal)).orElse(known);
    }
    Known usual = own.of(product, period);
    return proposals
        .latestAccepted(product)
        .filter(proposal -> isUsual(proposal, usual))
        .map(proposal -> instead(own.of(product, Optional.of(proposal.period())), proposal))
        .orElse(usual);
  }

  /** The later period of the two, if anything is known of ours. */
  private static boolean isUsual(Proposal proposal, Known usual) {
    return !usual.isAnythingKnown()
        || !usual.footprint().period().to().isAfter(proposal.period().to());
  }

  private static Known instead(Known own, Proposal proposal) {
    return new Known(
        own.product(),
        ProposedFootprint.of(proposal),
        proposal.body().method(),
        own.onward(),
        Optional.of(new Known.Origin(said(proposal), proposal.body().period().validUntil())));
  }

  /** For an auditor: who worked it out, and the digest of the explanation it has given. */
  private static JsonClaim said(Proposal proposal) {
    var json = StrictJson.object();
    json.putObject(FootprintProposalBody.ORIGIN)
        .put("proposalId", proposal.id().toString())
        .put("proposedBy", proposal.proposer().did())
        .put("madeFrom", proposal.body().madeFrom());
    return new JsonClaim(ClaimName.EXT, json);
  }
}
