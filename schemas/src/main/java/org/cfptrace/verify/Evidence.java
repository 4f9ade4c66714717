package org.cfptrace.verify;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.keys.KeyThumbprint;

/**
 * A declaration that was made for somebody else, with its signature, digests and commitment
 * checked. Whether its signer was in good standing is judged at the time at which the log took it
 * in; only the reader makes one.
 */
public final class Evidence {
  private final VerifiedDeclaration declaration;
  private final KeyRecord key;
  private final String jws;
  private final int placesKeptBack;

  Evidence(VerifiedDeclaration declaration, KeyRecord key, String jws, int placesKeptBack) {
    this.declaration = requireNonNull(declaration, "declaration");
    this.key = requireNonNull(key, "key");
    this.jws = requireNonNull(jws, "jws");
    this.placesKeptBack = placesKeptBack;
  }

  public VerifiedDeclaration declaration() {
    return declaration;
  }

  /** The key that signed it. */
  public KeyThumbprint kid() {
    return key.key().thumbprint();
  }

  /** The signed token without its disclosures. */
  public String jws() {
    return jws;
  }

  /** Whether elements of the inputs, or whole groups of them, are not shown. */
  public boolean keepsInputsBack() {
    return placesKeptBack > 0;
  }

  /**
   * Judges the signer at the time of inclusion, which takes the place of the issuer's own (see
   * {@link InclusionTime}).
   *
   * @return accepted, with whether it came into the log late; or why it does not stand
   */
  public Reading<Boolean> judgeAt(Instant included) {
    try {
      return Reading.accepted(InclusionTime.isLate(key, declaration.issuedAt(), included));
    } catch (Refusal refusal) {
      return refusal.asReading(Optional.empty());
    }
  }

  /** Shows which it is. */
  @Override
  public String toString() {
    return "Evidence[" + declaration.id() + "]";
  }
}
