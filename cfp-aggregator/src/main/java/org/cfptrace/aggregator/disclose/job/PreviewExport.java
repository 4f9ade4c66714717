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
import org.cfptrace.aggregator.disclose.job.ExportSubjects.Known;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.paper.Pdf;
import org.cfptrace.paper.Workbook;
import org.cfptrace.paper.Xlsx;

/**
 * What will be disclosed of a subject, before it is: the files themselves, as they follow from what
 * was gathered, and nothing that was gathered beside. Making them is the longest part of a job, so
 * a preview that is read again is not made again.
 */
public final class PreviewExport {
  private static final String NOT_NAMED_YET = "urn:cfptrace:export:not-named-yet";
  private static final int MOST_CHARACTERS = 8 * 1024 * 1024;

  private final ExportTables tables;
  private final Targets targets;
  private final RecentPreviews recent = new RecentPreviews(MOST_CHARACTERS);

  public PreviewExport(ExportTables tables, Targets targets) {
    this.tables = requireNonNull(tables, "tables");
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

    /** How long its texts are together, with something for what is no text. */
    int characters() {
      return 1_000
          + results.toString().length()
          + files.stream().mapToInt(page -> page.text().map(String::length).orElse(0)).sum();
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

  /**
   * Shows a subject: the files themselves once they are there, before that as they would be made.
   *
   * @param gathered what was gathered of it, as it is kept
   */
  public Preview of(Tenant tenant, Export export, Known known, String gathered) {
    return recent.find(
        RecentPreviews.Key.of(export, known, gathered),
        () -> made(tenant, export, targets.of(export.target()), known, gathered));
  }

  private <F> Preview made(
      Tenant tenant, Export export, Target<?, F> target, Known known, String kept) {
    Gathered<F> gathered = FactsJson.readGathered(kept, target.facts());
    Audience audience = target.audience(gathered.facts());
    List<ExportFile> files =
        known.manifestSha256().isPresent()
            ? filed(tenant, export, known)
            : toBeFiled(target, gathered, stamp(tenant, export, gathered.findings()));
    return new Preview(
        audience,
        target.disclosed(audience).stream().sorted().toList(),
        FactsJson.tree(kept).get("results"),
        files.stream().map(PreviewExport::page).toList());
  }

  /** What the target has made; the manifest and the provenance tell of that. */
  private List<ExportFile> filed(Tenant tenant, Export export, Known known) {
    return tables.files().list(tenant, export.id(), known.place()).stream()
        .flatMap(it -> tables.files().find(tenant, export.id(), it.path()).stream())
        .filter(it -> !it.name().equals(Manifest.NAME) && !it.name().equals(Manifest.PROVENANCE))
        .toList();
  }

  private Stamp stamp(Tenant tenant, Export export, List<Finding> findings) {
    return new Stamp(
        export.progress().exportId().orElse(NOT_NAMED_YET),
        export.order().asOf(),
        findings,
        export.progress().overridden(),
        tables.exports().corrected(tenant, export));
  }

  private static <F> List<ExportFile> toBeFiled(
      Target<?, F> target, Gathered<F> gathered, Stamp stamp) {
    if (gathered.findings().stream().anyMatch(PreviewExport::forbids)) {
      return List.of();
    }
    try {
      return target.files(gathered.facts(), stamp);
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
