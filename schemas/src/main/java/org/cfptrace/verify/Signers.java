package org.cfptrace.verify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.cfptrace.footprint.ParticipantId;

/** Judges who signed: first whether the signature is theirs, then how they stand. */
final class Signers {
  /** How far two clocks may differ. */
  static final Duration SKEW = Duration.ofMinutes(2);

  private static final Duration FRESH = Duration.ofDays(1);

  private final KeyDirectory directory;
  private final Clock clock;

  Signers(KeyDirectory directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /** A signature that fits, and what is to be known to judge the signer. */
  record Signed(Standing standing, KeyRecord key) {}

  Signed checkSignature(CompactToken token, ParticipantId issuer) {
    return checkSignature(directory, token, issuer);
  }

  /** Whether the signature is by a key the issuer has or had; not yet whether it was good then. */
  static Signed checkSignature(KeyDirectory directory, CompactToken token, ParticipantId issuer) {
    Standing standing = standing(directory, issuer);
    KeyRecord key =
        standing
            .key(token.kid())
            .orElseThrow(() -> new Refusal(Reason.UNKNOWN_KEY, "not a key of " + issuer));
    Refusal.unless(key.isForSigning(), Reason.WRONG_KEY_USE, "the key's use is " + key.use());
    Refusal.unless(
        token.isSignedBy(key.key()), Reason.BAD_SIGNATURE, "not signed by " + token.kid());
    return new Signed(standing, key);
  }

  /** On receipt: valid at the time of issue, never compromised, and in good standing now. */
  void checkStanding(Signed signed, Instant issuedAt) {
    Instant now = clock.instant();
    Refusal.unless(
        !issuedAt.isAfter(now.plus(SKEW)), Reason.ISSUED_IN_FUTURE, "issued at " + issuedAt);
    Instant asOf = signed.standing().asOf();
    Refusal.unless(
        !asOf.isBefore(now.minus(FRESH)), Reason.STALE_DIRECTORY, "last confirmed at " + asOf);
    Refusal.unless(!signed.key().isCompromised(), Reason.COMPROMISED_KEY, "reported by its owner");
    Refusal.unless(
        signed.key().isValidAt(issuedAt), Reason.KEY_NOT_VALID_THEN, "issued at " + issuedAt);
    Refusal.unless(
        signed.standing().status() == Standing.Status.ACTIVE,
        Reason.SUSPENDED_SIGNER,
        "suspended: " + signed.standing().participant());
  }

  private static Standing standing(KeyDirectory directory, ParticipantId issuer) {
    try {
      return directory
          .find(issuer)
          .filter(standing -> standing.participant().equals(issuer))
          .orElseThrow(() -> new Refusal(Reason.UNKNOWN_SIGNER, "not admitted: " + issuer));
    } catch (KeyDirectory.UnavailableException e) {
      throw new Refusal(Reason.STALE_DIRECTORY, "the directory does not answer");
    }
  }
}
