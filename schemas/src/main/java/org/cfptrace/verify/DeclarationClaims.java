package org.cfptrace.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Commitment;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;

/** The plain members of a declaration: the same seven for every company. */
record DeclarationClaims(
    ParticipantId issuer, String jti, Instant issuedAt, String recipient, Commitment commitment) {

  static DeclarationClaims read(Members members) {
    DeclarationClaims claims =
        new DeclarationClaims(
            members.value("iss", ParticipantId::new),
            TokenClaims.jti(members),
            TokenClaims.instant(members, "iat"),
            Base64Url.encode(members.bytes("rcpt", 32)),
            commitmentOf(members));
    checkDigests(members.array("_sd", DraftDeclaration.DIGESTS));
    if (!members.text("_sd_alg").equals("sha-256")) {
      throw new MalformedException(Fault.MEMBER, "_sd_alg: expected sha-256");
    }
    members.end();
    return claims;
  }

  static Commitment commitmentOf(Members members) {
    try {
      return Commitment.parse(members.text("ct"));
    } catch (MalformedException e) {
      throw new MalformedException(e.fault(), "ct: not a compressed point of P-256", e);
    }
  }

  /** Always 32 and in order, so that neither number nor order says anything. */
  private static void checkDigests(JsonNode digests) {
    String last = "";
    for (JsonNode digest : digests) {
      String text = digest.isTextual() ? digest.textValue() : "";
      if (text.length() != 43) {
        throw new MalformedException(Fault.MEMBER, "_sd: expected digests of 43 characters");
      }
      if (text.compareTo(last) <= 0) {
        Refusal.unless(!text.equals(last), Reason.DUPLICATE_DIGEST, "the same digest twice");
        throw new MalformedException(Fault.MEMBER, "_sd: expected sorted digests");
      }
      last = text;
    }
    if (digests.size() != DraftDeclaration.DIGESTS) {
      throw new MalformedException(Fault.MEMBER, "_sd: expected 32 digests");
    }
  }
}
