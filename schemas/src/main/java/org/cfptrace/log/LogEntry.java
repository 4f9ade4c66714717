package org.cfptrace.log;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.keys.Sha256;
import org.cfptrace.strict.Base64Url;

/**
 * What is entered in the log: one byte that says of what kind it is, and a SHA-256. Nothing in it
 * names an issuer, a recipient or a value.
 */
public final class LogEntry {
  /** Length of an entry. */
  public static final int BYTES = 33;

  /** What an entry stands for. */
  public enum Kind {
    /** A declaration: the digest is its id. */
    DECLARATION(1),
    /** What the registry says of a participant: admission, keys, suspension, accreditation. */
    REGISTRY_EVENT(2),
    /** A version of the signed status list. */
    STATUS_LIST(3),
    /** Files that were disclosed, by the statement their company has signed of them. */
    EXPORT(4);

    private final byte code;

    Kind(int code) {
      this.code = (byte) code;
    }

    /** The first byte of an entry of this kind. */
    public byte code() {
      return code;
    }

    private static Optional<Kind> of(byte code) {
      return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst();
    }
  }

  private final Kind kind;
  private final byte[] bytes;

  private LogEntry(Kind kind, byte[] bytes) {
    this.kind = kind;
    this.bytes = bytes;
  }

  /** An entry of this kind over 32 bytes. */
  public static LogEntry of(Kind kind, byte[] sha256) {
    requireNonNull(kind, "kind");
    if (sha256.length != BYTES - 1) {
      throw new IllegalArgumentException("expected 32 bytes, saw " + sha256.length);
    }
    byte[] bytes = new byte[BYTES];
    bytes[0] = kind.code;
    System.arraycopy(sha256, 0, bytes, 1, sha256.length);
    return new LogEntry(kind, bytes);
  }

  /** The entry of a declaration. */
  public static LogEntry ofDeclaration(DeclarationId id) {
    return of(Kind.DECLARATION, Base64Url.decode(id.value(), 32));
  }

  /**
   * The entry of a directory entry, by the JSON of its record. Not by the token: the registry signs
   * the same record again for whoever asks, and each time the token differs.
   */
  public static LogEntry ofRegistryEvent(byte[] record) {
    return of(Kind.REGISTRY_EVENT, Sha256.of(record));
  }

  /** The entry of a version of the status list, by the token's exact text. */
  public static LogEntry ofStatusList(String token) {
    return of(Kind.STATUS_LIST, Sha256.of(token.getBytes(US_ASCII)));
  }

  /** The entry of an export, by the exact text of the statement its company has signed. */
  public static LogEntry ofExport(String statement) {
    return of(Kind.EXPORT, Sha256.of(statement.getBytes(US_ASCII)));
  }

  /** Takes the 33 bytes of an entry; another length or an unknown kind is no entry. */
  public static LogEntry parse(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("expected an entry of 33 bytes, saw " + bytes.length);
    }
    Kind kind =
        Kind.of(bytes[0])
            .orElseThrow(() -> new IllegalArgumentException("no such kind of entry: " + bytes[0]));
    return new LogEntry(kind, bytes.clone());
  }

  public Kind kind() {
    return kind;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** Its leaf in the tree. */
  public TreeHash leaf() {
    return TreeHash.ofLeaf(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LogEntry entry && Arrays.equals(entry.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The 33 bytes in base64url. */
  @Override
  public String toString() {
    return Base64Url.encode(bytes);
  }
}
