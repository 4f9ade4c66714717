package org.cfptrace.aggregator.collect.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.collect.AuditorsWord;
import org.cfptrace.aggregator.collect.CollectedDeclaration;
import org.cfptrace.aggregator.collect.DeclarationState;
import org.cfptrace.aggregator.collect.Fall;
import org.cfptrace.aggregator.collect.Recall;
import org.cfptrace.aggregator.collect.WithdrawnAttestation;
import org.cfptrace.audit.Doubt;
import org.cfptrace.chain.Coverage;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.MethodClaim;
import org.cfptrace.declaration.PeriodClaim;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.envelope.PresentationBody.Fallen;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.rollup.Bilingual;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A collected declaration on the wire, as far as its issuer shows it. */
@Schema(description = "A verified declaration; what its issuer withholds is not there.")
public record DeclarationForm(
    String declarationId,
    @Schema(description = "who signed it") String issuer,
    String traceId,
    String productName,
    String category,
    @Schema(description = "every value is per one of these") String unit,
    PeriodForm period,
    DeclarationState state,
    @Schema(description = "the issuer's correction of it") @Nullable String supersededBy,
    @Schema(description = "why the issuer has withdrawn it") @Nullable String recallReason,
    @Nullable Instant recalledAt,
    @Schema(description = "why a declaration that was handed on is no figure any more")
        @Nullable FallenForm fallen,
    @Schema(
            description =
                "since when figures are missing behind it, as who has handed it on was told")
        @Nullable LocalDate incompleteSince,
    @Schema(description = "missing while the issuer withholds it; missing is never zero")
        @Nullable TotalForm total,
    @Schema(description = "as declared", implementation = Object.class) @Nullable JsonNode quality,
    @Schema(description = "as declared", implementation = Object.class) @Nullable JsonNode method,
    @Schema(description = "the auditor's word that its issuer has attached, where one is shown")
        @Nullable AuditorsWordForm auditorsWord,
    @Schema(description = "the names of all claims shown to us") List<String> shown,
    @Schema(
            description =
                "its auditor has taken back the word attached to it (attest); missing otherwise")
        @Nullable AttestationWithdrawnForm attestationWithdrawn,
    Instant issuedAt,
    Instant receivedAt) {
  /** The days a figure speaks of, and the last day it may be used. */
  public record PeriodForm(LocalDate from, LocalDate to, LocalDate validUntil) {
    static PeriodForm of(PeriodClaim period) {
      return new PeriodForm(period.period().from(), period.period().to(), period.validUntil());
    }
  }

  /** What the company that has handed it on says of it now. */
  @Schema(name = "Fallen")
  public record FallenForm(
      Fallen.Kind kind,
      @Nullable String reason,
      @Schema(description = "the day on which that company heard or decided it") LocalDate on,
      @Schema(description = "when it was told here") Instant since) {
    static FallenForm of(Fall fall) {
      return new FallenForm(fall.kind(), fall.reason().orElse(null), fall.on(), fall.since());
    }
  }

  /** What an auditor's word is worth. */
  @Schema(name = "AuditorsWord")
  public record AuditorsWordForm(
      @Schema(description = "false: nobody has looked at it yet, and nothing is known")
          boolean judged,
      @Schema(description = "who is said to have signed it") @Nullable String auditor,
      @Schema(
              description = "percent of the emissions that it verifies, where it is relied on",
              examples = "100")
          @Nullable String verifiedPercent,
      @Schema(description = "why it is not relied on; empty where it is") List<DoubtForm> doubts) {
    static AuditorsWordForm of(AuditorsWord word) {
      return new AuditorsWordForm(
          word.isJudged(),
          word.auditor().map(ParticipantId::did).orElse(null),
          word.verified().map(Coverage::text).orElse(null),
          word.doubts().stream().map(doubt -> new DoubtForm(doubt, doubt.words())).toList());
    }
  }

  /** Why a word is not relied on. */
  @Schema(name = "AuditorsWordDoubt")
  public record DoubtForm(Doubt code, Bilingual text) {}

  /** An auditor has taken back the word that is attached. */
  @Schema(name = "AttestationWithdrawn")
  public record AttestationWithdrawnForm(
      String auditorId, @Schema(description = "when") Instant at, String reason) {
    static AttestationWithdrawnForm of(WithdrawnAttestation withdrawn) {
      return new AttestationWithdrawnForm(
          withdrawn.auditor().did(), withdrawn.at(), withdrawn.reason());
    }
  }

  static DeclarationForm of(
      CollectedDeclaration declaration, Optional<WithdrawnAttestation> withdrawn, LocalDate day) {
    return new DeclarationForm(
        declaration.id().value(),
        declaration.issuer().did(),
        declaration.product().traceId().toString(),
        declaration.product().productName(),
        declaration.product().category(),
        declaration.product().unit().text(),
        PeriodForm.of(declaration.period()),
        declaration.stateOn(day),
        declaration.supersededBy().map(DeclarationId::value).orElse(null),
        declaration.recall().map(Recall::reason).orElse(null),
        declaration.recall().map(Recall::at).orElse(null),
        declaration.fall().map(FallenForm::of).orElse(null),
        declaration.incompleteSince().orElse(null),
        declaration.total().map(TotalForm::of).orElse(null),
        declaration.quality().map(QualityClaim::toJson).orElse(null),
        declaration.method().map(MethodClaim::toJson).orElse(null),
        declaration.auditorsWord().map(AuditorsWordForm::of).orElse(null),
        declaration.shown(),
        withdrawn.map(AttestationWithdrawnForm::of).orElse(null),
        declaration.issuedAt(),
        declaration.receivedAt());
  }
}
