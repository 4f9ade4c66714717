package org.cfptrace.aggregator.disclose;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.battery.BatteryModel;
import org.cfptrace.aggregator.battery.FunctionalUnit;
import org.cfptrace.aggregator.battery.Obligation;
import org.cfptrace.aggregator.battery.PerKwhDelivered;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;

/**
 * A battery and its footprint per battery, as files for authorities and customers tell it. Nothing
 * of its bill of materials is in it.
 *
 * @param name the product's, beside the model's
 * @param model without its components, which stay with their owner
 * @param declared the declared total: without biogenic uptake, unrounded
 * @param inclBiogenicUptake the other total
 * @param stages the four reported ones in their order
 * @param classScheme the version the class was read from
 * @param duties what Article 7 obliges to and from when
 */
public record BatteryFacts(
    CompanyFacts company,
    String name,
    BatteryModel model,
    FunctionalUnit functionalUnit,
    Period period,
    CalculationBasis basis,
    KgCo2e declared,
    KgCo2e inclBiogenicUptake,
    List<StageAmount> stages,
    boolean complete,
    Share estimatedShare,
    Optional<PrimaryDataShare> primaryDataShare,
    Optional<DataQuality> quality,
    String performanceClass,
    Optional<String> classScheme,
    List<Duty> duties) {
  private static final int EXACT = 18;

  /**
   * What one stage contributes to one battery.
   *
   * @param declared without biogenic uptake; below zero where more is saved than emitted
   */
  public record StageAmount(Stage stage, KgCo2e declared) {
    public StageAmount {
      requireNonNull(stage, "stage");
      requireNonNull(declared, "declared");
    }
  }

  /**
   * What the law obliges to.
   *
   * @param notBefore the fixed day before which nobody is obliged
   * @param from the first day; empty while the act behind it is not in force
   */
  public record Duty(Obligation obligation, LocalDate notBefore, Optional<LocalDate> from) {
    public Duty {
      requireNonNull(obligation, "obligation");
      requireNonNull(notBefore, "notBefore");
      requireNonNull(from, "from");
    }
  }

  public BatteryFacts {
    requireNonNull(company, "company");
    requireNonNull(name, "name");
    requireNonNull(model, "model");
    requireNonNull(functionalUnit, "functionalUnit");
    requireNonNull(period, "period");
    requireNonNull(basis, "basis");
    requireNonNull(declared, "declared");
    requireNonNull(inclBiogenicUptake, "inclBiogenicUptake");
    stages = List.copyOf(stages);
    requireNonNull(estimatedShare, "estimatedShare");
    requireNonNull(primaryDataShare, "primaryDataShare");
    requireNonNull(quality, "quality");
    requireNonNull(performanceClass, "performanceClass");
    requireNonNull(classScheme, "classScheme");
    duties = List.copyOf(duties);
  }

  /** An amount of one battery per kilowatt hour it delivers over its life. */
  public PerKwhDelivered perKwh(KgCo2e perBattery) {
    return functionalUnit.perKwhDelivered(perBattery);
  }

  /**
   * The same with all its digits where they end within 18 decimals, and else with 18, halves away
   * from zero: for files that machines read.
   */
  public BigDecimal perKwhInFull(KgCo2e perBattery) {
    BigDecimal value = perKwh(perBattery).rounded(EXACT);
    return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }

  /** The share of a stage in the declared total, in percent; empty where that is zero. */
  public Optional<BigDecimal> percent(StageAmount part, int decimals) {
    return declared.isZero()
        ? Optional.empty()
        : Optional.of(
            part.declared()
                .value()
                .movePointRight(2)
                .divide(declared.value(), decimals, RoundingMode.HALF_UP));
  }

  /** The sum of the four stages, which is the declared total. */
  public KgCo2e sumOfStages() {
    return stages.stream().map(StageAmount::declared).reduce(KgCo2e.ZERO, KgCo2e::plus);
  }

  /** The first day on which the law obliges to this; empty while its act is not in force. */
  public Optional<LocalDate> obligedFrom(Obligation obligation) {
    return duties.stream()
        .filter(duty -> duty.obligation() == obligation)
        .findFirst()
        .flatMap(Duty::from);
  }
}
