package org.cfptrace.it.story;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cfptrace.chain.KeyHistory;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.keys.CryptoProviders;
import org.cfptrace.log.Inclusion;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.TrustAnchor;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.Evidence;
import org.cfptrace.verify.EvidenceReader;

/**
 * The evidence in an auditor's pack as a stranger checks it: with the files, a trust anchor and the
 * readers that the offline verifier has, asking nobody. Each declaration is one that a key of its
 * issuer has signed, opens its commitment, and stands in the public log.
 */
final class PackEvidence {
  private static final String TOKEN = "evidence-[0-9]{4}\\.jwt";
  private static final String DIRECTORY = "directory-[0-9]{4}\\.jwt";

  private final Map<String, byte[]> files;
  private final TrustAnchor anchor;

  /**
   * Evidence that is not checked yet.
   *
   * @param files of one product, by their names without folder
   */
  PackEvidence(Map<String, byte[]> files, TrustAnchor anchor) {
    this.files = new TreeMap<>(files);
    this.anchor = anchor;
  }

  /** The names of the declarations. */
  List<String> tokens() {
    return files.keySet().stream().filter(name -> name.matches(TOKEN)).toList();
  }

  /** What does not hold, in sentences; nothing where all holds. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    try {
      Map<ParticipantId, DirectoryEntry> directory = directory();
      EvidenceReader reader =
          new EvidenceReader(
              new KeyHistory(
                  who -> Optional.ofNullable(directory.get(who)), CryptoProviders.chosen()));
      for (String token : tokens()) {
        String name = token.substring(0, token.lastIndexOf('.'));
        fault(name, reader).ifPresent(fault -> faults.add(name + ": " + fault));
      }
    } catch (RuntimeException unreadable) {
      faults.add("cannot be read: " + unreadable.getMessage());
    }
    return faults;
  }

  private Map<ParticipantId, DirectoryEntry> directory() {
    Map<ParticipantId, DirectoryEntry> directory = new HashMap<>();
    for (String name : files.keySet()) {
      if (name.matches(DIRECTORY)) {
        DirectoryEntry entry = DirectoryEntry.read(text(name), anchor);
        directory.put(entry.participant(), entry);
      }
    }
    return directory;
  }

  private Optional<String> fault(String name, EvidenceReader reader) {
    String token = text(name + ".jwt");
    return reader
        .read(token, opening(name), issuer(token))
        .fold(
            accepted -> placeFault(name, accepted.value()),
            held -> Optional.of(held.reason() + ", " + held.detail()),
            refused -> Optional.of(refused.reason() + ", " + refused.detail()));
  }

  /** Only where the total was shown is there an opening. */
  private Optional<CommitmentOpening> opening(String name) {
    return Optional.ofNullable(files.get(name + ".opening.json"))
        .map(StrictJson::parse)
        .map(CommitmentOpening::fromJson);
  }

  private static ParticipantId issuer(String token) {
    String payload = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
    return new ParticipantId(StrictJson.parse(Base64Url.decode(payload)).path("iss").asText());
  }

  private Optional<String> placeFault(String name, Evidence evidence) {
    LoggedEntry logged = LoggedEntry.fromJson(StrictJson.parse(bytes(name + ".proof.json")));
    if (!logged.declarationId().equals(evidence.declaration().id())) {
      return Optional.of("the proof is of declaration " + logged.declarationId());
    }
    if (!text(name + ".checkpoint.txt").equals(logged.checkpoint())) {
      return Optional.of("the checkpoint beside is not that of the proof");
    }
    return logged
        .check(anchor.log().orElseThrow())
        .fold(
            included -> standingFault(evidence, included),
            refused -> Optional.of("not in the log: " + refused.detail()));
  }

  private static Optional<String> standingFault(Evidence evidence, Inclusion included) {
    return evidence
        .judgeAt(included.time())
        .fold(
            stands -> Optional.<String>empty(),
            held -> Optional.of(held.detail()),
            refused -> Optional.of(refused.reason() + ", " + refused.detail()));
  }

  private String text(String name) {
    // The notes of checkpoints have a dash that is no ASCII; tokens have nothing else.
    return new String(bytes(name), name.endsWith(".txt") ? UTF_8 : US_ASCII);
  }

  private byte[] bytes(String name) {
    return Optional.ofNullable(files.get(name))
        .orElseThrow(() -> new IllegalArgumentException("there is no " + name));
  }
}
