package org.cfptrace.footprint;

/** A total of 2^63 micrograms (about 9.2 million tonnes per unit) or more cannot be declared. */
public final class AmountTooLargeException extends IllegalArgumentException {

  /** The stable code of this refusal at the door. */
  public static final String CODE = "AMOUNT_TOO_LARGE";

  AmountTooLargeException(KgCo2e amount) {
    super(
        CODE
            + ": "
            + amount
            + " kgCO2e does not fit, a declaration holds less than 9223372036.854775808 kgCO2e");
  }
}
