package org.cfptrace.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.keys.VerificationKey;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * Restores declarations we signed ourselves from what we kept of them, so that further views can be
 * made. A store is not trusted more than a partner: signature, digests and commitment are checked.
 */
public final class OwnDeclarations {
  private OwnDeclarations() {}

  /**
   * Restores one declaration.
   *
   * @param kept {@link SignedDeclaration#bytes()}
   * @param signer the key of ours that signed it, current or earlier
   */
  public static Reading<SignedDeclaration> restore(
      byte[] kept, CommitmentOpening opening, VerificationKey signer) {
    try {
      String text = new String(kept, StandardCharsets.ISO_8859_1);
      List<String> parts = Arrays.asList(text.split("~", -1));
      CompactToken jws = CompactToken.parse(parts.get(0), DraftDeclaration.TYP);
      Refusal.unless(
          jws.kid().equals(signer.thumbprint()) && jws.isSignedBy(signer),
          Reason.BAD_SIGNATURE,
          "not signed by " + signer.thumbprint());
      return Reading.accepted(restored(jws, parts, opening));
    } catch (Refusal refusal) {
      return refusal.asReading(Optional.empty());
    } catch (MalformedException e) {
      return Reading.stopped(
          Reason.of(e, Reason.MALFORMED_PAYLOAD), Malformed.detail(e), Optional.empty());
    }
  }

  /** Everything a declaration of ours says, inputs and all. */
  public static Map<ClaimName, Claim> claims(SignedDeclaration ours) {
    List<String> parts =
        Arrays.asList(new String(ours.bytes(), StandardCharsets.US_ASCII).split("~", -1));
    JsonNode payload =
        StrictJson.parse(CompactToken.parse(parts.get(0), DraftDeclaration.TYP).payload());
    return DeclarationReader.claims(payload, parts.subList(1, parts.size() - 1));
  }

  private static SignedDeclaration restored(
      CompactToken jws, List<String> parts, CommitmentOpening opening) {
    Refusal.unless(
        parts.get(parts.size() - 1).isEmpty(),
        Reason.MALFORMED_TOKEN,
        "expected a token and disclosures, each ended by ~");
    List<String> texts = parts.subList(1, parts.size() - 1);
    JsonNode payload = StrictJson.parse(jws.payload());
    DeclarationClaims plain = DeclarationClaims.read(Members.of(payload, ""));
    Refusal.unless(
        plain.commitment().opensTo(opening),
        Reason.COMMITMENT_DOES_NOT_OPEN,
        "other amounts were signed");
    DisclosureResolver.resolve(payload, texts);
    return new SignedDeclaration(
        DeclarationId.ofSigningInput(jws.signingInput()),
        plain.jti(),
        parts.get(0),
        byClaim(texts),
        plain.commitment(),
        opening);
  }

  /** Only the inputs are made of several: groups and elements, which have no names of their own. */
  private static Map<ClaimName, List<String>> byClaim(List<String> texts) {
    Map<ClaimName, List<String>> byClaim = new EnumMap<>(ClaimName.class);
    for (String text : texts) {
      ClaimName name =
          DisclosureParts.parse(text).name().map(OwnDeclarations::claim).orElse(ClaimName.INPUTS);
      byClaim.computeIfAbsent(name, n -> new ArrayList<>()).add(text);
    }
    return byClaim;
  }

  private static ClaimName claim(String jsonName) {
    return ClaimName.ofJsonName(jsonName)
        .orElseThrow(() -> new Refusal(Reason.UNKNOWN_CLAIM, "not one of the 23 claims"));
  }
}
