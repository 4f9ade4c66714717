package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/** An amount of fuel, gas or material that was used, above zero, in one of two units. */
public record Activity(BigDecimal amount, Unit unit) {
  /** How fuels and materials are measured. */
  public enum Unit {
    TONNE("t", EmissionFactor.Per.TONNE),
    THOUSAND_CUBIC_METRES("1000 Nm3", EmissionFactor.Per.THOUSAND_CUBIC_METRES);

    private final String symbol;
    private final EmissionFactor.Per factorUnit;

    Unit(String symbol, EmissionFactor.Per factorUnit) {
      this.symbol = symbol;
      this.factorUnit = factorUnit;
    }

    /** The unit as it is written. */
    public String symbol() {
      return symbol;
    }

    /** The unit of a factor that is multiplied with such an amount. */
    public EmissionFactor.Per factorUnit() {
      return factorUnit;
    }
  }

  public Activity {
    requireNonNull(unit, "unit");
    amount = Exact.positive(amount, "an activity");
  }

  public static Activity of(String amount, Unit unit) {
    return new Activity(new BigDecimal(amount), unit);
  }

  Terajoules energy(CalorificValue value) {
    if (value.per() != unit) {
      throw new IllegalArgumentException(
          "a calorific value per " + value.per() + " does not fit an amount in " + unit);
    }
    return new Terajoules(amount.multiply(value.terajoules()));
  }

  @Override
  public String toString() {
    return Exact.shown(amount) + " " + unit.symbol();
  }
}
