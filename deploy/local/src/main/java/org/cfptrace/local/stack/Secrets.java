package org.cfptrace.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * Passwords of one local platform: drawn at random when first asked for, and the same again at the
 * next start.
 */
public final class Secrets {

  private static final int BYTES = 24;

  private final SecureRandom random = new SecureRandom();
  private final Properties known = new Properties();
  private final Path file;

  private Secrets(Path file) {
    this.file = file;
  }

  /** The secrets kept in {@code data}. */
  public static Secrets in(DataDirectory data) {
    Secrets secrets = new Secrets(data.root().resolve("secrets.properties"));
    secrets.load();
    return secrets;
  }

  /** The secret called {@code name}. */
  public synchronized String of(String name) {
    String secret = known.getProperty(name);
    if (secret == null) {
      byte[] bytes = new byte[BYTES];
      random.nextBytes(bytes);
      secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      known.setProperty(name, secret);
      store();
    }
    return secret;
  }

  private void load() {
    if (!Files.exists(file)) {
      return;
    }
    try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
      known.load(reader);
    } catch (IOException e) {
      throw new StackFailure("cannot read " + file, e);
    }
  }

  private void store() {
    try {
      if (!Files.exists(file)) {
        createPrivate(file);
      }
      try (Writer writer = Files.newBufferedWriter(file, UTF_8)) {
        known.store(writer, "passwords of this local platform");
      }
    } catch (IOException e) {
      throw new StackFailure("cannot write " + file, e);
    }
  }

  static void createPrivate(Path file) throws IOException {
    if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
  }
}
