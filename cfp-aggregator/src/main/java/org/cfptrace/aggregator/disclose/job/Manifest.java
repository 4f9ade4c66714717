package org.cfptrace.aggregator.disclose.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.Digests;
import org.cfptrace.aggregator.disclose.Evidence;
import org.cfptrace.aggregator.disclose.Evidence.FactorSource;
import org.cfptrace.aggregator.disclose.Evidence.Input;
import org.cfptrace.aggregator.disclose.Evidence.Named;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.Shown;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.Target;
import org.cfptrace.aggregator.disclose.TargetName;
import org.cfptrace.footprint.Period;
import org.cfptrace.keys.Sha256;
import org.cfptrace.strict.Base64Url;

/**
 * What an export was made of and what it holds, as JSON: one manifest for each subject, and one of
 * the whole that names these by their digests. The company signs the digest of the last one, and
 * with it every file.
 */
public final class Manifest {
  /** The file's name, in each subject's folder and for the whole. */
  public static final String NAME = "manifest.json";

  /** The file's name, in each subject's folder. */
  static final String PROVENANCE = "provenance.json";

  private static final String JSON = "application/json";

  private Manifest() {}

  /** A file by its digest (SHA-256, hexadecimal). */
  record FileEntry(String name, String sha256, long bytes) {}

  /** A finding as it is written. */
  record FindingEntry(Finding.Code code, Finding.Weight weight, String path, String detail) {
    static FindingEntry of(Finding finding) {
      return new FindingEntry(
          finding.code(), finding.code().weight(), finding.path(), finding.detail());
    }
  }

  /** A finding without the part it is about: parts are the company's own business. */
  record KindOfFinding(Finding.Code code, Finding.Weight weight, String says) {
    static KindOfFinding of(Finding finding) {
      Finding.Code code = finding.code();
      return new KindOfFinding(code, code.weight(), code.en());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  private record SubjectManifest(
      String exportId,
      TargetName target,
      String subject,
      Shown shows,
      List<Named> results,
      List<Named> method,
      String gxReduction,
      List<KindOfFinding> findings,
      String provenanceSha256,
      List<FileEntry> files) {}

  private record ProvenanceRecord(
      String salt,
      String exportId,
      String subject,
      List<Input> inputs,
      List<FactorSource> factorSets,
      List<String> structureVersions,
      List<FindingEntry> findings) {}

  /** A subject by the digest of its manifest (SHA-256, hexadecimal). */
  record SubjectEntry(String subject, String folder, String manifestSha256) {}

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  private record WholeManifest(
      String exportId,
      TargetName target,
      String title,
      Shown shows,
      String software,
      Instant asOf,
      Optional<String> plant,
      Period period,
      Optional<Stamp.Overridden> overridden,
      Optional<String> supersedes,
      int products,
      long warnings,
      long overriddenFindings,
      List<SubjectEntry> subjects) {}

  /**
   * Which declarations and factors the figures rest on, and what stood in the way where. It tells
   * who supplies whom, so it lies beside the files unless they are for the company itself or its
   * auditor; the manifest holds its digest.
   *
   * @param salt keeps anybody from finding the content of the digest by trying
   */
  static ExportFile provenance(String subject, Gathered<?> gathered, Stamp stamp, String salt) {
    Evidence evidence = gathered.evidence();
    return file(
        PROVENANCE,
        new ProvenanceRecord(
            salt,
            stamp.exportId(),
            subject,
            evidence.inputs(),
            evidence.factorSets(),
            evidence.structureVersions(),
            gathered.findings().stream().map(FindingEntry::of).toList()));
  }

  /** The manifest of one subject's files. */
  static ExportFile ofSubject(
      Target<?, ?> target,
      String subject,
      Gathered<?> gathered,
      Stamp stamp,
      ExportFile provenance,
      List<ExportFile> files) {
    return file(
        NAME,
        new SubjectManifest(
            stamp.exportId(),
            target.name(),
            subject,
            target.shows(),
            gathered.results(),
            gathered.evidence().method(),
            "none: reductions and offsets stand apart and change no figure here",
            gathered.findings().stream().map(KindOfFinding::of).distinct().toList(),
            Digests.sha256(provenance.bytes()),
            files.stream().map(Manifest::entry).toList()));
  }

  /**
   * The manifest of the whole.
   *
   * @param told how many findings those of the subjects state together
   */
  static ExportFile ofWhole(
      Export export,
      Software software,
      Shown shows,
      Stamp stamp,
      ExportSubjects.Told told,
      List<SubjectEntry> subjects) {
    return file(
        NAME,
        new WholeManifest(
            stamp.exportId(),
            export.target(),
            title(export),
            shows,
            software.name(),
            stamp.asOf(),
            export.order().plant(),
            export.order().period(),
            stamp.override(),
            stamp.supersedes(),
            export.subjects(),
            told.warnings(),
            told.overridden(),
            subjects));
  }

  /** What people read of an export: for whom it is, and of which period. */
  public static String title(Export export) {
    Period period = export.order().period();
    return export.target() + " " + period.from() + " to " + period.to();
  }

  /** How many warnings the manifest of a whole says that its files state. */
  public static int warnings(ExportFile whole) {
    return FactsJson.tree(new String(whole.bytes(), UTF_8)).required("warnings").intValue();
  }

  /**
   * The name an export has because of its inputs: the same inputs, the same name.
   *
   * @param corrected the name of the export that this one corrects
   * @param subjects digests of subject, options and what was gathered, in their order
   */
  static String exportId(
      Export export,
      Software software,
      Shown shows,
      Optional<String> corrected,
      List<String> subjects) {
    List<Object> inputs = new ArrayList<>();
    Export.Order order = export.order();
    inputs.add(
        List.of(
            software.name(),
            export.target(),
            shows,
            order.plant().orElse(""),
            order.period().from().toString(),
            order.period().to().toString(),
            order.asOf().toString(),
            corrected.orElse(""),
            export.progress().overridden().map(it -> it.by() + ": " + it.reason()).orElse("")));
    inputs.addAll(subjects);
    return "urn:cfptrace:export:" + digest(FactsJson.write(inputs));
  }

  /** The digest of one subject's inputs, base64url. */
  static String digest(String text) {
    return Base64Url.encode(Sha256.of(text.getBytes(UTF_8)));
  }

  private static FileEntry entry(ExportFile file) {
    byte[] bytes = file.bytes();
    return new FileEntry(file.name(), Digests.sha256(bytes), bytes.length);
  }

  private static ExportFile file(String name, Object content) {
    return new ExportFile(name, JSON, FactsJson.writePretty(content).getBytes(UTF_8));
  }
}
