package org.cfptrace.aggregator.battery;

import java.math.BigDecimal;
import java.util.Optional;
import org.cfptrace.footprint.Fraction;

/** How long a battery serves, and by which number of the rules. */
record Years(Fraction number, FunctionalUnit.YearsFrom from, boolean draft) {

  /** Empty where the warranty is in kilometres alone and no rule says how many make a year. */
  static Optional<Years> of(BatteryModel model, FunctionalUnitRules rules) {
    Optional<Years> years =
        model
            .warranty()
            .years()
            .map(it -> new Years(Fraction.of(it), FunctionalUnit.YearsFrom.WARRANTY_YEARS, false));
    if (model.warranty().kilometres().isPresent()) {
      Optional<Years> driven =
          model
              .vehicleCategory()
              .flatMap(it -> Optional.ofNullable(rules.kilometresPerYear().get(it)))
              .map(perYear -> driven(model.warranty().kilometres().get(), perYear));
      return driven.map(it -> years.filter(other -> other.isShorterThan(it)).orElse(it));
    }
    return years.or(() -> Optional.of(withoutWarranty(rules.yearsWithoutWarranty())));
  }

  private static Years driven(BigDecimal kilometres, Factor perYear) {
    return new Years(
        new Fraction(kilometres, perYear.value()),
        FunctionalUnit.YearsFrom.WARRANTY_KILOMETRES,
        perYear.draft());
  }

  private static Years withoutWarranty(Factor years) {
    return new Years(
        Fraction.of(years.value()), FunctionalUnit.YearsFrom.NO_WARRANTY, years.draft());
  }

  /** Of equals the one given in years, which no conversion stands behind. */
  private boolean isShorterThan(Years other) {
    return number
            .numerator()
            .multiply(other.number.denominator())
            .compareTo(other.number.numerator().multiply(number.denominator()))
        <= 0;
  }
}
