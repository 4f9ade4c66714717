package org.cfptrace.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Commitment;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.Members;

/**
 * Header and payload of a declaration: which it is, who has issued it and with which key. For
 * declarations that are our own or were checked when they came, and for those that are known by
 * their id: it is the digest of both, so nobody can show others for it. Whether the signature is
 * good is not looked at here.
 */
public final class DeclarationHead {
  /** The longest in characters; they are about 3,000, whatever the declaration says. */
  public static final int LONGEST = 32 * 1024;

  private final DeclarationId id;
  private final KeyThumbprint signedWith;
  private final ParticipantId issuer;
  private final JsonNode payload;

  private DeclarationHead(CompactToken token) {
    this.id = DeclarationId.ofSigningInput(token.signingInput());
    this.signedWith = token.kid();
    this.payload = DeclarationReader.payload(token);
    this.issuer = DeclarationReader.issuer(payload);
  }

  /** Of a whole declaration, with disclosures or without. */
  public static Reading<DeclarationHead> ofToken(String token) {
    int end = token.indexOf('~');
    String signed = end < 0 ? token : token.substring(0, end);
    return ofSigningInput(signed.substring(0, Math.max(0, signed.lastIndexOf('.'))));
  }

  /** Of {@code header.payload}, exactly as they were signed. */
  public static Reading<DeclarationHead> ofSigningInput(String text) {
    try {
      Refusal.unless(text.length() <= LONGEST, Reason.TOO_LARGE, "above 32 KiB");
      return Reading.accepted(
          new DeclarationHead(CompactToken.ofSigningInput(text, DraftDeclaration.TYP)));
    } catch (Refusal refusal) {
      return refusal.asReading(Optional.empty());
    }
  }

  public DeclarationId id() {
    return id;
  }

  /** Who says to have issued it. */
  public ParticipantId issuer() {
    return issuer;
  }

  /** The key that its header names. */
  public KeyThumbprint signedWith() {
    return signedWith;
  }

  /** The commitment to its totals, or why there is none. */
  public Reading<Commitment> commitment() {
    try {
      return Reading.accepted(DeclarationClaims.commitmentOf(Members.of(payload, "")));
    } catch (MalformedException e) {
      return Reading.stopped(
          Reason.of(e, Reason.MALFORMED_PAYLOAD), Malformed.detail(e), Optional.empty());
    }
  }
}
