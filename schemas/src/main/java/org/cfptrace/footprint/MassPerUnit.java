package org.cfptrace.footprint;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/** The mass of one piece of a part in kilograms: the only bridge between pieces and kilograms. */
public record MassPerUnit(BigDecimal kilograms) {

  public MassPerUnit {
    kilograms = requireNonNull(kilograms, "kilograms").stripTrailingZeros();
    if (kilograms.signum() <= 0) {
      throw new IllegalArgumentException(
          "the mass of a piece must be above 0 kilogram, is " + DecimalText.plain(kilograms));
    }
  }

  public static MassPerUnit of(String kilograms) {
    return new MassPerUnit(DecimalText.parse(kilograms));
  }

  public String text() {
    return DecimalText.plain(kilograms);
  }

  @Override
  public String toString() {
    return text() + " kilogram";
  }
}
