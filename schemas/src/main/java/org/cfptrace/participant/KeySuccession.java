package org.cfptrace.participant;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Jws;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.keys.VerificationKey;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.TokenClaims;

/**
 * A signing key's word that the next one belongs to the same participant: what partners follow from
 * the key they pinned to the key of today. {@code typ: cfp-keynext-v1+jwt}, claims {@code iss jwk
 * iat}.
 */
public record KeySuccession(ParticipantId participant, VerificationKey next, Instant madeAt) {
  /** The token's type. */
  public static final String TYPE = "cfp-keynext-v1+jwt";

  public KeySuccession {
    requireNonNull(participant, "participant");
    requireNonNull(next, "next");
    requireNonNull(madeAt, "madeAt");
  }

  /** Signs with the key that is about to retire. */
  public String sign(SigningKey predecessor) {
    var claims = StrictJson.object().put("iss", participant.did());
    claims.set("jwk", StrictJson.parse(next.jwk().getBytes(US_ASCII)));
    claims.put("iat", madeAt.getEpochSecond());
    return Jws.sign(predecessor, TYPE, StrictJson.write(claims));
  }

  /**
   * Reads a succession signed by {@code predecessor}.
   *
   * @throws UntrustedException when it is not one, or not by this key
   */
  public static KeySuccession read(String token, VerificationKey predecessor) {
    var payload = Tokens.payload(token, TYPE, predecessor);
    try {
      var claims = Members.of(payload, "keySuccession");
      var succession =
          new KeySuccession(
              claims.value("iss", ParticipantId::new),
              VerificationKey.ofJwk(claims.any("jwk")),
              TokenClaims.instant(claims, "iat"));
      claims.end();
      return succession;
    } catch (MalformedException e) {
      throw Tokens.malformed(e);
    }
  }
}
