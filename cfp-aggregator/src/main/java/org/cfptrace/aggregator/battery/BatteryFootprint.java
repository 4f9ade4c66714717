package org.cfptrace.aggregator.battery;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;

/**
 * The carbon footprint of a battery as Article 7(1) wants it: per kilowatt hour delivered, in all
 * and by stage, and per battery beside it. The declared figures leave biogenic uptake out; the
 * other total stands beside them. Nothing is rounded here, so the stages add up to the total.
 */
public record BatteryFootprint(Emissions perBattery, FunctionalUnit functionalUnit) {

  /**
   * What one stage contributes.
   *
   * @param declared per battery, without biogenic uptake
   * @param inclBiogenicUptake per battery
   * @param share of the declared total; empty where that is zero
   */
  public record StageValue(
      Stage stage,
      KgCo2e declared,
      KgCo2e inclBiogenicUptake,
      PerKwhDelivered perKwh,
      Optional<Fraction> share) {}

  private static final List<Stage> REPORTED =
      List.of(Stage.RAW_MATERIAL, Stage.MAIN_PRODUCTION, Stage.DISTRIBUTION, Stage.END_OF_LIFE);

  public BatteryFootprint {
    requireNonNull(functionalUnit, "functionalUnit");
    if (!StageProfile.EU_BATTERY.hasAll(perBattery.stages())) {
      throw new IllegalArgumentException(
          "expected the stages of EU_BATTERY, got " + perBattery.stages());
    }
  }

  /** The declared total of one battery: without biogenic uptake. */
  public KgCo2e declaredPerBattery() {
    return perBattery.exclBiogenicUptake();
  }

  /** The declared figure, kg CO2e per kWh delivered. */
  public PerKwhDelivered declared() {
    return functionalUnit.perKwhDelivered(declaredPerBattery());
  }

  /** With biogenic uptake: shown beside the declared figure, never in its place. */
  public PerKwhDelivered inclBiogenicUptake() {
    return functionalUnit.perKwhDelivered(perBattery.inclBiogenicUptake());
  }

  /** Whether part of it came without its split, so that the four stages are not the whole. */
  public boolean isSplitMissing() {
    return perBattery.stages().contains(Stage.UNSPLIT);
  }

  /** The four stages in their order, also those of zero; and what came unsplit, if anything did. */
  public List<StageValue> stages() {
    List<StageValue> values = new ArrayList<>();
    REPORTED.forEach(stage -> values.add(value(stage)));
    if (isSplitMissing()) {
      values.add(value(Stage.UNSPLIT));
    }
    return List.copyOf(values);
  }

  private StageValue value(Stage stage) {
    Emissions part = perBattery.inStage(stage);
    KgCo2e declared = part.exclBiogenicUptake();
    return new StageValue(
        stage,
        declared,
        part.inclBiogenicUptake(),
        functionalUnit.perKwhDelivered(declared),
        share(declared));
  }

  private Optional<Fraction> share(KgCo2e part) {
    KgCo2e total = declaredPerBattery();
    if (total.isZero()) {
      return Optional.empty();
    }
    // A fraction's denominator is positive: where all of it is saved, both change their sign.
    return Optional.of(
        total.signum() > 0
            ? new Fraction(part.value(), total.value())
            : new Fraction(part.negated().value(), total.negated().value()));
  }
}
