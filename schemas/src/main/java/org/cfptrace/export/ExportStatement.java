package org.cfptrace.export;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.cfptrace.envelope.SignatureAnswerBody;
import org.cfptrace.envelope.SignatureRequestBody;
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
 * A company's statement that it discloses the files of an export. {@code typ: cfp-export-v1+jwt},
 * claims {@code iss iat exportId target manifestSha256 warnings}, {@code supersedes} where it
 * corrects another and {@code overridden} where something stood in its way. Warnings and override
 * are what the company was told when it was asked; as it signs them, nobody can deny later what was
 * said. The SHA-256 of the token's text is an entry of the log.
 *
 * @param target for whom the files are
 * @param manifestSha256 SHA-256 of {@code manifest.json}, base64url
 * @param supersedes the export that this one corrects
 * @param warnings how many warnings the files state, as the company was told
 * @param overridden why the export was made in spite of what stood in its way, as it was told
 */
public record ExportStatement(
    ParticipantId issuer,
    Instant issuedAt,
    String exportId,
    String target,
    String manifestSha256,
    Optional<String> supersedes,
    int warnings,
    Optional<String> overridden) {
  /** The token's type. */
  public static final String TYPE = "cfp-export-v1+jwt";

  /** The longest token, in characters: it has room for every reason of an override. */
  public static final int LONGEST = SignatureAnswerBody.LONGEST_SIGNATURE;

  private static final int LONGEST_NAME = SignatureRequestBody.LONGEST_NAME;
  private static final int DIGEST_BYTES = 32;

  public ExportStatement {
    requireNonNull(issuer, "issuer");
    requireNonNull(issuedAt, "issuedAt");
    requireNonNull(exportId, "exportId");
    SignatureRequestBody.checkedTarget(target);
    Base64Url.decode(manifestSha256, DIGEST_BYTES);
    requireNonNull(supersedes, "supersedes");
    SignatureRequestBody.checkedOverride(overridden);
    if (warnings < 0) {
      throw new IllegalArgumentException(warnings + " warnings");
    }
  }

  /** Signs it with the company's key. */
  public String sign(SigningKey key) {
    return Jws.sign(key, TYPE, StrictJson.write(toJson()));
  }

  /** Reads a statement; whether it is of the files at hand is for the caller to judge. */
  public static Reading<ExportStatement> read(String token, SignedTokens tokens) {
    return tokens
        .read(token, TYPE, LONGEST)
        .then(payload -> TokenForm.read(payload, "statement", ExportStatement::from));
  }

  ObjectNode toJson() {
    ObjectNode json =
        StrictJson.object()
            .put("iss", issuer.did())
            .put("iat", issuedAt.getEpochSecond())
            .put("exportId", exportId)
            .put("target", target)
            .put("manifestSha256", manifestSha256)
            .put("warnings", warnings);
    supersedes.ifPresent(id -> json.put("supersedes", id));
    overridden.ifPresent(reason -> json.put("overridden", reason));
    return json;
  }

  private static ExportStatement from(Members members) {
    return new ExportStatement(
        members.value("iss", ParticipantId::new),
        TokenClaims.instant(members, "iat"),
        members.text("exportId", LONGEST_NAME),
        members.value("target", SignatureRequestBody::checkedTarget),
        Base64Url.encode(members.bytes("manifestSha256", DIGEST_BYTES)),
        members.optionalText("supersedes", LONGEST_NAME),
        SignatureRequestBody.count(members, "warnings", 0),
        members.optionalText("overridden", SignatureRequestBody.LONGEST_REASON));
  }
}
