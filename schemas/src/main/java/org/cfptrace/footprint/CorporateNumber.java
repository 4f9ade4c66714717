package org.cfptrace.footprint;

import static java.util.Objects.requireNonNull;

/**
 * 法人番号: the number the Japanese tax agency gives a corporation, thirteen digits of which the first
 * is a check digit, {@code 9 − (Σ Pn·Qn mod 9)} (Ordinance of the Ministry of Finance No. 70 of
 * 2014, article 2): Pn the n-th of the other twelve from the right, Qn 1 for odd and 2 for even n.
 */
public record CorporateNumber(String digits) {

  private static final int LENGTH = 13;

  public CorporateNumber {
    requireNonNull(digits, "digits");
    if (digits.length() != LENGTH || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("a corporate number has 13 digits, got " + digits);
    }
    int expected = checkDigit(digits);
    if (digits.charAt(0) - '0' != expected) {
      throw new IllegalArgumentException(
          "check digit of corporate number " + digits + " should be " + expected);
    }
  }

  private static int checkDigit(String digits) {
    int sum = 0;
    for (int n = 1; n < LENGTH; n++) {
      int weight = n % 2 == 1 ? 1 : 2;
      sum += (digits.charAt(LENGTH - n) - '0') * weight;
    }
    return 9 - sum % 9;
  }

  @Override
  public String toString() {
    return digits;
  }
}
