package org.cfptrace.aggregator.disclose.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.Target;
import org.cfptrace.aggregator.disclose.Targets;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.paper.Pdf;
import org.cfptrace.paper.Workbook;
import org.cfptrace.paper.Xlsx;

/**
 * What will be disclosed of a subject, before it is: the files themselves, as they follow from what
 * was gathered, and nothing that was gathered beside.
 */
public final class PreviewExport {
  private static final String NOT_NAMED_YET = "urn:cfptrace:export:not-named-yet";

  private final Targets targets;

  public PreviewExport(Targets targets) {
    this.targets = requireNonNull(targets, "targets");
  }

  /**
   * A preview.
   *
   * @param audience as whom the policy knows those who get the files
   * @param claims of a footprint, which the files disclose to these
   * @param results the figures, for the manifest
   * @param files none where they cannot be made
   */
  public record Preview(
      Audience audience, List<ClaimName> claims, JsonNode results, List<Page> files) {
    public Preview {
      requireNonNull(audience, "audience");
      claims = List.copyOf(claims);
      requireNonNull(results, "results");
      files = List.copyOf(files);
    }
  }

  /**
   * A file as it can be read.
   *
   * @param text empty where it is no text, such as an archive of other files
   */
  public record Page(String name, String mediaType, Optional<String> text) {
    public Page {
      requireNonNull(name, "name");
      requireNonNull(mediaType, "mediaType");
      requireNonNull(text, "text");
    }
  }

  /** Shows what was gathered, as it is kept. */
  public Preview of(Export export, String gathered) {
    return of(export, targets.of(export.target()), gathered);
  }

  private static <F> Preview of(Export export, Target<?, F> target, String kept) {
    Gathered<F> gathered = FactsJson.readGathered(kept, target.facts());
    Audience audience = target.audience(gathered.facts());
    Stamp stamp =
        new Stamp(
            export.progress().exportId().orElse(NOT_NAMED_YET),
            export.order().asOf(),
            gathered.findings(),
            export.progress().overridden(),
            Optional.empty());
    return new Preview(
        audience,
        target.disclosed(audience).stream().sorted().toList(),
        FactsJson.tree(kept).get("results"),
        pages(target, gathered, stamp));
  }

  private static <F> List<Page> pages(Target<?, F> target, Gathered<F> gathered, Stamp stamp) {
    if (gathered.findings().stream().anyMatch(PreviewExport::forbids)) {
      return List.of();
    }
    try {
      return target.files(gathered.facts(), stamp).stream().map(PreviewExport::page).toList();
    } catch (RuntimeException cannotBeMade) {
      // The findings say why; where they do not, the job will fail and say it.
      return List.of();
    }
  }

  private static boolean forbids(Finding finding) {
    return finding.code().weight() == Finding.Weight.FORBIDS;
  }

  private static Page page(ExportFile file) {
    return new Page(file.name(), file.mediaType(), text(file));
  }

  private static Optional<String> text(ExportFile file) {
    String name = file.name();
    if (name.endsWith(".pdf")) {
      return Optional.of(Pdf.text(file.bytes()));
    }
    if (name.endsWith(".xlsx")) {
      return Optional.of(text(Xlsx.read(file.bytes())));
    }
    return name.endsWith(".aasx") ? Optional.empty() : Optional.of(new String(file.bytes(), UTF_8));
  }

  /** The cells, a line for each row. */
  private static String text(Workbook workbook) {
    return workbook.sheets().stream()
        .flatMap(sheet -> sheet.rows().stream())
        .map(row -> row.stream().map(Object::toString).collect(Collectors.joining("\t")))
        .collect(Collectors.joining("\n"));
  }
}
