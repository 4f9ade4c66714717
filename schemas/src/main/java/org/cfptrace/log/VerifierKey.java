package org.cfptrace.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Objects;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.cfptrace.keys.Sha256;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;

/**
 * A public Ed25519 key that signs notes, with its name, written as one line: {@code <name>+<key
 * id>+<base64 of type and key>} (C2SP signed-note).
 */
public final class VerifierKey {
  /** What a signature by this key says. */
  public enum Kind {
    /** The text of the note, as the log signs it. */
    ED25519(0x01),
    /** The whole note as it stood at a time, as a witness signs it (cosignature/v1). */
    COSIGNATURE(0x04);

    private final byte code;

    Kind(int code) {
      this.code = (byte) code;
    }

    static Kind of(byte code) {
      return Arrays.stream(values())
          .filter(kind -> kind.code == code)
          .findFirst()
          .orElseThrow(
              () -> new MalformedException(Fault.ENCODING, "a kind of key nobody agreed on"));
    }
  }

  private static final int BYTES = Ed25519.PUBLIC_KEY_SIZE;

  private final String name;
  private final Kind kind;
  private final byte[] key;
  private final int id;

  private VerifierKey(String name, Kind kind, byte[] key) {
    this.name = KeyName.checked(name);
    this.kind = kind;
    this.key = key;
    this.id = id(name, kind, key);
  }

  /** A key of 32 bytes; one of small order, which signs everything, is refused. */
  public static VerifierKey of(String name, Kind kind, byte[] key) {
    requireNonNull(name, "name");
    requireNonNull(kind, "kind");
    if (key.length != BYTES || !Ed25519.validatePublicKeyFull(key, 0)) {
      throw new MalformedException(Fault.ENCODING, "not an Ed25519 public key");
    }
    return new VerifierKey(name, kind, key.clone());
  }

  /** Reads the line that {@link #line()} writes. */
  public static VerifierKey parse(String line) {
    int first = line.indexOf('+');
    int second = line.indexOf('+', first + 1);
    if (first < 0 || second < 0) {
      throw new MalformedException(Fault.ENCODING, "expected name, key id and key");
    }
    byte[] typed = NoteBase64.decode(line.substring(second + 1));
    if (typed.length != 1 + BYTES) {
      throw new MalformedException(Fault.ENCODING, "expected a type and 32 bytes");
    }
    VerifierKey key =
        of(line.substring(0, first), Kind.of(typed[0]), Arrays.copyOfRange(typed, 1, typed.length));
    if (!hex(key.id).equals(line.substring(first + 1, second))) {
      throw new MalformedException(Fault.ENCODING, "the key id is not that of the key");
    }
    return key;
  }

  private static int id(String name, Kind kind, byte[] key) {
    byte[] digest = Sha256.of(name.getBytes(UTF_8), new byte[] {'\n', kind.code}, key);
    return java.nio.ByteBuffer.wrap(digest).getInt();
  }

  private static String hex(int id) {
    return String.format("%08x", id);
  }

  public String name() {
    return name;
  }

  public Kind kind() {
    return kind;
  }

  /** The first four bytes of the hash over name, type and key. */
  public int id() {
    return id;
  }

  /** The 32 bytes of the key. */
  public byte[] key() {
    return key.clone();
  }

  public String line() {
    byte[] typed = new byte[1 + BYTES];
    typed[0] = kind.code;
    System.arraycopy(key, 0, typed, 1, BYTES);
    return name + "+" + hex(id) + "+" + NoteBase64.encode(typed);
  }

  /** Whether this line of a note says it is by this key. */
  boolean isOf(NoteSignature signature) {
    return signature.keyId() == id && signature.name().equals(name);
  }

  /** Whether both are the same point, whatever they are called and used for. */
  boolean isSamePoint(VerifierKey other) {
    return Arrays.equals(key, other.key);
  }

  boolean verifies(byte[] message, byte[] signature) {
    return signature.length == Ed25519.SIGNATURE_SIZE
        && Ed25519.verify(signature, 0, key, 0, message, 0, message.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that && that.line().equals(line());
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, id);
  }

  @Override
  public String toString() {
    return line();
  }
}
