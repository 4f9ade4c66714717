package org.cfptrace.connector.propose.adapter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.cfptrace.connector.propose.Proposal;
import org.cfptrace.connector.propose.Proposal.Settled;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.envelope.FootprintProposalBody;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
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
    @Schema(description = "the aggregator that has worked it out") String proposedBy,
    String traceId,
    String name,
    String unit,
    PeriodForm period,
    LocalDate validUntil,
    String exclBiogenicUptake,
    String inclBiogenicUptake,
    boolean complete,
    String estimatedShare,
    @Schema(description = "the stages it is divided by") StageProfile profile,
    @Schema(description = "by stage, biogenic uptake included") Map<String, String> stages,
    @Schema(description = "percent; missing where nobody knows") @Nullable String primaryDataShare,
    @Schema(description = "of how many figures it is made") int sources,
    @Schema(description = "how many of them do not count") int missing,
    @Schema(description = "SHA-256 of the aggregator's explanation") String madeFrom,
    Proposal.State state,
    Instant receivedAt,
    @Nullable Instant settledAt,
    @Nullable String settledBy,
    @Schema(description = "why it was refused") @Nullable String reason,
    @Schema(description = "our own statement of it") @Nullable String declarationId) {

  /** Why a proposal is refused. */
  @Schema(name = "ProposalRefusal")
  record RefusalForm(@Schema(required = true, maxLength = 1000) String reason) {
    private static final int LONGEST = 1000;

    static String read(Body body) {
      FieldErrors errors = new FieldErrors();
      Fields fields = body.fields(errors);
      var reason = fields.requiredText("reason", LONGEST);
      fields.refuseOthers();
      errors.refuseIfAny();
      return reason.orElseThrow();
    }
  }

  static ProposalForm of(Proposal proposal) {
    FootprintProposalBody body = proposal.body();
    TotalClaim total = body.total();
    return new ProposalForm(
        proposal.id().toString(),
        proposal.proposer().did(),
        proposal.product().toString(),
        body.product().productName(),
        body.product().unit().text(),
        PeriodForm.of(proposal.period()),
        body.period().validUntil(),
        total.exclBiogenicUptake().text(),
        total.inclBiogenicUptake().text(),
        total.complete(),
        total.estimatedShare().text(),
        body.stages().profile(),
        stages(body.stages().cells()),
        body.quality()
            .flatMap(quality -> quality.primaryDataShare())
            .map(PrimaryDataShare::percent)
            .map(percent -> percent.toPlainString())
            .orElse(null),
        body.inputs().sources(),
        body.inputs().missing(),
        body.madeFrom(),
        proposal.state(),
        proposal.receivedAt(),
        proposal.settled().map(Settled::at).orElse(null),
        proposal.settled().map(Settled::by).orElse(null),
        proposal.settled().flatMap(Settled::reason).orElse(null),
        proposal.settled().flatMap(Settled::statement).map(DeclarationId::value).orElse(null));
  }

  private static Map<String, String> stages(Emissions cells) {
    Map<String, String> stages = new TreeMap<>();
    for (Stage stage : cells.stages()) {
      stages.put(stage.jsonName(), cells.inStage(stage).inclBiogenicUptake().text());
    }
    return stages;
  }
}
