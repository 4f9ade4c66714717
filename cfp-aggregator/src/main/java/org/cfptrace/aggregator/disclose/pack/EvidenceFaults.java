package org.cfptrace.aggregator.disclose.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.Digests;
import org.cfptrace.aggregator.disclose.Evidence.Input;

/**
 * Reads the evidence of a pack back: each file is to the byte what was handed in, and each token is
 * what the evidence says of it.
 */
final class EvidenceFaults {
  private final PackFacts facts;
  private final Map<String, byte[]> files;
  private final List<String> faults = new ArrayList<>();

  EvidenceFaults(PackFacts facts, Map<String, byte[]> files) {
    this.facts = requireNonNull(facts, "facts");
    this.files = Map.copyOf(files);
  }

  List<String> all() {
    Map<String, Input> inputs = EvidenceFiles.inputs(facts);
    for (int i = 0; i < facts.tokens().size(); i++) {
      PackFacts.Token token = facts.tokens().get(i);
      String name = EvidenceFiles.name(i);
      try {
        token(name, token, Optional.ofNullable(inputs.get(token.declarationId())));
      } catch (RuntimeException unreadable) {
        // As of every file that is read back: however its reader says so, it is a fault.
        faults.add(name + " cannot be read back: " + unreadable.getMessage());
      }
    }
    for (int i = 0; i < facts.directory().size(); i++) {
      same(EvidenceFiles.directory(i), facts.directory().get(i).jws());
    }
    return faults;
  }

  private void token(String name, PackFacts.Token token, Optional<Input> input) {
    same(name + ".jwt", token.token());
    token.opening().ifPresent(it -> same(name + ".opening.json", it));
    String sha256 = Digests.sha256(bytes(name + ".jwt"));
    if (!input.map(Input::sha256).equals(Optional.of(sha256))) {
      faults.add(name + ".jwt is not the token the evidence names: SHA-256 " + sha256);
    }
    TokenCheck.of(token).forEach(it -> faults.add(name + ", " + token.declarationId() + ": " + it));
    token.proof().ifPresent(it -> proof(name, it));
    if (!token.proof().map(EvidenceFaults::place).equals(input.flatMap(Input::logIndex))) {
      faults.add(name + ": the evidence names another place in the log than its proof");
    }
  }

  private void proof(String name, String proof) {
    same(name + EvidenceFiles.PROOF, proof);
    same(name + EvidenceFiles.CHECKPOINT, EvidenceFiles.logged(proof).checkpoint());
  }

  private static Long place(String proof) {
    return EvidenceFiles.logged(proof).proof().index();
  }

  private void same(String name, String text) {
    if (!new String(bytes(name), UTF_8).equals(text)) {
      faults.add(name + " is not what was handed in, to the byte");
    }
  }

  private byte[] bytes(String name) {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new IllegalStateException("there is no " + name);
    }
    return bytes;
  }
}
