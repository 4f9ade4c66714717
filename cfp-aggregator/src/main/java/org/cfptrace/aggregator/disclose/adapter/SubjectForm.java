package org.cfptrace.aggregator.disclose.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.job.ExportFiles;
import org.cfptrace.aggregator.disclose.job.ExportSubjects.Known;
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
            implementation = Object.class,
            description =
                "preview: everything the files say of it; only where one subject is asked for")
        @Nullable JsonNode discloses,
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

  /** In a list: the heaviest findings. */
  static SubjectForm of(Known known) {
    return new SubjectForm(
        known.place(),
        known.subject(),
        findings(known).stream().limit(MOST_IN_A_LIST).toList(),
        null,
        null,
        null);
  }

  /** By itself. */
  static SubjectForm of(Known known, Optional<String> facts, List<ExportFiles.Filed> files) {
    JsonNode gathered = facts.map(FactsJson::tree).orElse(null);
    return new SubjectForm(
        known.place(),
        known.subject(),
        findings(known),
        gathered == null ? null : gathered.get("results"),
        gathered == null ? null : gathered.get("facts"),
        files.stream().map(ExportForm.FileForm::of).toList());
  }

  private static List<FindingForm> findings(Known known) {
    return known.findings().stream().map(FindingForm::of).toList();
  }
}
