package org.cfptrace.audit;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.Jws;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.KeptTokens;
import org.cfptrace.verify.Reading;
import org.cfptrace.verify.SignedTokens;
import org.cfptrace.verify.TokenClaims;
import org.cfptrace.verify.TokenForm;

/**
 * A company's order to an auditor: check this product of ours for this period, so many companies
 * deep. {@code typ: cfp-mandate-v1+jwt}, signed by the company.
 *
 * @param jti its identity, {@code urn:uuid:…}
 * @param depth how many companies deep, the issuer's own declaration being the first
 * @param auditorKey the auditor's fingerprint as the company has pinned it
 */
public record Mandate(
    ParticipantId issuer,
    ParticipantId auditor,
    String jti,
    Instant issuedAt,
    Instant expiresAt,
    TraceId product,
    Period period,
    long depth,
    Fingerprint auditorKey) {
  /** The token's type. */
  public static final String TYPE = "cfp-mandate-v1+jwt";

  public Mandate {
    requireNonNull(issuer, "issuer");
    requireNonNull(auditor, "auditor");
    requireNonNull(jti, "jti");
    AuditTokens.checkLife(issuedAt, expiresAt);
    requireNonNull(product, "product");
    requireNonNull(period, "period");
    AuditTokens.checkDepth(depth);
    requireNonNull(auditorKey, "auditorKey");
  }

  /** Signs it with the company's key. */
  public String sign(SigningKey key) {
    return Jws.sign(key, TYPE, StrictJson.write(toJson()));
  }

  /** Reads a mandate; when it expires, and whether it is for us, is for the caller to judge. */
  public static Reading<Mandate> read(String token, SignedTokens tokens) {
    return tokens
        .read(token, TYPE, AuditTokens.LONGEST_LEAVE)
        .then(payload -> TokenForm.read(payload, "mandate", Mandate::from));
  }

  /** Reads an order that we have given, or were given and have checked, from where it is kept. */
  public static Reading<Mandate> readKept(String token) {
    return read(token, KeptTokens.KEPT);
  }

  /** Whether it is no leave any more. */
  public boolean isExpiredAt(Instant now) {
    return !now.isBefore(expiresAt);
  }

  ObjectNode toJson() {
    ObjectNode json =
        StrictJson.object()
            .put("iss", issuer.did())
            .put("aud", auditor.did())
            .put("jti", jti)
            .put("iat", issuedAt.getEpochSecond())
            .put("exp", expiresAt.getEpochSecond())
            .put("traceId", product.toString());
    AuditedPeriod.write(json, period);
    return json.put("depth", depth).put("auditorKey", auditorKey.text());
  }

  static Mandate from(Members members) {
    return new Mandate(
        members.value("iss", ParticipantId::new),
        members.value("aud", ParticipantId::new),
        TokenClaims.jti(members),
        TokenClaims.instant(members, "iat"),
        TokenClaims.instant(members, "exp"),
        members.value("traceId", TraceId::of),
        AuditedPeriod.read(members),
        members.wholeNumber("depth"),
        members.value("auditorKey", Fingerprint::new));
  }
}
