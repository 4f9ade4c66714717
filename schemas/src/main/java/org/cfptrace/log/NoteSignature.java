package org.cfptrace.log;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;

/** One signature line of a note, of which nothing is believed yet. */
public final class NoteSignature {
  private static final String DASH = "\u2014 ";
  private static final int KEY_ID = 4;

  private final String name;
  private final int keyId;
  private final byte[] signature;

  NoteSignature(String name, int keyId, byte[] signature) {
    this.name = KeyName.checked(requireNonNull(name, "name"));
    this.keyId = keyId;
    this.signature = signature.clone();
  }

  /** Reads a line as {@link #line()} writes it. */
  public static NoteSignature parse(String line) {
    int space = line.indexOf(' ', DASH.length());
    if (!line.startsWith(DASH) || space < 0) {
      throw new MalformedException(Fault.ENCODING, "expected a signature line");
    }
    byte[] bytes = NoteBase64.decode(line.substring(space + 1));
    if (bytes.length <= KEY_ID) {
      throw new MalformedException(Fault.ENCODING, "expected a key id and a signature");
    }
    return new NoteSignature(
        line.substring(DASH.length(), space),
        ByteBuffer.wrap(bytes).getInt(),
        Arrays.copyOfRange(bytes, KEY_ID, bytes.length));
  }

  public String name() {
    return name;
  }

  public int keyId() {
    return keyId;
  }

  byte[] signature() {
    return signature.clone();
  }

  /** The line, without its end. */
  public String line() {
    byte[] bytes =
        ByteBuffer.allocate(KEY_ID + signature.length).putInt(keyId).put(signature).array();
    return DASH + name + " " + NoteBase64.encode(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteSignature that && that.line().equals(line());
  }

  @Override
  public int hashCode() {
    return line().hashCode();
  }

  @Override
  public String toString() {
    return line();
  }
}
