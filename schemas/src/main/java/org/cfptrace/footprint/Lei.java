package org.cfptrace.footprint;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * Legal Entity Identifier (ISO 17442): eighteen digits and capital letters and two check digits by
 * ISO 7064 MOD 97-10: the whole, letters read as 10 to 35, leaves 1 when divided by 97.
 */
public record Lei(String code) {

  private static final Pattern FORM = Pattern.compile("[0-9A-Z]{18}[0-9]{2}");

  public Lei {
    requireNonNull(code, "code");
    if (!FORM.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "an LEI has 18 digits or capital letters and 2 check digits, got " + code);
    }
    if (remainder(code) != 1) {
      throw new IllegalArgumentException("check digits of LEI " + code + " do not fit");
    }
  }

  private static int remainder(String code) {
    int remainder = 0;
    for (int i = 0; i < code.length(); i++) {
      int value = Character.digit(code.charAt(i), 36);
      remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
    }
    return remainder;
  }

  @Override
  public String toString() {
    return code;
  }
}
