package org.cfptrace.audit;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
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
 * A customer's word to its supplier: you may show this auditor the declaration that you gave me.
 * {@code typ: cfp-endorsement-v1+jwt}, signed by the customer. It names neither the mandate nor the
 * customer's product nor the customer's own customers: the supplier learns of none of them.
 *
 * @param supplier whom it speaks to
 * @param jti its identity, {@code urn:uuid:…}
 * @param declarationId the supplier's declaration as the customer holds it
 * @param depth how many companies deep from the supplier on, itself included
 * @param auditorKey the auditor's fingerprint, as the customer's own leave named it
 */
public record Endorsement(
    ParticipantId issuer,
    ParticipantId auditor,
    ParticipantId supplier,
    String jti,
    Instant issuedAt,
    Instant expiresAt,
    DeclarationId declarationId,
    long depth,
    Fingerprint auditorKey) {
  /** The token's type. */
  public static final String TYPE = "cfp-endorsement-v1+jwt";

  public Endorsement {
    requireNonNull(issuer, "issuer");
    requireNonNull(auditor, "auditor");
    requireNonNull(supplier, "supplier");
    requireNonNull(jti, "jti");
    AuditTokens.checkLife(issuedAt, expiresAt);
    requireNonNull(declarationId, "declarationId");
    AuditTokens.checkDepth(depth);
    requireNonNull(auditorKey, "auditorKey");
  }

  /** Signs it with the customer's key. */
  public String sign(SigningKey key) {
    return Jws.sign(key, TYPE, StrictJson.write(toJson()));
  }

  /** Reads an endorsement; when it expires, and whom it is for, is for the caller to judge. */
  public static Reading<Endorsement> read(String token, SignedTokens tokens) {
    return tokens
        .read(token, TYPE, AuditTokens.LONGEST_LEAVE)
        .then(payload -> TokenForm.read(payload, "endorsement", Endorsement::from));
  }

  /** Reads one that we have checked when it came, from where it is kept. */
  public static Reading<Endorsement> readKept(String token) {
    return read(token, KeptTokens.KEPT);
  }

  /** Whether it is no leave any more. */
  public boolean isExpiredAt(Instant now) {
    return !now.isBefore(expiresAt);
  }

  ObjectNode toJson() {
    return StrictJson.object()
        .put("iss", issuer.did())
        .put("aud", auditor.did())
        .put("sub", supplier.did())
        .put("jti", jti)
        .put("iat", issuedAt.getEpochSecond())
        .put("exp", expiresAt.getEpochSecond())
        .put("declarationId", declarationId.value())
        .put("depth", depth)
        .put("auditorKey", auditorKey.text());
  }

  static Endorsement from(Members members) {
    return new Endorsement(
        members.value("iss", ParticipantId::new),
        members.value("aud", ParticipantId::new),
        members.value("sub", ParticipantId::new),
        TokenClaims.jti(members),
        TokenClaims.instant(members, "iat"),
        TokenClaims.instant(members, "exp"),
        members.value("declarationId", DeclarationId::new),
        members.wholeNumber("depth"),
        members.value("auditorKey", Fingerprint::new));
  }
}
