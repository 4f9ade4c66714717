package org.cfptrace.footprint;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * What a footprint rests on, in percent of its emissions by size.
 *
 * @param declared on declarations that their issuers have signed
 * @param audited on the part of these that an accredited auditor has verified; at most {@code
 *     declared}
 */
public record VerificationShares(BigDecimal declared, BigDecimal audited) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** A company's own figures and estimates: nobody has signed them. */
  public static final VerificationShares NONE =
      new VerificationShares(BigDecimal.ZERO, BigDecimal.ZERO);

  /** A declaration with its issuer's signature and no auditor's word. */
  public static final VerificationShares SIGNED = new VerificationShares(HUNDRED, BigDecimal.ZERO);

  public VerificationShares {
    declared = requireNonNull(declared, "declared").stripTrailingZeros();
    audited = requireNonNull(audited, "audited").stripTrailingZeros();
    if (audited.signum() < 0
        || audited.compareTo(declared) > 0
        || declared.compareTo(HUNDRED) > 0) {
      throw new IllegalArgumentException(
          "expected 0 ≤ audited ≤ declared ≤ 100 percent, got "
              + DecimalText.plain(audited)
              + " of "
              + DecimalText.plain(declared));
    }
  }

  /** A signed declaration of which an auditor has verified so many percent. */
  public static VerificationShares audited(String percent) {
    return new VerificationShares(HUNDRED, DecimalText.parse(percent));
  }

  /** On declarations that carry nothing but their issuer's signature. */
  public BigDecimal signedOnly() {
    return declared.subtract(audited);
  }

  /** On no declaration: the company's own figures and estimates. */
  public BigDecimal notDeclared() {
    return HUNDRED.subtract(declared);
  }

  /** Whether an auditor has verified any of it. */
  public boolean isAnyAudited() {
    return audited.signum() > 0;
  }

  /** Whether any of it rests on a declaration. */
  public boolean isAnyDeclared() {
    return declared.signum() > 0;
  }
}
