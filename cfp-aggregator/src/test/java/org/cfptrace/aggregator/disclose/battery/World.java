package org.cfptrace.aggregator.disclose.battery;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cfptrace.aggregator.battery.BatteryCategory;
import org.cfptrace.aggregator.battery.BatteryFootprints;
import org.cfptrace.aggregator.battery.BatteryModel;
import org.cfptrace.aggregator.battery.BatteryModels;
import org.cfptrace.aggregator.battery.ClassScheme;
import org.cfptrace.aggregator.battery.ClassSchemes;
import org.cfptrace.aggregator.battery.Component;
import org.cfptrace.aggregator.battery.DeclaredBatteries;
import org.cfptrace.aggregator.battery.ExplodedLine;
import org.cfptrace.aggregator.battery.Factor;
import org.cfptrace.aggregator.battery.FunctionalUnitRuleSets;
import org.cfptrace.aggregator.battery.FunctionalUnitRules;
import org.cfptrace.aggregator.battery.LastDeclaration;
import org.cfptrace.aggregator.battery.ProductFigure;
import org.cfptrace.aggregator.battery.ProductFigures;
import org.cfptrace.aggregator.battery.VehicleCategory;
import org.cfptrace.aggregator.disclose.Evidence;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.ProductFacts;
import org.cfptrace.aggregator.disclose.ProductReader;
import org.cfptrace.aggregator.disclose.SourceFacts;
import org.cfptrace.aggregator.disclose.Subject;
import org.cfptrace.aggregator.structure.ComponentRole;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.GwpSet;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.SystemBoundary;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.footprint.Yield;
import org.cfptrace.rollup.LineOrigin;
import org.cfptrace.rollup.LineState;
import org.cfptrace.service.answer.Refused;

