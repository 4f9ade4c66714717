package org.cfptrace.aggregator.propose.adapter;

import java.time.Instant;
import java.time.LocalDate;
import org.cfptrace.aggregator.propose.Proposal;
import org.cfptrace.aggregator.propose.ProposeFootprint;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.form.PeriodForm;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A proposal as it is shown: kg CO2e per one unit of the product. */
@Schema(name = "FootprintProposal")
record ProposalForm(
    String proposalId,
    String traceId,
    String unit,
    PeriodForm period,
    LocalDate validUntil,
    String exclBiogenicUptake,
    String inclBiogenicUptake,
    boolean complete,
    String estimatedShare,
    @Schema(description = "of how many figures it is made") int sources,
    @Schema(description = "how many of them do not count") int missing,
    @Schema(description = "SHA-256 of the explanation at that moment, base64url") String madeFrom,
    Proposal.State state,
    String proposedBy,
    Instant proposedAt,
    @Nullable Instant answeredAt,
    @Schema(description = "why the company refused it") @Nullable String reason,
    @Schema(description = "the company's own statement of it") @Nullable String declarationId) {

  /** For which period, and whether an incomplete total may go. */
  @Schema(name = "ProposalWish")
  record WishForm(
      @Schema(required = true, description = "the figure is the roll-up as of its last day")
          PeriodForm period,
      @Schema(description = "false when not said") @Nullable Boolean acceptIncomplete) {

    static ProposeFootprint.Wish read(Body body, TraceId product) {
      FieldErrors errors = new FieldErrors();
      Fields fields = body.fields(errors);
      var period = PeriodForm.readRequired(fields);
      var acceptIncomplete = fields.flag("acceptIncomplete");
      fields.refuseOthers();
      errors.refuseIfAny();
      return new ProposeFootprint.Wish(
          product, period.orElseThrow(), acceptIncomplete.orElse(false));
    }
  }

  static ProposalForm of(Proposal proposal) {
    TotalClaim total = proposal.body().total();
    return new ProposalForm(
        proposal.id().toString(),
        proposal.product().toString(),
        proposal.body().product().unit().text(),
        PeriodForm.of(proposal.period()),
        proposal.body().period().validUntil(),
        total.exclBiogenicUptake().text(),
        total.inclBiogenicUptake().text(),
        total.complete(),
        total.estimatedShare().text(),
        proposal.body().inputs().sources(),
        proposal.body().inputs().missing(),
        proposal.body().madeFrom(),
        proposal.state(),
        proposal.proposedBy(),
        proposal.proposedAt(),
        proposal.answer().map(Proposal.Answer::at).orElse(null),
        proposal.answer().flatMap(answer -> answer.body().reason()).orElse(null),
        proposal
            .answer()
            .flatMap(answer -> answer.body().declarationId())
            .map(DeclarationId::value)
            .orElse(null));
  }
}
