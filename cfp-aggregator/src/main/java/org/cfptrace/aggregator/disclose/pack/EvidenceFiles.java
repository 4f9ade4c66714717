package org.cfptrace.aggregator.disclose.pack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cfptrace.aggregator.disclose.Evidence.Input;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.strict.StrictJson;

/** The evidence as files that stand for themselves: {@code evidence-0001.jwt} and its fellows. */
final class EvidenceFiles {
  static final String README = "evidence-README.txt";
  static final String PROOF = ".proof.json";
  static final String CHECKPOINT = ".checkpoint.txt";

  private EvidenceFiles() {}

  static List<ExportFile> of(PackFacts facts, Stamp stamp) {
    List<ExportFile> files = new ArrayList<>();
    files.add(
        new ExportFile(
            README,
            "text/plain; charset=utf-8",
            EvidenceReadme.text(facts, stamp).getBytes(UTF_8)));
    for (int i = 0; i < facts.tokens().size(); i++) {
      PackFacts.Token token = facts.tokens().get(i);
      String name = name(i);
      files.add(
          new ExportFile(name + ".jwt", "application/sd-jwt", token.token().getBytes(US_ASCII)));
      token.opening().ifPresent(it -> files.add(json(name + ".opening.json", it)));
      token
          .proof()
          .ifPresent(
              it -> {
                files.add(json(name + PROOF, it));
                files.add(checkpoint(name, it));
              });
    }
    for (int i = 0; i < facts.directory().size(); i++) {
      files.add(
          new ExportFile(
              directory(i), "application/jwt", facts.directory().get(i).jws().getBytes(US_ASCII)));
    }
    return files;
  }

  /** In which file each declaration is. */
  static Map<String, String> tokenFiles(PackFacts facts) {
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < facts.tokens().size(); i++) {
      files.put(facts.tokens().get(i).declarationId(), name(i) + ".jwt");
    }
    return files;
  }

  /** What the evidence says of a declaration. */
  static Map<String, Input> inputs(PackFacts facts) {
    Map<String, Input> inputs = new LinkedHashMap<>();
    facts.evidence().inputs().forEach(it -> inputs.put(it.declarationId(), it));
    return inputs;
  }

  static String name(int place) {
    return String.format(Locale.ROOT, "evidence-%04d", place + 1);
  }

  static String directory(int place) {
    return String.format(Locale.ROOT, "directory-%04d.jwt", place + 1);
  }

  /** The signed note a proof leads to, as every tool that knows such notes reads it. */
  private static ExportFile checkpoint(String name, String proof) {
    return new ExportFile(
        name + CHECKPOINT, "text/plain; charset=utf-8", logged(proof).checkpoint().getBytes(UTF_8));
  }

  /** A proof as it is kept. */
  static LoggedEntry logged(String proof) {
    return LoggedEntry.fromJson(StrictJson.parseKept(proof));
  }

  private static ExportFile json(String name, String json) {
    return new ExportFile(name, "application/json", json.getBytes(UTF_8));
  }
}
