package org.cfptrace.bundle;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.chain.ChainWorld;
import org.cfptrace.chain.EarlierWord;
import org.cfptrace.chain.HopAnswer;
import org.cfptrace.chain.ShownDeclaration;
import org.cfptrace.chain.Spoils;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.OwnClaim;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.Reason;

/**
 * Bundles as files, as {@code deploy/verify} takes them, with the trust anchor they hold under.
 * Written anew by {@link #main}.
 */
public final class EvidenceFiles {
  /** Seen from the module's directory, where tests run. */
  static final Path DIRECTORY = Path.of("src", "test", "resources", "vectors", "evidence");

  /** The one that holds. */
  static final String GOOD = "three-companies.json";

  private EvidenceFiles() {}

  /**
   * A bundle and what is to come of it.
   *
   * @param exit how {@code deploy/verify} ends
   * @param reason why; empty when it holds
   */
  @SuppressWarnings("ArrayRecordComponent") // written and read, never compared
  record Published(byte[] file, int exit, Optional<Reason> reason) {
    static Published holds(SignedBundle bundle) {
      return new Published(BundleFile.write(bundle), 0, Optional.empty());
    }

    static Published fails(SignedBundle bundle, Reason reason) {
      return fails(BundleFile.write(bundle), reason);
    }

    static Published fails(byte[] file, Reason reason) {
      return new Published(file, 1, Optional.of(reason));
    }

    static Published isNoBundle(byte[] file) {
      return new Published(file, 2, Optional.of(Reason.MALFORMED_PAYLOAD));
    }
  }

  /** The bundles by name; all are spoiled as their name says, but those that are to hold. */
  static Map<String, Published> bundles() {
    return Made.ALL;
  }

  /** Made once in a run: each is an audit of its own. */
  private static final class Made {
    static final Map<String, Published> ALL = Collections.unmodifiableMap(make());
  }

  private static Map<String, Published> make() {
    byte[] good = SampleAudit.accepted();
    Map<String, Published> bundles = new LinkedHashMap<>();
    bundles.put(GOOD, new Published(good, 0, Optional.empty()));
    bundles.put("one-byte-flipped.json", Published.fails(flipped(good), Reason.EVIDENCE_DIFFERS));
    bundles.put(
        "line-end-behind.json",
        Published.isNoBundle((new String(good, UTF_8) + "\n").getBytes(UTF_8)));
    bundles.put(
        "own-four-input-three-total-eight.json", Published.fails(wrongSum(), Reason.SUM_DIFFERS));
    bundles.put("rating-without-process.json", Published.holds(ratingWithoutProcess()));
    bundles.put("two-stories.json", Published.fails(twoStories(), Reason.STATEMENT_DIFFERS));
    bundles.putAll(SpoiledLog.all());
    return bundles;
  }

  /** The files by name. */
  static Map<String, byte[]> all() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("trust-anchor.json", SampleAudit.anchor().toJson().getBytes(UTF_8));
    ObjectNode expected = StrictJson.object();
    bundles()
        .forEach(
            (name, published) -> {
              files.put(name, published.file());
              ObjectNode answer = expected.putObject(name).put("exit", published.exit());
              published.reason().ifPresent(reason -> answer.put("reason", reason.name()));
            });
    files.put(
        "expected.json", (expected.toPrettyString().replace("\r", "") + "\n").getBytes(UTF_8));
    return files;
  }

  private static byte[] flipped(byte[] good) {
    byte[] file = good.clone();
    // A letter in the disclosures of A's statement.
    file[file.length / 2] ^= 1;
    return file;
  }

  private static SignedBundle wrongSum() {
    SampleAudit audit = new SampleAudit();
    ChainWorld.Copy part =
        audit.world.sell(
            audit
                .b
                .makes("part", DeclaredUnit.PIECE)
                .emitting("5")
                .of(audit.steel("3"), SampleAudit.ONE)
                .spoiled(draft -> draft.with(new OwnClaim(ChainWorld.fossil("4"))))
                .state(),
            audit.c);
    return audit.bundle(audit.car(part));
  }

  /** C shows of its car how good its data is, and not from what that follows. */
  private static SignedBundle ratingWithoutProcess() {
    SampleAudit audit = new SampleAudit();
    ChainWorld.Copy steel = audit.steel("3");
    ChainWorld.Copy part = audit.part(steel);
    ChainWorld.Made car = audit.car(part);
    Map<DeclarationId, LoggedEntry> proofs = audit.world.proofs();
    ShownDeclaration shown = audit.world.shown(car, proofs);
    Map<DeclarationId, HopAnswer> answers = new LinkedHashMap<>();
    for (ChainWorld.Copy each : List.of(part, steel)) {
      answers.put(each.signed().id(), new HopAnswer.Shown(audit.world.shown(each, proofs)));
    }
    return audit.bundle(
        car,
        new ShownDeclaration(
            Spoils.hiding(shown.declaration(), ClaimName.PROCESS),
            shown.statement(),
            shown.proof(),
            shown.statementProof(),
            shown.inputs()),
        answers);
  }

  /** Another audit of the same auditor was shown A's steel with 2 kg; both statements stand. */
  static SignedBundle twoStories() {
    SampleAudit audit = new SampleAudit();
    ChainWorld.Made other = audit.a.makes("steel", DeclaredUnit.PIECE).emitting("2").state();
    ChainWorld.Made car = audit.car(audit.part(audit.steel("3")));
    LoggedEntry proof = audit.world.proofs().get(other.statement().id());
    EarlierWord word =
        EarlierWord.of(
            audit.a.id(),
            new String(other.statement().bytes(), US_ASCII),
            Optional.ofNullable(proof));
    return audit.reported(car, audit.bundle(car).evidence().beside(List.of(word)));
  }

  /** Writes the files; run it in the module's directory. */
  public static void main(String[] arguments) throws IOException {
    Files.createDirectories(DIRECTORY);
    for (Map.Entry<String, byte[]> file : all().entrySet()) {
      Files.write(DIRECTORY.resolve(file.getKey()), file.getValue());
    }
  }
}
