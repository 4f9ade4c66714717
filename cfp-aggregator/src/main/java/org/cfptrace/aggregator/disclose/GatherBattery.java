package org.cfptrace.aggregator.disclose;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.battery.BatteryFile;
import org.cfptrace.aggregator.battery.BatteryFootprint;
import org.cfptrace.aggregator.battery.BatteryFootprints;
import org.cfptrace.aggregator.battery.BatteryModel;
import org.cfptrace.aggregator.battery.Obligation;
import org.cfptrace.aggregator.disclose.BatteryFacts.Duty;
import org.cfptrace.aggregator.disclose.BatteryFacts.StageAmount;
import org.cfptrace.aggregator.disclose.Evidence.FactorSource;
import org.cfptrace.aggregator.disclose.Evidence.Named;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.TraceId;

/**
 * Finds out what files about a battery say: its footprint on the last day of the period, as it was
 * known at the as-of instant, and everything that hinders its declaration.
 */
public final class GatherBattery {
  private static final int DECIMALS = 6;

  private final BatteryFootprints footprints;
  private final ProductReader products;

  public GatherBattery(BatteryFootprints footprints, ProductReader products) {
    this.footprints = requireNonNull(footprints, "footprints");
    this.products = requireNonNull(products, "products");
  }

  /**
   * Reads a battery.
   *
   * @throws org.cfptrace.service.answer.Refused NOT_FOUND where there is no structure or no model;
   *     what {@link BatteryFootprints} refuses
   */
  public Gathered<BatteryFacts> read(Tenant tenant, Subject<?> subject) {
    TraceId product = TraceId.of(subject.id());
    Gathered<ProductFacts> known = products.read(tenant, product, subject);
    BatteryFile file = footprints.asKnown(tenant, product, subject.period().to(), subject.asOf());
    BatteryFacts facts = facts(file, known.facts());
    List<Finding> findings =
        BatteryFindings.of(file, known.facts(), known.findings(), subject.plant());
    return new Gathered<>(facts, evidence(file, known.evidence()), results(facts), findings);
  }

  private static BatteryFacts facts(BatteryFile file, ProductFacts product) {
    BatteryFootprint footprint = file.footprint();
    return new BatteryFacts(
        product.company(),
        product.name(),
        withoutComponents(file.model()),
        footprint.functionalUnit(),
        file.figure().period(),
        product.basis(),
        footprint.declaredPerBattery(),
        footprint.perBattery().inclBiogenicUptake(),
        footprint.stages().stream()
            .filter(stage -> stage.stage() != Stage.UNSPLIT)
            .map(stage -> new StageAmount(stage.stage(), stage.declared()))
            .toList(),
        file.figure().complete(),
        file.figure().estimatedShare(),
        file.figure().primaryDataShare(),
        file.figure().rating(),
        file.performanceClass(),
        file.classScheme(),
        duties(file));
  }

  private static List<Duty> duties(BatteryFile file) {
    return Arrays.stream(Obligation.values())
        .map(
            obligation ->
                new Duty(
                    obligation,
                    obligation.notBefore(file.model().category()),
                    Optional.ofNullable(file.obligations().get(obligation))))
        .toList();
  }

  private static BatteryModel withoutComponents(BatteryModel model) {
    return new BatteryModel(
        model.product(),
        model.modelId(),
        model.category(),
        model.vehicleCategory(),
        model.chemistry(),
        model.massKilograms(),
        model.usableCapacity(),
        model.warranty(),
        model.cycles(),
        model.plant(),
        model.electricity(),
        List.of());
  }

  private static Evidence evidence(BatteryFile file, Evidence known) {
    List<FactorSource> factors = new ArrayList<>(known.factorSets());
    factors.add(
        new FactorSource(
            "functional-unit-rules",
            file.footprint().functionalUnit().rules(),
            "cycles and years by which a battery's energy over its life is worked out"));
    file.classScheme()
        .ifPresent(
            version ->
                factors.add(
                    new FactorSource(
                        "performance-classes", version, "limits of the performance classes")));
    List<Named> method = new ArrayList<>(known.method());
    method.add(
        new Named(
            "batteryTotal",
            "worked out from unrounded stages, without biogenic uptake; shown with "
                + DECIMALS
                + " decimals, halves away from zero"));
    // Whoever reads two of these hashes sees that parts or electricity changed: not for everybody,
    // as what is in the method is.
    List<String> structures = new ArrayList<>(known.structureVersions());
    structures.add(SourceVersion.battery(file.model().product()));
    structures.add("billOfMaterialsHash " + file.hashes().billOfMaterials());
    structures.add("electricityMixHash " + file.hashes().electricityMix());
    return new Evidence(known.inputs(), factors, structures, method);
  }

  private static List<Named> results(BatteryFacts facts) {
    List<Named> results = new ArrayList<>();
    results.add(
        new Named(
            "carbonFootprint kgCO2e/kWh",
            facts.perKwh(facts.declared()).rounded(DECIMALS).toPlainString()));
    for (StageAmount stage : facts.stages()) {
      results.add(
          new Named(
              stage.stage().jsonName() + " kgCO2e/kWh",
              facts.perKwh(stage.declared()).rounded(DECIMALS).toPlainString()));
    }
    results.add(
        new Named("carbonFootprintPerBattery kgCO2e", facts.declared().value().toPlainString()));
    results.add(
        new Named(
            "carbonFootprintPerBattery inclBiogenicUptake kgCO2e",
            facts.inclBiogenicUptake().value().toPlainString()));
    results.add(
        new Named(
            "energyDelivered kWh",
            facts.functionalUnit().energyDelivered().kilowattHours().toPlainString()));
    return results;
  }
}
