package org.cfptrace.verify;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cfptrace.declaration.AudienceClaim;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.CommitmentOpening;

/**
 * Reads declarations that were made for others: for auditors, and for strangers who hold the bytes.
 * As strict as the reader of what is sent to us, but for the address. The same token is met several
 * times in a chain, at its issuer and at its buyers; its signature and its opening are checked
 * once.
 */
public final class EvidenceReader {
  /** With thousands of inputs disclosed, a declaration is longer than one that is sent. */
  static final int LONGEST = 32 * 1024 * 1024;

  /** Tokens kept as read: a level of a wide chain, at some five kilobytes each. */
  private static final int MOST_READ = 8192;

  private final KeyDirectory directory;
  private final Recent<String, Read> tokensRead = new Recent<>(MOST_READ);
  private final Map<String, KeyRecord> checkedSignatures = new ConcurrentHashMap<>();
  private final Map<String, CommitmentOpening> checkedOpenings = new ConcurrentHashMap<>();

  /** A reader that looks every signer up here, with its whole key history. */
  public EvidenceReader(KeyDirectory directory) {
    this.directory = requireNonNull(directory, "directory");
  }

  /**
   * Reads a declaration.
   *
   * @param token with whatever is disclosed
   * @param issuer who must have issued it
   */
  public Reading<Evidence> read(
      String token, Optional<CommitmentOpening> opening, ParticipantId issuer) {
    try {
      Refusal.unless(token.length() <= LONGEST, Reason.TOO_LARGE, "above 32 MiB");
      return Reading.accepted(evidence(token, opening, issuer));
    } catch (Refusal refusal) {
      return refusal.asReading(Optional.empty());
    }
  }

  private Evidence evidence(
      String token, Optional<CommitmentOpening> opening, ParticipantId issuer) {
    List<String> parts = Arrays.asList(token.split("~", -1));
    Refusal.unless(
        parts.get(parts.size() - 1).isEmpty(),
        Reason.MALFORMED_TOKEN,
        "expected a token and disclosures, each ended by ~");
    Read read = read(parts.get(0));
    DeclarationClaims plain = read.plain();
    DisclosureResolver.Resolved resolved =
        DisclosureResolver.resolved(read.payload(), parts.subList(1, parts.size() - 1));
    Map<ClaimName, Claim> claims = DeclarationReader.claims(read.payload(), resolved.payload());
    Refusal.unless(
        plain.issuer().equals(issuer), Reason.NOT_THE_ONE_ASKED, "issued by " + plain.issuer());
    checkAddress(plain, claims);
    checkTotals(plain, claims, opening);
    Stages.check(claims);
    return new Evidence(
        new VerifiedDeclaration(plain, token, read.id(), claims, opening, false),
        read.key(),
        parts.get(0),
        resolved.placesKeptBack());
  }

  /** A token whose signature was checked, before its disclosures; the payload is not changed. */
  private record Read(KeyRecord key, JsonNode payload, DeclarationClaims plain, DeclarationId id) {}

  private Read read(String text) {
    Optional<Read> known = tokensRead.find(text);
    if (known.isPresent()) {
      return known.get();
    }
    CompactToken jws = CompactToken.parse(text, DraftDeclaration.TYP);
    JsonNode payload = DeclarationReader.payload(jws);
    KeyRecord key = signer(text, jws, DeclarationReader.issuer(payload));
    DeclarationClaims plain = DeclarationReader.plain(payload);
    Read read = new Read(key, payload, plain, DeclarationId.ofSigningInput(jws.signingInput()));
    tokensRead.keep(text, read);
    return read;
  }

  private KeyRecord signer(String text, CompactToken jws, ParticipantId issuer) {
    KeyRecord known = checkedSignatures.get(text);
    if (known != null) {
      return known;
    }
    KeyRecord key = Signers.checkSignature(directory, jws, issuer).key();
    checkedSignatures.put(text, key);
    return key;
  }

  private void checkTotals(
      DeclarationClaims plain, Map<ClaimName, Claim> claims, Optional<CommitmentOpening> opening) {
    String commitment = plain.commitment().encoded();
    boolean opened = opening.isPresent() && opening.get().equals(checkedOpenings.get(commitment));
    Totals.check(plain.commitment(), claims, opening, opened);
    opening.ifPresent(given -> checkedOpenings.put(commitment, given));
  }

  /** Whoever it was made for, the one shown must be the one signed. */
  private static void checkAddress(DeclarationClaims plain, Map<ClaimName, Claim> claims) {
    if (!(claims.get(ClaimName.AUDIENCE) instanceof AudienceClaim audience)) {
      throw new Refusal(Reason.AUDIENCE_NOT_DISCLOSED, "expected the audience to be shown");
    }
    Refusal.unless(
        audience.digest().equals(plain.recipient()),
        Reason.NOT_FOR_US,
        "the audience shown is not the one signed");
  }
}
