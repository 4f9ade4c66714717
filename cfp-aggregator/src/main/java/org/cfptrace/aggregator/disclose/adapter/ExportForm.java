package org.cfptrace.aggregator.disclose.adapter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.Shown;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.TargetName;
import org.cfptrace.aggregator.disclose.job.Export;
import org.cfptrace.aggregator.disclose.job.ExportFiles;
import org.cfptrace.aggregator.disclose.job.ExportInputs.Fate;
import org.cfptrace.aggregator.disclose.job.ExportInputs.Mark;
import org.cfptrace.aggregator.disclose.job.ExportState;
import org.cfptrace.aggregator.disclose.sign.AskedSignatures;
import org.cfptrace.aggregator.disclose.sign.SignedExports;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.service.form.PeriodForm;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An export job as it is shown. */
@Schema(name = "Export")
record ExportForm(
    String id,
    TargetName target,
    @Schema(description = "which total the files show") Shown shows,
    @Nullable String plant,
    PeriodForm period,
    Instant asOf,
    ExportState state,
    ProgressForm progress,
    @Schema(description = "follows from all inputs: the same inputs, the same name and bytes")
        @Nullable String exportId,
    @Nullable OverrideForm override,
    @Schema(description = "why it failed, was revoked, or waits") @Nullable String trouble,
    @Schema(description = "inputs that stand no more") List<MarkForm> fallenInputs,
    @Schema(
            description =
                "POST …/correction makes it anew, as it is known now; not where your company has"
                    + " taken out or ended what it is about: revoke it")
        boolean correctionOffered,
    @Nullable String supersedes,
    @Nullable String supersededBy,
    String orderedBy,
    Instant orderedAt,
    @Schema(description = "when it became ready, was blocked, or stopped")
        @Nullable Instant endedAt,
    @Schema(description = "by the company's own connector, once it was asked")
        @Nullable SignatureForm signature,
    @Schema(description = "of the whole: its manifest; the ZIP is files/export.zip")
        List<FileForm> files) {

  /** How far it is. */
  @Schema(name = "ExportProgress")
  record ProgressForm(int subjects, int gathered, int rendered) {}

  /** Why it goes on in spite of what blocks. */
  @Schema(name = "ExportOverride")
  record OverrideForm(String reason, String by) {
    static @Nullable OverrideForm of(Stamp.@Nullable Overridden why) {
      return why == null ? null : new OverrideForm(why.reason(), why.by());
    }
  }

  /** An input that stands no more. */
  @Schema(name = "FallenInput")
  record MarkForm(
      @Nullable String declarationId,
      @Schema(
              description =
                  "what your company has written anew or taken out, such as INSTALLATION_YEAR w 2026")
          @Nullable String source,
      Fate kind,
      Instant at) {
    static MarkForm of(Mark mark) {
      return new MarkForm(
          mark.declaration().map(DeclarationId::value).orElse(null),
          mark.source().orElse(null),
          mark.kind(),
          mark.at());
    }
  }

  /** What the company's connector was asked to sign, and what it has said. */
  @Schema(name = "ExportSignature")
  record SignatureForm(
      String requestId,
      @Schema(description = "SHA-256 of manifest.json, base64url") String manifestSha256,
      Instant askedAt,
      @Nullable Instant answeredAt,
      @Schema(description = "the statement is files/signature.jwt") boolean signed,
      @Schema(description = "why the company will not sign it") @Nullable String refusal,
      @Schema(description = "in the public log since then; the proof is files/log-proof.json")
          @Nullable Instant loggedAt) {
    static SignatureForm of(AskedSignatures.Asked asked) {
      SignedExports.Awaited awaited = asked.awaited();
      return new SignatureForm(
          asked.requestId().toString(),
          awaited.manifestSha256(),
          asked.askedAt(),
          asked.answeredAt().orElse(null),
          awaited.signature().isPresent(),
          awaited.refusal().orElse(null),
          asked.loggedAt().orElse(null));
    }
  }

  /** A file. */
  @Schema(name = "ExportFile")
  record FileForm(
      @Schema(description = "behind files/") String path,
      String mediaType,
      String sha256,
      long bytes,
      @Schema(description = "for your company alone, not in export.zip") boolean beside) {
    static FileForm of(ExportFiles.Filed file) {
      return new FileForm(
          file.path(), file.mediaType(), file.sha256(), file.bytes(), file.beside());
    }
  }

  static ExportForm of(
      Export export,
      Shown shows,
      List<Mark> marks,
      boolean canBeMadeAnew,
      Optional<AskedSignatures.Asked> asked,
      List<ExportFiles.Filed> files) {
    Export.Order order = export.order();
    Export.Progress progress = export.progress();
    return new ExportForm(
        export.id().toString(),
        export.target(),
        shows,
        order.plant().orElse(null),
        PeriodForm.of(order.period()),
        order.asOf(),
        export.state(),
        new ProgressForm(export.subjects(), export.gathered(), export.rendered()),
        progress.exportId().orElse(null),
        OverrideForm.of(progress.overridden().orElse(null)),
        progress.trouble().orElse(null),
        marks.stream().map(MarkForm::of).toList(),
        export.state().stands() && !marks.isEmpty() && canBeMadeAnew,
        order.supersedes().map(Object::toString).orElse(null),
        progress.supersededBy().map(Object::toString).orElse(null),
        order.by(),
        order.at(),
        progress.endedAt().orElse(null),
        asked.map(SignatureForm::of).orElse(null),
        files.stream().map(FileForm::of).toList());
  }
}
