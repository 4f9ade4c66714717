package org.cfptrace.declaration;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Share;
import org.cfptrace.keys.Commitment;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.keys.Jws;
import org.cfptrace.keys.Randomness;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;

/**
 * A declaration in the making: who states what to whom. The total is not given but follows from the
 * committed amounts, so the two cannot differ. A draft never changes: {@link #with} answers a new
 * one.
 */
public final class DraftDeclaration {
  /** The form of this version. */
  public static final String TYP = "cfp-decl-v1+sd-jwt";

  /** Digests in every declaration, however many claims it holds. */
  public static final int DIGESTS = 32;

  private static final int DIGEST_BYTES = 32;

  private final ParticipantId issuer;
  private final ParticipantId recipient;
  private final CommittedTotals totals;
  private final Map<ClaimName, Claim> claims;

  private DraftDeclaration(
      ParticipantId issuer,
      ParticipantId recipient,
      CommittedTotals totals,
      Map<ClaimName, Claim> claims) {
    this.issuer = requireNonNull(issuer, "issuer");
    this.recipient = requireNonNull(recipient, "recipient");
    this.totals = requireNonNull(totals, "totals");
    this.claims = claims;
  }

  /**
   * A draft of one copy.
   *
   * @param recipient whom the copy is for; the issuer itself for a self-declaration
   * @param complete whether every line of the sum is known
   * @param estimatedShare how much of the total is estimated
   */
  public static DraftDeclaration of(
      ParticipantId issuer,
      ParticipantId recipient,
      CommittedTotals totals,
      boolean complete,
      Share estimatedShare) {
    Map<ClaimName, Claim> claims = new EnumMap<>(ClaimName.class);
    claims.put(ClaimName.TOTAL, TotalClaim.of(totals, complete, estimatedShare));
    return new DraftDeclaration(issuer, recipient, totals, claims);
  }

  /** Adds a claim, or replaces it. Total and audience are made by the draft itself. */
  public DraftDeclaration with(Claim claim) {
    if (claim.name() == ClaimName.TOTAL || claim.name() == ClaimName.AUDIENCE) {
      throw new IllegalArgumentException(claim.name() + " is made by the draft itself");
    }
    if (claim instanceof StagesClaim stages && !stages.addUpTo(totals)) {
      throw new IllegalArgumentException("the stages do not add up to the committed totals");
    }
    Map<ClaimName, Claim> more = new EnumMap<>(claims);
    more.put(claim.name(), claim);
    return new DraftDeclaration(issuer, recipient, totals, more);
  }

  /** What it will say under this name; the audience is made when it is signed. */
  public Optional<Claim> claim(ClaimName name) {
    return Optional.ofNullable(claims.get(name));
  }

  /** The same statement for another recipient; signing gives it its own identity and salts. */
  public DraftDeclaration forRecipient(ParticipantId other) {
    return new DraftDeclaration(issuer, other, totals, claims);
  }

  /** Signs with a fresh identity, fresh salts and a fresh blinding factor. */
  public SignedDeclaration sign(SigningKey key, Instant issuedAt, Randomness random) {
    AudienceClaim audience = AudienceClaim.fresh(recipient, random);
    Map<ClaimName, List<Disclosure>> disclosures = disclosures(audience, random);
    Map<ClaimName, List<String>> texts = new EnumMap<>(ClaimName.class);
    disclosures.forEach(
        (name, parts) -> texts.put(name, parts.stream().map(Disclosure::text).toList()));
    CommitmentOpening opening =
        CommitmentOpening.fresh(
            totals.grossMicrograms(),
            totals.removalsMicrograms(),
            totals.uptakeMicrograms(),
            random);
    Commitment commitment = Commitment.to(opening);
    String jti = random.urnUuid();
    ObjectNode payload =
        StrictJson.object()
            .put("iss", issuer.did())
            .put("jti", jti)
            .put("iat", issuedAt.getEpochSecond())
            .put("rcpt", audience.digest())
            .put("ct", commitment.encoded());
    payload.set("_sd", digests(disclosures, random));
    payload.put("_sd_alg", "sha-256");
    String jws = Jws.sign(key, TYP, StrictJson.write(payload));
    byte[] signingInput =
        jws.substring(0, jws.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
    return new SignedDeclaration(
        DeclarationId.ofSigningInput(signingInput), jti, jws, texts, commitment, opening);
  }

  private Map<ClaimName, List<Disclosure>> disclosures(AudienceClaim audience, Randomness random) {
    Map<ClaimName, List<Disclosure>> disclosures = new EnumMap<>(ClaimName.class);
    disclosures.put(ClaimName.AUDIENCE, List.of(disclosure(audience, random)));
    claims.forEach(
        (name, claim) ->
            disclosures.put(
                name,
                claim instanceof InputsClaim inputs
                    ? inputs.disclosures(random)
                    : List.of(disclosure(claim, random))));
    return disclosures;
  }

  private static Disclosure disclosure(Claim claim, Randomness random) {
    return Disclosure.ofMember(claim.name().jsonName(), claim.toJson(), random);
  }

  /** One digest per claim, filled up with decoys, sorted so that the order says nothing. */
  private static ArrayNode digests(
      Map<ClaimName, List<Disclosure>> disclosures, Randomness random) {
    List<String> digests = new ArrayList<>();
    disclosures.values().forEach(texts -> digests.add(texts.get(0).digest()));
    int missing = DIGESTS - digests.size();
    byte[] decoys = random.bytes(missing * DIGEST_BYTES);
    for (int i = 0; i < missing; i++) {
      byte[] decoy = Arrays.copyOfRange(decoys, i * DIGEST_BYTES, (i + 1) * DIGEST_BYTES);
      digests.add(Base64Url.encode(decoy));
    }
    ArrayNode array = StrictJson.array();
    digests.stream().sorted().forEach(array::add);
    return array;
  }

  @Override
  public String toString() {
    return "DraftDeclaration[" + claims.keySet() + "]";
  }
}
