package org.cfptrace.aggregator.disclose.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cfptrace.aggregator.disclose.Digests;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.disclose.JsonSchemas;

/** Reads manifests back, as they are kept, and holds them against their schemas and the files. */
final class ManifestFaults {
  private ManifestFaults() {}

  /**
   * What does not hold of a subject.
   *
   * @param files that are in the ZIP beside the manifest
   */
  static List<String> ofSubject(
      ExportFile manifest, ExportFile provenance, List<ExportFile> files, String exportId) {
    List<String> faults = new ArrayList<>();
    faults.addAll(JsonSchemas.faults("cfp-export-subject-1", manifest.bytes()));
    faults.addAll(JsonSchemas.faults("cfp-export-provenance-1", provenance.bytes()));
    if (!faults.isEmpty()) {
      return faults;
    }
    JsonNode read = json(manifest);
    Map<String, String> named = new TreeMap<>();
    read.get("files")
        .forEach(
            file ->
                named.put(
                    file.get("name").textValue(),
                    file.get("sha256").textValue() + " " + file.get("bytes").asText()));
    Map<String, String> made = new TreeMap<>();
    files.forEach(
        file -> made.put(file.name(), Digests.sha256(file.bytes()) + " " + file.bytes().length));
    hold(faults, "manifest.json names the files", made, named);
    hold(
        faults,
        "manifest.json names the provenance",
        Digests.sha256(provenance.bytes()),
        read.get("provenanceSha256").textValue());
    hold(faults, "manifest.json is of", exportId, read.get("exportId").textValue());
    hold(faults, "provenance.json is of", exportId, json(provenance).get("exportId").textValue());
    return faults;
  }

  /** What does not hold of the whole. */
  static List<String> ofWhole(
      ExportFile manifest, List<Manifest.SubjectEntry> subjects, String exportId) {
    List<String> faults =
        new ArrayList<>(JsonSchemas.faults("cfp-export-manifest-1", manifest.bytes()));
    if (!faults.isEmpty()) {
      return faults;
    }
    JsonNode read = json(manifest);
    List<Manifest.SubjectEntry> named = new ArrayList<>();
    read.get("subjects")
        .forEach(
            subject ->
                named.add(
                    new Manifest.SubjectEntry(
                        subject.get("subject").textValue(),
                        subject.get("folder").textValue(),
                        subject.get("manifestSha256").textValue())));
    if (!named.equals(subjects)) {
      faults.add("manifest.json does not name the manifests of the subjects in their order");
    }
    hold(faults, "manifest.json counts", subjects.size(), read.get("products").intValue());
    hold(faults, "manifest.json is of", exportId, read.get("exportId").textValue());
    return faults;
  }

  private static JsonNode json(ExportFile file) {
    return FactsJson.tree(new String(file.bytes(), UTF_8));
  }

  private static void hold(List<String> faults, String what, Object expected, Object seen) {
    if (!expected.equals(seen)) {
      faults.add(what + ": expected " + expected + ", seen " + seen);
    }
  }
}
