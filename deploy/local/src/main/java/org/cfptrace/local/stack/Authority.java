package org.cfptrace.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import org.cfptrace.log.VerifierKey;
import org.cfptrace.registry.certificate.AuthorityFiles;
import org.cfptrace.registry.log.LogKeyFile;

/** The certificate authority's files of one local platform, made at the first start. */
final class Authority {

  private final Path directory;
  private final String password;
  private final VerifierKey log;

  private Authority(Path directory, String password, VerifierKey log) {
    this.directory = directory;
    this.password = password;
    this.log = log;
  }

  static Authority in(DataDirectory data, Secrets secrets) {
    Path directory = data.root().resolve("authority");
    String password = secrets.of("authority");
    if (!Files.exists(directory.resolve(AuthorityFiles.AUTHORITY))) {
      AuthorityFiles.create(directory, StackOptions.DOMAIN, password.toCharArray());
    }
    // The registry would make it itself; the witnesses must know it before.
    VerifierKey log =
        LogKeyFile.openOrCreate(directory, StackOptions.DOMAIN + "/log", password.toCharArray())
            .verifier();
    return new Authority(directory, password, log);
  }

  Path directory() {
    return directory;
  }

  String password() {
    return password;
  }

  /** The key of the public log. */
  VerifierKey log() {
    return log;
  }

  Path trustAnchor() {
    return directory.resolve(AuthorityFiles.TRUST_ANCHOR);
  }

  KeyFile broker() {
    return new KeyFile(directory.resolve(AuthorityFiles.BROKER), password);
  }

  KeyFile trust() {
    return new KeyFile(directory.resolve(AuthorityFiles.TRUST_STORE), password);
  }
}
