package org.cfptrace.registry.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.crypto.spec.SecretKeySpec;
import org.cfptrace.keys.Randomness;
import org.cfptrace.log.NoteSigner;
import org.cfptrace.log.VerifierKey;

/**
 * The log's own key: {@code log.p12} beside the authority's files, under their password, made by
 * the first instance that starts. Whoever loses it needs a new log.
 */
public final class LogKeyFile {
  /** Name of the file. */
  public static final String NAME = "log.p12";

  private static final String ALIAS = "log";

  private LogKeyFile() {}

  /** Opens the key, or makes it. */
  public static NoteSigner openOrCreate(Path directory, String origin, char[] password) {
    Path file = directory.resolve(NAME);
    try {
      if (!Files.exists(file)) {
        create(directory, file, origin, password);
      }
      return open(file, origin, password);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the log's key could not be opened from " + file, e);
    }
  }

  private static NoteSigner open(Path file, String origin, char[] password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    return NoteSigner.of(
        origin, VerifierKey.Kind.ED25519, store.getKey(ALIAS, password).getEncoded());
  }

  private static void create(Path directory, Path file, String origin, char[] password)
      throws IOException, GeneralSecurityException {
    NoteSigner fresh = NoteSigner.fresh(origin, VerifierKey.Kind.ED25519, Randomness.secure());
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    // The name of a cipher is only a label here: PKCS#12 takes no secret without a known one.
    store.setEntry(
        ALIAS,
        new KeyStore.SecretKeyEntry(new SecretKeySpec(fresh.secret(), "AES")),
        new KeyStore.PasswordProtection(password));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.store(bytes, password);
    Path draft = Files.createTempFile(directory, "log", ".new", ownerOnly(directory));
    try {
      Files.write(draft, bytes.toByteArray());
      // A link fails where a file is: of two instances that start at once, one makes the key.
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException theOtherWasFaster) {
      // Its key is read.
    } finally {
      Files.delete(draft);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path directory) {
    return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
