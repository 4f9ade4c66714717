package org.cfptrace.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cfptrace.keys.KeyThumbprint;

/**
 * The rules of time that hold once a declaration is in the log: the time of inclusion counts, for
 * the signer's own {@code iat} may say anything.
 */
public final class InclusionTime {
  /** How much later than its inclusion a declaration may say it was issued: clocks differ. */
  public static final Duration SKEW = Signers.SKEW;

  /** How much later than its issue it may come into the log unmarked. */
  public static final Duration LATE = Duration.ofHours(24);

  private InclusionTime() {}

  /**
   * Whether a declaration that {@code kid} signed came into the log late.
   *
   * @return accepted with true or false, or refused with the reason
   */
  public static Reading<Boolean> judge(
      Standing signer, KeyThumbprint kid, Instant issuedAt, Instant includedAt) {
    try {
      KeyRecord key =
          signer
              .key(kid)
              .orElseThrow(
                  () -> new Refusal(Reason.UNKNOWN_KEY, "not a key of " + signer.participant()));
      Refusal.unless(key.isForSigning(), Reason.WRONG_KEY_USE, "the key's use is " + key.use());
      return Reading.accepted(isLate(key, issuedAt, includedAt));
    } catch (Refusal refusal) {
      return refusal.asReading(Optional.empty());
    }
  }

  static boolean isLate(KeyRecord key, Instant issuedAt, Instant includedAt) {
    Refusal.unless(
        !issuedAt.isAfter(includedAt.plus(SKEW)),
        Reason.ISSUED_AFTER_INCLUSION,
        "issued at " + issuedAt + ", in the log at " + includedAt);
    Refusal.unless(
        !key.isCompromisedAt(includedAt),
        Reason.COMPROMISED_KEY,
        "reported as compromised since before " + includedAt);
    Refusal.unless(
        key.isValidAt(includedAt), Reason.KEY_NOT_VALID_THEN, "in the log at " + includedAt);
    return includedAt.isAfter(issuedAt.plus(LATE));
  }
}
