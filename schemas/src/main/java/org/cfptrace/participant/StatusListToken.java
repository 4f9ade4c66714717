package org.cfptrace.participant;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.cfptrace.keys.Jws;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.StatusList;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.TokenClaims;

/**
 * A version of the log's status list with the registry's signature checked: {@code typ:
 * cfp-status-v1+jwt}, claims {@code iss iat version size lst}. Its hash is an entry of the log, so
 * that the registry cannot show two lists of one version unseen.
 *
 * @param version counts up; of two, the higher is newer
 */
public record StatusListToken(long version, Instant asOf, StatusList list, String token) {
  /** The token's type. */
  public static final String TYPE = "cfp-status-v1+jwt";

  /** The registry makes a list at least every 24 hours; two more for a clock and a slow day. */
  public static final Duration MOST_AGE = Duration.ofHours(26);

  public StatusListToken {
    requireNonNull(asOf, "asOf");
    requireNonNull(list, "list");
    requireNonNull(token, "token");
  }

  /** The registry's side. */
  public static String sign(
      StatusList list, long version, String registryDid, SigningKey directoryKey, Instant asOf) {
    var claims =
        StrictJson.object()
            .put("iss", registryDid)
            .put("iat", asOf.getEpochSecond())
            .put("version", version)
            .put("size", list.size())
            .put("lst", list.packed());
    return Jws.sign(directoryKey, TYPE, StrictJson.write(claims));
  }

  /**
   * Reads a list.
   *
   * @throws UntrustedException when it is not one that the registry of {@code anchor} signed
   */
  public static StatusListToken read(String token, TrustAnchor anchor) {
    var payload = Tokens.carrierPayload(token, TYPE, anchor.directoryKey());
    try {
      var members = Members.of(payload, "status");
      var issuer = members.text("iss", 300);
      var asOf = TokenClaims.instant(members, "iat");
      var version = members.wholeNumber("version");
      var list = StatusList.unpack(members.wholeNumber("size"), members.text("lst"));
      members.end();
      if (!issuer.equals(anchor.registryDid())) {
        throw new UntrustedException(Reason.MALFORMED_PAYLOAD, "list of another registry");
      }
      return new StatusListToken(version, asOf, list, token);
    } catch (MalformedException e) {
      throw Tokens.malformed(e);
    }
  }

  /**
   * Whether it is recent enough to be believed: one that is older speaks of a log as it was, with
   * the recalls since then missing.
   */
  public boolean isFreshAt(Instant moment) {
    return !asOf.isBefore(moment.minus(MOST_AGE));
  }

  /** Its entry in the log. */
  public LogEntry entry() {
    return LogEntry.ofStatusList(token);
  }
}