/** A company with the published battery, all in memory; what a test changes, it changes here. */
public final class World
    implements BatteryModels,
        ProductFigures,
        FunctionalUnitRuleSets,
        DeclaredBatteries,
        ProductReader {
  public static final Tenant MAKER =
      new Tenant(ParticipantId.of("registry.cfptrace.example", "makermakermakerm"));

  public final List<LastDeclaration> declared = new ArrayList<>();
  public final List<Finding> findings = new ArrayList<>();
  public final List<SourceFacts> sources = new ArrayList<>();
  public Emissions emissions = published();
  public List<ExplodedLine> lines = parts();
  public boolean complete = true;
  public SystemBoundary boundary = SystemBoundary.CRADLE_TO_GRAVE;
  public List<ClassScheme> schemes = List.of();
  public Optional<LocalDate> actInForce = Optional.empty();
  public Optional<Instant> askedFor = Optional.empty();
  public Optional<LocalDate> askedOn = Optional.empty();

  /** As published. */
  public static BatteryFootprints footprints() {
    return new World().batteryFootprints();
  }

  /** As published. */
  public static ProductReader products() {
    return new World();
  }

  public BatteryFootprints batteryFootprints() {
    return new BatteryFootprints(this, this, this, this.asSchemes(), this);
  }

  /** Stages 4200, 1500, 150 and 60 less a credit of 210, and an uptake of 49.5. */
  public static Emissions published() {
    return Emissions.of(Stage.RAW_MATERIAL, EmissionAccount.FOSSIL, KgCo2e.of("4200"))
        .and(Stage.RAW_MATERIAL, EmissionAccount.BIOGENIC_UPTAKE, KgCo2e.of("-49.5"))
        .and(Stage.MAIN_PRODUCTION, EmissionAccount.FOSSIL, KgCo2e.of("1500"))
        .and(Stage.DISTRIBUTION, EmissionAccount.FOSSIL, KgCo2e.of("150"))
        .and(Stage.END_OF_LIFE, EmissionAccount.FOSSIL, KgCo2e.of("60"))
        .and(Stage.END_OF_LIFE, EmissionAccount.END_OF_LIFE_CREDIT, KgCo2e.of("-210"));
  }

  public static ExplodedLine line(String path, LineOrigin origin, LineState state) {
    return new ExplodedLine(
        path,
        "part " + path,
        Optional.empty(),
        Quantity.of("1", DeclaredUnit.PIECE),
        Yield.of("1"),
        origin,
        state,
        Share.NONE,
        Optional.empty());
  }

  private static List<ExplodedLine> parts() {
    return new ArrayList<>(
        Stream.of(ComponentRole.values())
            .map(role -> line("cell/" + role.name(), LineOrigin.PRIMARY, LineState.OK))
            .toList());
  }

  @Override
  public Optional<BatteryModel> find(TraceId product) {
    BatteryModel model = ABattery.model();
    List<Component> components =
        Stream.of(ComponentRole.values())
            .map(role -> new Component("cell/" + role.name(), role))
            .toList();
    return product.equals(ABattery.PRODUCT)
        ? Optional.of(
            new BatteryModel(
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
                components))
        : Optional.empty();
  }

  @Override
  public void keep(BatteryModel model) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<ProductFigure> of(
      Tenant tenant, TraceId product, LocalDate on, Optional<Instant> knownAt) {
    askedFor = knownAt;
    askedOn = Optional.of(on);
    return Optional.of(
        new ProductFigure(
            DeclaredUnit.PIECE,
            emissions,
            complete,
            Share.of("0.05"),
            Optional.of(PrimaryDataShare.of("82.5")),
            Optional.empty(),
            Period.ofYear(2025),
            lines));
  }

  @Override
  public List<FunctionalUnitRules> all() {
    Map<VehicleCategory, Factor> cycles = new EnumMap<>(VehicleCategory.class);
    Map<VehicleCategory, Factor> kilometres = new EnumMap<>(VehicleCategory.class);
    cycles.put(VehicleCategory.M1, factor("60"));
    kilometres.put(VehicleCategory.M1, factor("20000"));
    return List.of(
        new FunctionalUnitRules(
            "Ares(2024)3131389",
            BatteryCategory.EV,
            LocalDate.parse("2024-04-29"),
            "a test",
            cycles,
            kilometres,
            factor("5"),
            actInForce));
  }

  private static Factor factor(String value) {
    return new Factor(new BigDecimal(value), "a test", true);
  }

  @Override
  public boolean add(FunctionalUnitRules rules) {
    throw new UnsupportedOperationException();
  }

  private ClassSchemes asSchemes() {
    return new ClassSchemes() {
      @Override
      public List<ClassScheme> all() {
        return schemes;
      }

      @Override
      public boolean add(ClassScheme scheme) {
        throw new UnsupportedOperationException();
      }
    };
  }

  @Override
  public Optional<LastDeclaration> last(
      String modelId, String facilityId, Optional<Instant> knownAt) {
    return declared.stream()
        .filter(it -> knownAt.isEmpty() || !it.declaredAt().isAfter(knownAt.get()))
        .reduce((earlier, later) -> later);
  }

  @Override
  public void add(LastDeclaration declaration) {
    declared.add(declaration);
  }

  @Override
  public Gathered<ProductFacts> read(
      Tenant tenant, TraceId product, Subject<?> subject, Set<String> options) {
    if (!product.equals(ABattery.PRODUCT)) {
      throw Refused.notFound("structure of product", product);
    }
    ProductFacts facts =
        new ProductFacts(
            ABattery.COMPANY,
            product,
            ABattery.NAME,
            "battery",
            DeclaredUnit.PIECE,
            Optional.empty(),
            Optional.of("BPNA000000000001"),
            Period.ofYear(2025),
            StageProfile.EU_BATTERY,
            new CalculationBasis(GwpSet.AR6, boundary),
            Emissions.NONE,
            emissions,
            complete,
            Share.of("0.05"),
            Optional.of(PrimaryDataShare.of("82.5")),
            Optional.empty(),
            sources);
    return new Gathered<>(
        facts,
        new Evidence(List.of(), List.of(), List.of(product + " 3"), List.of()),
        List.of(),
        findings);
  }
}
