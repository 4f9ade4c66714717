package org.cfptrace.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.Claims;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * Reads declarations: shape, signature, standing, address, replay, supersession, commitment, units,
 * in this order, each step on what the one before has proved.
 */
final class DeclarationReader {
  private final ParticipantId me;
  private final Signers signers;
  private final Seen seen;
  private final BoughtUnits boughtUnits;

  DeclarationReader(ParticipantId me, Signers signers, Seen seen, BoughtUnits boughtUnits) {
    this.me = me;
    this.signers = signers;
    this.seen = seen;
    this.boughtUnits = boughtUnits;
  }

  /**
   * Reads a copy made for us.
   *
   * @param sender who handed it to us, which must be who issued it
   */
  VerifiedDeclaration read(
      String token, Optional<CommitmentOpening> opening, ParticipantId sender) {
    return read(
        token,
        opening,
        (plain, claims) -> {
          Refusal.unless(
              plain.issuer().equals(sender), Reason.FORWARDED, "issued by " + plain.issuer());
          Address.checkMadeFor(me, plain, claims, Reason.NOT_FOR_US);
        },
        plain -> seen.digestOf(plain.issuer(), plain.jti()));
  }

  /**
   * Reads a copy made for somebody else, who hands it on to us.
   *
   * @param presenter who handed it on, which must be whom it was made for
   */
  VerifiedDeclaration readPresented(
      String token, Optional<CommitmentOpening> opening, ParticipantId presenter) {
    return read(
        token,
        opening,
        (plain, claims) -> Address.checkHandedOnBy(presenter, plain, claims),
        plain -> seen.presentedDigestOf(presenter, plain.issuer(), plain.jti()));
  }

  private VerifiedDeclaration read(
      String token,
      Optional<CommitmentOpening> opening,
      BiConsumer<DeclarationClaims, Map<ClaimName, Claim>> address,
      Function<DeclarationClaims, Optional<String>> seenBefore) {
    Refusal.unless(
        token.length() <= SignedDeclaration.LONGEST_TOKEN, Reason.TOO_LARGE, "above 64 KiB");
    List<String> parts = Arrays.asList(token.split("~", -1));
    Refusal.unless(
        parts.get(parts.size() - 1).isEmpty(),
        Reason.MALFORMED_TOKEN,
        "expected a token and disclosures, each ended by ~");
    CompactToken jws = CompactToken.parse(parts.get(0), DraftDeclaration.TYP);
    JsonNode payload = payload(jws);
    Signers.Signed signed = signers.checkSignature(jws, issuer(payload));
    DeclarationClaims plain = plain(payload);
    Map<ClaimName, Claim> claims = claims(payload, parts.subList(1, parts.size() - 1));
    signers.checkStanding(signed, plain.issuedAt());
    address.accept(plain, claims);
    DeclarationId id = DeclarationId.ofSigningInput(jws.signingInput());
    boolean repeat = Replay.isRepeat(seenBefore.apply(plain), plain.jti(), id.value());
    Supersession.check(id, plain.issuer(), claims, seen);
    Totals.check(plain.commitment(), claims, opening);
    Stages.check(claims);
    Units.check(plain.issuer(), claims, boughtUnits);
    return new VerifiedDeclaration(plain, token, id, claims, opening, repeat);
  }

  static JsonNode payload(CompactToken jws) {
    try {
      return StrictJson.parse(jws.payload());
    } catch (MalformedException e) {
      throw new Refusal(Reason.of(e, Reason.MALFORMED_PAYLOAD), Malformed.detail(e));
    }
  }

  static ParticipantId issuer(JsonNode payload) {
    try {
      return TokenClaims.issuer(payload);
    } catch (MalformedException e) {
      throw new Refusal(Reason.MALFORMED_PAYLOAD, Malformed.detail(e));
    }
  }

  static DeclarationClaims plain(JsonNode payload) {
    try {
      return DeclarationClaims.read(Members.of(payload, ""));
    } catch (MalformedException e) {
      throw new Refusal(Reason.of(e, Reason.MALFORMED_PAYLOAD), Malformed.detail(e));
    }
  }

  static Map<ClaimName, Claim> claims(JsonNode payload, List<String> disclosures) {
    return claims(payload, DisclosureResolver.resolve(payload, disclosures));
  }

  /** The claims among the members that were disclosed. */
  static Map<ClaimName, Claim> claims(JsonNode payload, JsonNode resolved) {
    Map<ClaimName, Claim> claims = new EnumMap<>(ClaimName.class);
    for (Map.Entry<String, JsonNode> member : resolved.properties()) {
      // The plain members were checked to be exactly those agreed; what else is there was hidden.
      if (!payload.has(member.getKey())) {
        Claim claim = claim(member.getKey(), member.getValue());
        claims.put(claim.name(), claim);
      }
    }
    return claims;
  }

  private static Claim claim(String jsonName, JsonNode value) {
    ClaimName name =
        ClaimName.ofJsonName(jsonName)
            .orElseThrow(() -> new Refusal(Reason.UNKNOWN_CLAIM, "not one of the 23 claims"));
    try {
      return Claims.read(name, value);
    } catch (MalformedException e) {
      throw new Refusal(Reason.of(e, Reason.MALFORMED_CLAIM), Malformed.detail(e));
    }
  }
}
