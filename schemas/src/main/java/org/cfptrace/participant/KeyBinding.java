package org.cfptrace.participant;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Jws;
import org.cfptrace.keys.SealingKey;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.keys.VerificationKey;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.TokenClaims;

/**
 * A signing key's word that an encryption key belongs to the same participant. An encryption key
 * cannot sign its own request; so it is bound by this token, which the directory shows to
 * everybody: a registry alone cannot put another key in its place. {@code typ: cfp-keybind-v1+jwt},
 * claims {@code iss jwk nonce iat}.
 */
public record KeyBinding(ParticipantId participant, SealingKey key, String nonce, Instant madeAt) {
  /** The token's type. */
  public static final String TYPE = "cfp-keybind-v1+jwt";

  public KeyBinding {
    requireNonNull(participant, "participant");
    requireNonNull(key, "key");
    requireNonNull(nonce, "nonce");
    requireNonNull(madeAt, "madeAt");
  }

  /** Signs the binding with the participant's signing key. */
  public String sign(SigningKey signing) {
    var claims = StrictJson.object().put("iss", participant.did());
    claims.set("jwk", StrictJson.parse(key.jwk().getBytes(US_ASCII)));
    claims.put("nonce", nonce).put("iat", madeAt.getEpochSecond());
    return Jws.sign(signing, TYPE, StrictJson.write(claims));
  }

  /**
   * Reads a binding signed by {@code signer}.
   *
   * @throws UntrustedException when it is not one, or not by this key
   */
  public static KeyBinding read(String token, VerificationKey signer) {
    var payload = Tokens.payload(token, TYPE, signer);
    try {
      var claims = Members.of(payload, "keyBinding");
      var binding =
          new KeyBinding(
              claims.value("iss", ParticipantId::new),
              SealingKey.ofJwk(claims.any("jwk")),
              claims.text("nonce", 128),
              TokenClaims.instant(claims, "iat"));
      claims.end();
      return binding;
    } catch (MalformedException e) {
      throw Tokens.malformed(e);
    }
  }
}
