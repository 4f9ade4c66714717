package org.cfptrace.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.KeyThumbprint;

/**
 * A message whose signature, signer, address and freshness were checked. Only the reader makes one.
 */
public final class VerifiedMessage {
  private final ParticipantId issuer;
  private final ParticipantId audience;
  private final String jti;
  private final Instant issuedAt;
  private final Instant expiresAt;
  private final String thread;
  private final long seq;
  private final MessageType type;
  private final ObjectNode body;
  private final KeyThumbprint signedBy;
  private final String digest;
  private final boolean repeat;

  VerifiedMessage(MessageClaims claims, KeyThumbprint signedBy, String digest, boolean repeat) {
    this.issuer = claims.issuer();
    this.audience = claims.audience();
    this.jti = claims.jti();
    this.issuedAt = claims.issuedAt();
    this.expiresAt = claims.expiresAt();
    this.thread = claims.thread();
    this.seq = claims.seq();
    this.type = claims.type();
    this.body = claims.body();
    this.signedBy = signedBy;
    this.digest = digest;
    this.repeat = repeat;
  }

  public ParticipantId issuer() {
    return issuer;
  }

  public ParticipantId audience() {
    return audience;
  }

  /** The delivery's identity, unique per issuer. */
  public String jti() {
    return jti;
  }

  public Instant issuedAt() {
    return issuedAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public String thread() {
    return thread;
  }

  public long seq() {
    return seq;
  }

  public MessageType type() {
    return type;
  }

  /** Strict JSON; the body's own type reads it. */
  public ObjectNode body() {
    return body.deepCopy();
  }

  /** The key that signed it: whoever was introduced by a fingerprint is known by this. */
  public KeyThumbprint signedBy() {
    return signedBy;
  }

  /** SHA-256 of the signing input, base64url: record it under issuer and jti when accepting. */
  public String digest() {
    return digest;
  }

  /** Whether the very same message was accepted before: do nothing twice, answer again. */
  public boolean isRepeat() {
    return repeat;
  }

  public Origin origin() {
    return new Origin(issuer, jti, thread, seq);
  }

  /** Shows where it comes from, never the body. */
  @Override
  public String toString() {
    return "VerifiedMessage[" + type + ", " + jti + "]";
  }
}
