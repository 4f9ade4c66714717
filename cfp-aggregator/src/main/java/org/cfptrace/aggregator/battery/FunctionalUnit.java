package org.cfptrace.aggregator.battery;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.cfptrace.footprint.BatteryCapacity;
import org.cfptrace.footprint.EnergyDelivered;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.KgCo2e;

/**
 * One kilowatt hour of what a battery delivers over its service life: {@code capacity × full
 * equivalent cycles per year × years} (draft act on Annex II, Ares(2024)3131389). The years are
 * those of the warranty; where it is given in kilometres, too, the shorter counts.
 *
 * @param cycles per year, or over the whole life where the manufacturer states them so
 * @param years empty where the cycles are those of the whole life
 * @param draft whether any number in it is of a draft
 */
public record FunctionalUnit(
    BatteryCapacity capacity,
    BigDecimal cycles,
    Optional<Fraction> years,
    YearsFrom yearsFrom,
    String rules,
    boolean draft) {
  private static final int SCALE = 9;

  /** Where the years were taken from. */
  public enum YearsFrom {
    WARRANTY_YEARS,
    WARRANTY_KILOMETRES,
    NO_WARRANTY,
    CYCLES_OF_LIFE
  }

  public FunctionalUnit {
    requireNonNull(capacity, "capacity");
    requireNonNull(cycles, "cycles");
    requireNonNull(years, "years");
    requireNonNull(yearsFrom, "yearsFrom");
    requireNonNull(rules, "rules");
  }

  /** The functional unit of a model; empty where neither the rules nor its maker have a number. */
  public static Optional<FunctionalUnit> of(BatteryModel model, FunctionalUnitRules rules) {
    Optional<DeclaredCycles> own = model.cycles();
    if (own.filter(cycles -> cycles.per() == DeclaredCycles.Per.LIFE).isPresent()) {
      return Optional.of(
          new FunctionalUnit(
              model.usableCapacity(),
              own.get().number(),
              Optional.empty(),
              YearsFrom.CYCLES_OF_LIFE,
              rules.version(),
              rules.actInForce().isEmpty()));
    }
    Optional<Factor> ofRules =
        model.vehicleCategory().flatMap(it -> Optional.ofNullable(rules.cyclesPerYear().get(it)));
    Optional<BigDecimal> perYear =
        own.map(DeclaredCycles::number).or(() -> ofRules.map(Factor::value));
    boolean isOfDraft = own.isEmpty() && ofRules.filter(Factor::draft).isPresent();
    return perYear.flatMap(
        number ->
            Years.of(model, rules)
                .map(
                    years ->
                        new FunctionalUnit(
                            model.usableCapacity(),
                            number,
                            Optional.of(years.number()),
                            years.from(),
                            rules.version(),
                            isOfDraft || years.draft() || rules.actInForce().isEmpty())));
  }

  /** All the energy it delivers, in kilowatt hours, exact. */
  public Fraction kilowattHours() {
    return years.orElse(Fraction.ONE).times(capacity.kilowattHours()).times(cycles);
  }

  /** All the energy it delivers, at nine decimals. */
  public EnergyDelivered energyDelivered() {
    return new EnergyDelivered(kilowattHours().rounded(SCALE, RoundingMode.HALF_UP));
  }

  /** What a battery's kilograms are per kilowatt hour it delivers. */
  public PerKwhDelivered perKwhDelivered(KgCo2e perBattery) {
    return new PerKwhDelivered(Fraction.of(perBattery.value()).times(kilowattHours().inverse()));
  }

  /**
   * The same footprint, given per kilowatt hour of capacity: the only way from one to the other.
   */
  public PerKwhDelivered perKwhDelivered(PerKwhCapacity perCapacity) {
    return perKwhDelivered(new KgCo2e(perCapacity.kilograms().multiply(capacity.kilowattHours())));
  }
}
