package org.cfptrace.registry.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.cfptrace.participant.TrustAnchor;
import org.cfptrace.registry.certificate.AuthorityFiles;
import org.jboss.logging.Logger;

/** Keeps {@code trust-anchor.json} saying what we are to be trusted by. */
final class AnchorFile {
  private static final Logger LOG = Logger.getLogger(AnchorFile.class);

  private AnchorFile() {}

  static void update(Path directory, TrustAnchor anchor) {
    var file = directory.resolve(AuthorityFiles.TRUST_ANCHOR);
    var wanted = anchor.toJson();
    try {
      if (!Files.exists(file) || !Files.readString(file, UTF_8).equals(wanted)) {
        var draft = Files.createTempFile(directory, "trust-anchor", ".new");
        Files.writeString(draft, wanted, UTF_8);
        Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        LOG.infof("trust anchor written, hand it out anew, file=%s", file);
      }
    } catch (IOException e) {
      // A directory that is only to be read is no reason not to serve: the door says the same.
      LOG.warnf("trust anchor could not be written, file=%s, reason=%s", file, e.getMessage());
    }
  }
}
