package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Jws;
import org.cfptrace.keys.Randomness;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.strict.StrictJson;

/**
 * What one participant has to say to another, not yet signed.
 *
 * @param thread the conversation: one pair of companies and one product link
 * @param seq the place in it, counted per issuer, audience and thread from 1
 */
public record DraftMessage(
    ParticipantId issuer,
    ParticipantId audience,
    MessageType type,
    String thread,
    long seq,
    ObjectNode body) {
  /** The form of this version. */
  public static final String TYP = "cfp-msg-v1+jwt";

  /** How long after its issue a message may be delivered at most. */
  public static final Duration LONGEST_LIFE = Duration.ofDays(31);

  /** How a thread is spelled. */
  public static final Pattern THREAD = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  public DraftMessage {
    requireNonNull(issuer, "issuer");
    requireNonNull(audience, "audience");
    requireNonNull(type, "type");
    requireNonNull(body, "body");
    if (!THREAD.matcher(thread).matches()) {
      throw new IllegalArgumentException("a thread is 1 to 128 of A-Z a-z 0-9 . _ : -");
    }
    if (seq < 1) {
      throw new IllegalArgumentException("seq counts from 1, saw " + seq);
    }
    body = body.deepCopy();
  }

  /** Signs it with a fresh identity. */
  public SignedMessage sign(
      SigningKey key, Instant issuedAt, Instant expiresAt, Randomness random) {
    if (!expiresAt.isAfter(issuedAt) || expiresAt.isAfter(issuedAt.plus(LONGEST_LIFE))) {
      throw new IllegalArgumentException("a message expires after its issue, within 31 days");
    }
    String jti = random.urnUuid();
    ObjectNode claims =
        StrictJson.object()
            .put("iss", issuer.did())
            .put("aud", audience.did())
            .put("jti", jti)
            .put("iat", issuedAt.getEpochSecond())
            .put("exp", expiresAt.getEpochSecond())
            .put("thread", thread)
            .put("seq", seq)
            .put("type", type.jsonName());
    claims.set("body", body);
    return new SignedMessage(jti, Jws.sign(key, TYP, StrictJson.write(claims)));
  }

  /** Shows who speaks and of what kind, never the body. */
  @Override
  public String toString() {
    return "DraftMessage[" + type + ", " + thread + ", " + seq + "]";
  }
}
