package org.cfptrace.footprint;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/** How much of something, in its unit: 2.5 kilogram. Never negative. */
public record Quantity(BigDecimal amount, DeclaredUnit unit) {

  private static final Set<String> TONNE = Set.of("tonne", "metric-ton", "t");
  private static final BigDecimal KILOGRAMS_PER_TONNE = BigDecimal.valueOf(1000);

  public Quantity {
    amount = requireNonNull(amount, "amount").stripTrailingZeros();
    requireNonNull(unit, "unit");
    if (amount.signum() < 0) {
      throw new IllegalArgumentException(
          "an amount may not be negative: " + DecimalText.plain(amount) + " " + unit);
    }
  }

  public static Quantity of(String amount, DeclaredUnit unit) {
    return new Quantity(DecimalText.parse(amount), unit);
  }

  /**
   * Reads what a person writes. Tonnes are taken as a convenience and become kilograms at once; no
   * figure is ever stated per tonne.
   */
  public static Quantity ofInput(String amount, String unit) {
    BigDecimal number = DecimalText.parse(amount);
    if (TONNE.contains(unit.strip().toLowerCase(Locale.ROOT))) {
      return new Quantity(number.multiply(KILOGRAMS_PER_TONNE), DeclaredUnit.KILOGRAM);
    }
    return new Quantity(number, DeclaredUnit.ofAnySpelling(unit));
  }

  @Override
  public String toString() {
    return DecimalText.plain(amount) + " " + unit;
  }
}
