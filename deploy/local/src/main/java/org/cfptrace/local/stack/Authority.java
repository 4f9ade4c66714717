package org.cfptrace.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import org.cfptrace.registry.certificate.AuthorityFiles;

/** The certificate authority's files of one local platform, made at the first start. */
final class Authority {

  private final Path directory;
  private final String password;

  private Authority(Path directory, String password) {
    this.directory = directory;
    this.password = password;
  }

  static Authority in(DataDirectory data, Secrets secrets) {
    Path directory = data.root().resolve("authority");
    String password = secrets.of("authority");
    if (!Files.exists(directory.resolve(AuthorityFiles.AUTHORITY))) {
      AuthorityFiles.create(directory, StackOptions.DOMAIN, password.toCharArray());
    }
    return new Authority(directory, password);
  }

  Path directory() {
    return directory;
  }

  String password() {
    return password;
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
