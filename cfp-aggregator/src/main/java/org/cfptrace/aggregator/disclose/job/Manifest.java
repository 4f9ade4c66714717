package org.cfptrace.aggregator.disclose.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

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

  /** Part of what an export follows from: another version may write other bytes. */
  static final String SOFTWARE = "CFP Trace 0.1.0";

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

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  private record SubjectManifest(
      String exportId,
      TargetName target,
      String subject,
      Shown shows,
      List<Named> results,
      List<Input> inputs,
      List<FactorSource> factorSets,
      List<String> structureVersions,
      List<Named> method,
      String gxReduction,
      List<FindingEntry> findings,
      List<FileEntry> files) {}

  /** A subject by the digest of its manifest (SHA-256, hexadecimal). */
  record SubjectEntry(String subject, String folder, String manifestSha256) {}

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  private record WholeManifest(
      String exportId,
      TargetName target,
      Shown shows,
      String software,
      Instant asOf,
      Optional<String> plant,
      Period period,
      Optional<Stamp.Overridden> overridden,
      Optional<String> supersedes,
      List<SubjectEntry> subjects) {}

  /** The manifest of one subject's files. */
  static ExportFile ofSubject(
      TargetName target,
      Shown shows,
      String subject,
      Gathered<?> gathered,
      Stamp stamp,
      List<ExportFile> files) {
    Evidence evidence = gathered.evidence();
    return file(
        new SubjectManifest(
            stamp.exportId(),
            target,
            subject,
            shows,
            gathered.results(),
            evidence.inputs(),
            evidence.factorSets(),
            evidence.structureVersions(),
            evidence.method(),
            "none: reductions and offsets stand apart and change no figure here",
            gathered.findings().stream().map(FindingEntry::of).toList(),
            files.stream().map(Manifest::entry).toList()));
  }

  /** The manifest of the whole. */
  static ExportFile ofWhole(Export export, Shown shows, Stamp stamp, List<SubjectEntry> subjects) {
    return file(
        new WholeManifest(
            stamp.exportId(),
            export.target(),
            shows,
            SOFTWARE,
            stamp.asOf(),
            export.order().plant(),
            export.order().period(),
            stamp.override(),
            stamp.supersedes(),
            subjects));
  }

  /**
   * The name an export has because of its inputs: the same inputs, the same name.
   *
   * @param keptSubjects subject, options and what was gathered, in their order
   */
  static String exportId(Export export, Shown shows, List<String> keptSubjects) {
    List<Object> inputs = new ArrayList<>();
    Export.Order order = export.order();
    inputs.add(
        List.of(
            SOFTWARE,
            export.target(),
            shows,
            order.plant().orElse(""),
            order.period().from().toString(),
            order.period().to().toString(),
            order.asOf().toString(),
            order.supersedes().map(Object::toString).orElse(""),
            export.progress().overridden().map(it -> it.by() + ": " + it.reason()).orElse("")));
    inputs.addAll(keptSubjects);
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

  private static ExportFile file(Object manifest) {
    return new ExportFile(
        NAME, JSON, requireNonNull(FactsJson.writePretty(manifest)).getBytes(UTF_8));
  }
}
