package org.cfptrace.aggregator.disclose.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.job.ExportFiles;
import org.cfptrace.aggregator.disclose.job.ExportSubjects.Known;
import org.cfptrace.aggregator.disclose.job.PreviewExport;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.ClaimName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A subject of an export: what will be disclosed of it, and what stands in the way. */
@Schema(name = "ExportSubject")
record SubjectForm(
    int place,
    String subject,
    List<FindingForm> findings,
    @Schema(
            implementation = Object.class,
            description = "the figures, with their units; only where one subject is asked for")
        @Nullable JsonNode results,
    @Schema(
            description =
                "as whom the policy knows those who get the files; only where one subject is asked"
                    + " for, as all that follows")
        @Nullable Audience audience,
    @Schema(description = "which claims of a footprint the files disclose")
        @Nullable List<String> discloses,
    @Schema(description = "the files as they will be, and as they are once they are there")
        @Nullable List<PageForm> preview,
    @Nullable List<ExportForm.FileForm> files) {

  private static final int MOST_IN_A_LIST = 20;

  /** A finding. */
  @Schema(name = "ExportFinding")
  record FindingForm(
      Finding.Code code,
      Finding.Weight weight,
      @Schema(description = "ids of lines down to the part; empty for the whole") String path,
      String detail,
      String en,
      String ja) {
    static FindingForm of(Finding finding) {
      Finding.Code code = finding.code();
      return new FindingForm(
          code, code.weight(), finding.path(), finding.detail(), code.en(), code.ja());
    }
  }

  /** A file as it can be read. */
  @Schema(name = "ExportPreview")
  record PageForm(
      String name,
      String mediaType,
      @Schema(description = "none where it is no text, such as an archive of other files")
          @Nullable String text) {
    static PageForm of(PreviewExport.Page page) {
      return new PageForm(page.name(), page.mediaType(), page.text().orElse(null));
    }
  }

  /** In a list: the heaviest findings. */
  static SubjectForm of(Known known) {
    return new SubjectForm(
        known.place(),
        known.subject(),
        findings(known).stream().limit(MOST_IN_A_LIST).toList(),
        null,
        null,
        null,
        null,
        null);
  }

  /** By itself. */
  static SubjectForm of(
      Known known, Optional<PreviewExport.Preview> preview, List<ExportFiles.Filed> files) {
    return new SubjectForm(
        known.place(),
        known.subject(),
        findings(known),
        preview.map(PreviewExport.Preview::results).orElse(null),
        preview.map(PreviewExport.Preview::audience).orElse(null),
        preview.map(SubjectForm::claims).orElse(null),
        preview.map(it -> it.files().stream().map(PageForm::of).toList()).orElse(null),
        files.stream().map(ExportForm.FileForm::of).toList());
  }

  private static List<String> claims(PreviewExport.Preview preview) {
    return preview.claims().stream().map(ClaimName::jsonName).toList();
  }

  private static List<FindingForm> findings(Known known) {
    return known.findings().stream().map(FindingForm::of).toList();
  }
}
