package org.cfptrace.verify;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.keys.VerificationKey;

/**
 * One key in a participant's signed history.
 *
 * @param key the public point; for an encryption key it only serves to recognise it
 * @param algorithm what the key may be used with, {@code ES256} for signing keys
 * @param from first instant of validity
 * @param to end of validity, not included; empty while the key is current
 * @param compromisedSince from when on nothing it signed is believed
 */
public record KeyRecord(
    VerificationKey key,
    KeyUse use,
    String algorithm,
    Instant from,
    Optional<Instant> to,
    Optional<Instant> compromisedSince) {

  public KeyRecord {
    requireNonNull(key, "key");
    requireNonNull(use, "use");
    requireNonNull(algorithm, "algorithm");
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(compromisedSince, "compromisedSince");
  }

  /** A current signing key. */
  public static KeyRecord signing(VerificationKey key, Instant from) {
    return new KeyRecord(key, KeyUse.SIGN, "ES256", from, Optional.empty(), Optional.empty());
  }

  boolean isForSigning() {
    return use == KeyUse.SIGN && algorithm.equals("ES256");
  }

  boolean isValidAt(Instant instant) {
    return !instant.isBefore(from) && to.filter(end -> !instant.isBefore(end)).isEmpty();
  }

  /**
   * A compromise is believed whatever the signer's own time says: {@code iat} can be back-dated.
   */
  boolean isCompromised() {
    return compromisedSince.isPresent();
  }

  /** Whether it was compromised by then; only where the time is not the signer's own word. */
  boolean isCompromisedAt(Instant instant) {
    return compromisedSince.filter(since -> !since.isAfter(instant)).isPresent();
  }
}
