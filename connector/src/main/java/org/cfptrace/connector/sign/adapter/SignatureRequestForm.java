package org.cfptrace.connector.sign.adapter;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.cfptrace.connector.sign.SignatureRequest;
import org.cfptrace.connector.sign.SignatureRequest.Decided;
import org.cfptrace.envelope.SignatureAnswerBody;
import org.cfptrace.envelope.SignatureRequestBody;
import org.cfptrace.log.EntryProof;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Fields;
import org.cfptrace.strict.Base64Url;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An export to be signed, as it is shown. What it says of the export is the word of the aggregator
 * that has made it; the signature is under the digest, the warnings and the override.
 */
@Schema(
    name = "SignatureRequest",
    description =
        "title, products, warnings and overridden are as the aggregator says; open manifest.json to"
            + " check")
record SignatureRequestForm(
    String requestId,
    String requestedBy,
    @Schema(description = "the aggregator's id of the export") String exportId,
    @Schema(description = "for whom the files are") String target,
    @Schema(description = "as the aggregator says; open manifest.json to check") String title,
    @Schema(
            description =
                "SHA-256 of manifest.json, base64url; as the aggregator says: sha256sum manifest.json"
                    + " of the files you have opened must print the hexadecimal form")
        String manifestSha256,
    @Schema(description = "the same in hexadecimal, as sha256sum prints it")
        String manifestSha256Hex,
    @Schema(
            description =
                "of how many products or installations the files speak, as the aggregator says; open"
                    + " manifest.json to check")
        int products,
    @Schema(description = "the export that this one corrects") @Nullable String supersedes,
    @Schema(
            description =
                "how many warnings the files state, as the aggregator says; open manifest.json to"
                    + " check. Part of what is signed")
        int warnings,
    @Schema(
            description =
                "why it was made in spite of what stood in its way, as the aggregator says; open"
                    + " manifest.json to check. Part of what is signed")
        @Nullable String overridden,
    SignatureRequest.State state,
    Instant receivedAt,
    @Nullable Instant decidedAt,
    @Nullable String decidedBy,
    @Schema(description = "why it was refused") @Nullable String reason,
    @Schema(description = "our statement of it, typ cfp-export-v1+jwt") @Nullable String signature,
    @Schema(description = "its place in the public log, once it is there")
        @Nullable String logIndex,
    @Schema(
            description =
                "since when the aggregator asks for it no more: it was revoked, superseded, or asked"
                    + " for anew")
        @Nullable Instant withdrawnAt,
    @Schema(description = "when an earlier request for the same export was signed last")
        @Nullable Instant signedBefore) {

  /** Which manifest a person signs. */
  @Schema(name = "ExportSignature")
  record ConfirmationForm(
      @Schema(
              required = true,
              description =
                  "of the manifest.json that you have opened, worked out from the file itself,"
                      + " base64url; must be the one asked for")
          String manifestSha256) {
    private static final int LONGEST = 100;

    static String read(Body body) {
      FieldErrors errors = new FieldErrors();
      Fields fields = body.fields(errors);
      Optional<String> digest = fields.requiredText("manifestSha256", LONGEST);
      fields.refuseOthers();
      errors.refuseIfAny();
      return digest.orElseThrow();
    }
  }

  /** Why nothing is signed. */
  @Schema(name = "ExportSignatureRefusal")
  record RefusalForm(
      @Schema(required = true, maxLength = SignatureAnswerBody.LONGEST_REASON) String reason) {

    static String read(Body body) {
      FieldErrors errors = new FieldErrors();
      Fields fields = body.fields(errors);
      Optional<String> reason = fields.requiredText("reason", SignatureAnswerBody.LONGEST_REASON);
      fields.refuseOthers();
      errors.refuseIfAny();
      return reason.orElseThrow();
    }
  }

  static SignatureRequestForm of(SignatureRequest request, Optional<EntryProof> proof) {
    SignatureRequestBody body = request.body();
    return new SignatureRequestForm(
        request.id().toString(),
        request.asker().did(),
        body.exportId(),
        body.target(),
        body.title(),
        body.manifestSha256(),
        HexFormat.of().formatHex(Base64Url.decode(body.manifestSha256())),
        body.products(),
        body.supersedes().orElse(null),
        body.warnings(),
        body.overridden().orElse(null),
        request.state(),
        request.receivedAt(),
        request.decided().map(Decided::at).orElse(null),
        request.decided().map(Decided::by).orElse(null),
        request.decided().flatMap(Decided::reason).orElse(null),
        request.signature().orElse(null),
        proof.map(known -> Long.toString(known.proof().index())).orElse(null),
        request.withdrawnAt().orElse(null),
        request.signedBefore().orElse(null));
  }
}
