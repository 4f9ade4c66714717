package org.cfptrace.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cfptrace.chain.ChainWorld;
import org.cfptrace.declaration.OwnClaim;
import org.cfptrace.footprint.DeclaredUnit;

/**
 * Bundles as files, as {@code deploy/verify} takes them, with the trust anchor they hold under.
 * Written anew by {@link #main}.
 */
public final class EvidenceFiles {
  /** Seen from the module's directory, where tests run. */
  static final Path DIRECTORY = Path.of("src", "test", "resources", "vectors", "evidence");

  private EvidenceFiles() {}

  /** The files by name; all but the first bundle are spoiled as their name says. */
  static Map<String, byte[]> all() {
    byte[] good = SampleAudit.accepted();
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("trust-anchor.json", SampleAudit.anchor().toJson().getBytes(UTF_8));
    files.put("three-companies.json", good);
    files.put("one-byte-flipped.json", flipped(good));
    files.put("line-end-behind.json", (new String(good, UTF_8) + "\n").getBytes(UTF_8));
    files.put("own-four-input-three-total-eight.json", wrongSum());
    return files;
  }

  private static byte[] flipped(byte[] good) {
    byte[] file = good.clone();
    // In the middle of A's statement: a letter of a disclosure.
    file[file.length / 2] ^= 1;
    return file;
  }

  private static byte[] wrongSum() {
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
    return BundleFile.write(audit.bundle(audit.car(part)));
  }

  /** Writes the files; run it in the module's directory. */
  public static void main(String[] arguments) throws IOException {
    Files.createDirectories(DIRECTORY);
    for (Map.Entry<String, byte[]> file : all().entrySet()) {
      Files.write(DIRECTORY.resolve(file.getKey()), file.getValue());
    }
  }
}
