package org.cfptrace.participant;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.cfptrace.keys.Jws;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.TokenClaims;

/**
 * The registry's word that the directory topic was complete at {@code asOf}. Silence is not
 * consent: when the last one is older than a day, participants hold what they would send.
 */
public record Heartbeat(Instant asOf) {
  /** The key of heartbeats on the directory topic. */
  public static final String TOPIC_KEY = "heartbeat";

  /** Older than this, and the directory is not known well enough to trade. */
  public static final Duration LONGEST_SILENCE = Duration.ofHours(24);

  public Heartbeat {
    requireNonNull(asOf, "asOf");
  }

  public boolean isFreshAt(Instant now) {
    return asOf.plus(LONGEST_SILENCE).isAfter(now);
  }

  /** The registry's side. */
  public String sign(String registryDid, SigningKey directoryKey) {
    var claims =
        StrictJson.object()
            .put("iss", registryDid)
            .put("iat", asOf.getEpochSecond())
            .put("sub", registryDid);
    return Jws.sign(directoryKey, DirectoryEntry.TYPE, StrictJson.write(claims));
  }

  /**
   * Reads a heartbeat.
   *
   * @throws UntrustedException when it is not signed by the directory key of {@code anchor}
   */
  public static Heartbeat read(String jws, TrustAnchor anchor) {
    var payload = Tokens.payload(jws, DirectoryEntry.TYPE, anchor.directoryKey());
    try {
      var members = Members.of(payload, "heartbeat");
      var issuer = members.text("iss", 300);
      var subject = members.text("sub", 300);
      var asOf = TokenClaims.instant(members, "iat");
      members.end();
      if (!issuer.equals(anchor.registryDid()) || !subject.equals(issuer)) {
        throw new UntrustedException(Reason.MALFORMED_PAYLOAD, "heartbeat of another registry");
      }
      return new Heartbeat(asOf);
    } catch (MalformedException e) {
      throw Tokens.malformed(e);
    }
  }
}
