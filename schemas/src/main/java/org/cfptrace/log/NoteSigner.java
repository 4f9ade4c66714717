package org.cfptrace.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.cfptrace.keys.Randomness;

/** The private half of a {@link VerifierKey}: of the log, or of a witness. */
public final class NoteSigner {
  /** Length of the secret. */
  public static final int SECRET_BYTES = Ed25519.SECRET_KEY_SIZE;

  private final byte[] secret;
  private final VerifierKey verifier;

  private NoteSigner(String name, VerifierKey.Kind kind, byte[] secret) {
    this.secret = secret;
    byte[] key = new byte[Ed25519.PUBLIC_KEY_SIZE];
    Ed25519.generatePublicKey(secret, 0, key, 0);
    this.verifier = VerifierKey.of(name, kind, key);
  }

  /** The signer that this secret of 32 bytes makes. */
  public static NoteSigner of(String name, VerifierKey.Kind kind, byte[] secret) {
    if (secret.length != SECRET_BYTES) {
      throw new IllegalArgumentException("expected a secret of 32 bytes");
    }
    return new NoteSigner(name, kind, secret.clone());
  }

  /** A signer nobody has yet. */
  public static NoteSigner fresh(String name, VerifierKey.Kind kind, Randomness randomness) {
    return new NoteSigner(name, kind, randomness.bytes(SECRET_BYTES));
  }

  public VerifierKey verifier() {
    return verifier;
  }

  /** The secret, to be kept in a file that only its owner reads. */
  public byte[] secret() {
    return secret.clone();
  }

  /** The log's own word for a checkpoint. */
  public SignedNote sign(Checkpoint checkpoint) {
    require(VerifierKey.Kind.ED25519);
    String text = checkpoint.text();
    SignedNote unsigned = new SignedNote(text, java.util.List.of());
    return unsigned.with(
        new NoteSignature(verifier.name(), verifier.id(), signature(text.getBytes(UTF_8))));
  }

  /** A witness's word: this is what the log showed at {@code time}. */
  public NoteSignature cosign(SignedNote note, Instant time) {
    require(VerifierKey.Kind.COSIGNATURE);
    byte[] signature = signature(Cosignature.message(note.text(), time.getEpochSecond()));
    return new NoteSignature(
        verifier.name(),
        verifier.id(),
        ByteBuffer.allocate(Long.BYTES + signature.length)
            .putLong(time.getEpochSecond())
            .put(signature)
            .array());
  }

  private byte[] signature(byte[] message) {
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(secret, 0, message, 0, message.length, signature, 0);
    return signature;
  }

  private void require(VerifierKey.Kind kind) {
    if (verifier.kind() != kind) {
      throw new IllegalStateException("a key for " + verifier.kind() + " signs nothing else");
    }
  }

  @Override
  public String toString() {
    return "NoteSigner[" + verifier + "]";
  }
}
