package org.cfptrace.aggregator.disclose.adapter;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.TargetName;
import org.cfptrace.aggregator.disclose.job.Export;
import org.cfptrace.aggregator.disclose.job.ExportInputs.Fate;
import org.cfptrace.aggregator.disclose.job.ExportState;
import org.cfptrace.aggregator.disclose.job.Notices.Notice;
import org.cfptrace.declaration.DeclarationId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That an input of an export stands no more, and what can be done about it. */
@Schema(name = "ExportNotification")
record ExportNotificationForm(
    String id,
    @Schema(description = "the job, as in /exports/{id}") String export,
    @Nullable String exportId,
    TargetName target,
    @Schema(description = "of the export, now") ExportState state,
    @Schema(description = "the input that stands no more, where it is a declaration")
        @Nullable String declarationId,
    @Schema(
            description =
                "the input that your company has written anew or taken out, where it is one")
        @Nullable String source,
    Fate kind,
    Instant since,
    @Schema(
            description =
                "POST there makes it anew, as it is known now; while the export stands and what it"
                    + " is about was not taken out")
        @Nullable String correction,
    @Schema(description = "the correction that was ordered") @Nullable String correctedBy) {

  static ExportNotificationForm of(
      Notice notice, Export export, boolean canBeMadeAnew, Optional<Export> correction) {
    boolean offered = export.state().stands() && canBeMadeAnew;
    return new ExportNotificationForm(
        Long.toString(notice.number()),
        export.id().toString(),
        export.progress().exportId().orElse(null),
        export.target(),
        export.state(),
        notice.mark().declaration().map(DeclarationId::value).orElse(null),
        notice.mark().source().orElse(null),
        notice.mark().kind(),
        notice.mark().at(),
        offered ? ExportResource.WHERE + export.id() + "/correction" : null,
        correction.map(it -> it.id().toString()).orElse(null));
  }
}
