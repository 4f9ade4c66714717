package org.cfptrace.audit;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Jws;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.Reading;
import org.cfptrace.verify.SignedTokens;
import org.cfptrace.verify.TokenClaims;
import org.cfptrace.verify.TokenForm;

/**
 * An auditor takes its word back. {@code typ: cfp-attestation-withdrawal-v1+jwt}. What was attached
 * stays attached; whoever holds this knows that it is not worth anything any more.
 *
 * @param company whose declaration the word was about
 * @param attestationSha256 SHA-256 of the signed word, base64url
 * @param reason for people
 */
public record AttestationWithdrawal(
    ParticipantId issuer,
    ParticipantId company,
    Instant issuedAt,
    String attestationSha256,
    String reason) {
  /** The token's type. */
  public static final String TYPE = "cfp-attestation-withdrawal-v1+jwt";

  /** The longest reason, in characters: the token stays short in any script. */
  public static final int LONGEST_REASON = 200;

  private static final int DIGEST_BYTES = 32;

  public AttestationWithdrawal {
    requireNonNull(issuer, "issuer");
    requireNonNull(company, "company");
    requireNonNull(issuedAt, "issuedAt");
    Base64Url.decode(attestationSha256, DIGEST_BYTES);
    int length = reason.codePointCount(0, reason.length());
    if (length < 1 || length > LONGEST_REASON) {
      throw new IllegalArgumentException(
          "reason: expected 1 to " + LONGEST_REASON + " characters, saw " + length);
    }
  }

  /** Signs it with the auditor's key. */
  public String sign(SigningKey key) {
    return Jws.sign(key, TYPE, StrictJson.write(toJson()));
  }

  /** Reads a withdrawal; whether its issuer is who gave the word is for the caller to judge. */
  public static Reading<AttestationWithdrawal> read(String token, SignedTokens tokens) {
    return tokens
        .read(token, TYPE, AuditTokens.LONGEST_LEAVE)
        .then(payload -> TokenForm.read(payload, "withdrawal", AttestationWithdrawal::from));
  }

  ObjectNode toJson() {
    return StrictJson.object()
        .put("iss", issuer.did())
        .put("sub", company.did())
        .put("iat", issuedAt.getEpochSecond())
        .put("attestationSha256", attestationSha256)
        .put("reason", reason);
  }

  static AttestationWithdrawal from(Members members) {
    return new AttestationWithdrawal(
        members.value("iss", ParticipantId::new),
        members.value("sub", ParticipantId::new),
        TokenClaims.instant(members, "iat"),
        Base64Url.encode(members.bytes("attestationSha256", DIGEST_BYTES)),
        members.text("reason", LONGEST_REASON));
  }
}
