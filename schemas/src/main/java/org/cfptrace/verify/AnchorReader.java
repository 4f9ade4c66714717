package org.cfptrace.verify;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.log.EntryProof;
import org.cfptrace.log.Inclusion;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.LogVerdict;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.log.SignedCheckpoint;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * Reads the proof that a declaration is in the log, and judges its signer by the time at which it
 * was there; this replaces the judgement on receipt. How the signer stands today does not matter:
 * what was good then stays good, unless the key is reported as compromised since before.
 */
public final class AnchorReader {
  private final LogTrust trust;
  private final Signers signers;

  public AnchorReader(LogTrust trust, KeyDirectory directory) {
    this.trust = requireNonNull(trust, "trust");
    // The clock is never asked: the witnesses' is the only time here.
    this.signers = new Signers(requireNonNull(directory, "directory"), Clock.systemUTC());
  }

  /**
   * Checks a proof.
   *
   * @param declaration the token, with disclosures or without
   */
  public Reading<Anchored> read(byte[] declaration, LoggedEntry proof) {
    try {
      return Reading.accepted(judge(declaration, proof));
    } catch (Refusal refusal) {
      return refusal.asReading(Optional.empty());
    } catch (MalformedException e) {
      return Reading.stopped(
          Reason.of(e, Reason.MALFORMED_PAYLOAD), Malformed.detail(e), Optional.empty());
    }
  }

  /**
   * Checks the proof of another token that companies sign, such as the statement of an export.
   *
   * @param entry of the token in the log
   * @return the checkpoint it was shown with, which has a time
   */
  public Reading<SignedCheckpoint> read(
      String token, String typ, LogEntry entry, EntryProof proof) {
    try {
      return Reading.accepted(judge(token, typ, entry, proof));
    } catch (Refusal refusal) {
      return refusal.asReading(Optional.empty());
    } catch (MalformedException e) {
      return Reading.stopped(
          Reason.of(e, Reason.MALFORMED_PAYLOAD), Malformed.detail(e), Optional.empty());
    }
  }

  private SignedCheckpoint judge(String token, String typ, LogEntry entry, EntryProof proof) {
    CompactToken jws = CompactToken.parse(token, typ);
    JsonNode payload = StrictJson.parse(jws.payload());
    Signers.Signed signed = signers.checkSignature(jws, TokenClaims.issuer(payload));
    Instant issuedAt = TokenClaims.instant(Members.of(payload, ""), "iat");
    SignedCheckpoint checkpoint = proven(proof.check(entry, trust));
    // Throws where the key was not good then. A late one is no worse: nobody waits for it.
    InclusionTime.isLate(signed.key(), issuedAt, checkpoint.time().orElseThrow());
    return checkpoint;
  }

  private Anchored judge(byte[] declaration, LoggedEntry proof) {
    String token = new String(declaration, StandardCharsets.ISO_8859_1).split("~", 2)[0];
    CompactToken jws = CompactToken.parse(token, DraftDeclaration.TYP);
    JsonNode payload = StrictJson.parse(jws.payload());
    Signers.Signed signed = signers.checkSignature(jws, TokenClaims.issuer(payload));
    Instant issuedAt = TokenClaims.instant(Members.of(payload, ""), "iat");
    DeclarationId id = DeclarationId.ofSigningInput(jws.signingInput());
    Refusal.unless(
        proof.declarationId().equals(id),
        Reason.BAD_INCLUSION_PROOF,
        "the proof is of another declaration");
    Inclusion inclusion = proven(proof.check(trust));
    boolean late = InclusionTime.isLate(signed.key(), issuedAt, inclusion.time());
    return new Anchored(inclusion, late);
  }

  private static <T> T proven(LogVerdict<T> verdict) {
    return verdict.fold(
        shown -> shown,
        refused -> {
          throw new Refusal(Reason.of(refused.reason()), refused.detail());
        });
  }
}
