package org.cfptrace.aggregator.battery;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cfptrace.aggregator.structure.ComponentRole;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.BatteryCapacity;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.footprint.Yield;
import org.cfptrace.rollup.LineOrigin;
import org.cfptrace.rollup.LineState;

/** The words the tests of batteries speak, and a company that keeps everything in memory. */
final class Batteries {
  static final TraceId BATTERY = TraceId.of("urn:uuid:11111111-1111-4111-8111-111111111111");
  static final Tenant MAKER =
      new Tenant(ParticipantId.of("registry.cfptrace.example", "makermakermakerm"));
  static final LocalDate TODAY = LocalDate.parse("2026-11-27");

  /** The draft of 2024, its conversion of kilometres, and five years without a warranty. */
  static final FunctionalUnitRules DRAFT = rules("draft", Optional.empty());

  private Batteries() {}

  static FunctionalUnitRules rules(String version, Optional<LocalDate> actInForce) {
    Map<VehicleCategory, Factor> cycles = new EnumMap<>(VehicleCategory.class);
    Map<VehicleCategory, Factor> kilometres = new EnumMap<>(VehicleCategory.class);
    boolean isDraft = actInForce.isEmpty();
    cycles.put(VehicleCategory.M1, factor("60", isDraft));
    cycles.put(VehicleCategory.L, factor("20", isDraft));
    cycles.put(VehicleCategory.N3, factor("250", isDraft));
    kilometres.put(VehicleCategory.M1, factor("20000", isDraft));
    kilometres.put(VehicleCategory.N3, factor("60000", isDraft));
    return new FunctionalUnitRules(
        version,
        BatteryCategory.EV,
        LocalDate.parse("2024-04-29"),
        "a test",
        cycles,
        kilometres,
        factor("5", isDraft),
        actInForce);
  }

  static Factor factor(String value, boolean draft) {
    return new Factor(new BigDecimal(value), "a test", draft);
  }

  /** 75 kWh in a passenger car. */
  static BatteryModel model(Warranty warranty) {
    return model("75", Optional.of(VehicleCategory.M1), warranty, Optional.empty());
  }

  static BatteryModel model(
      String capacity,
      Optional<VehicleCategory> vehicle,
      Warranty warranty,
      Optional<DeclaredCycles> cycles) {
    return new BatteryModel(
        BATTERY,
        "MODEL-1",
        BatteryCategory.EV,
        vehicle,
        "NMC 622",
        new BigDecimal("450"),
        new BatteryCapacity(new BigDecimal(capacity)),
        warranty,
        cycles,
        new Plant("BPNA000000000001", "Kosai", "JP", "Kosai, Shizuoka"),
        mix("0.6"),
        Stream.of(ComponentRole.values())
            .map(role -> new Component("cell/" + role.name().toLowerCase(Locale.ROOT), role))
            .toList());
  }

  static BatteryModel with(BatteryModel model, ElectricityMix mix, List<Component> components) {
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
        mix,
        components);
  }

  static ElectricityMix mix(String hydro) {
    return new ElectricityMix(
        List.of(
            new ElectricityMix.Part("hydro", "JP", Share.of(hydro)),
            new ElectricityMix.Part(
                "gas", "JP", new Share(BigDecimal.ONE.subtract(new BigDecimal(hydro))))));
  }

  /** Stages 4200, 1500, 150 and 60 less a credit of 210: in all 5700 kg per battery. */
  static Emissions emissions() {
    return Emissions.of(Stage.RAW_MATERIAL, EmissionAccount.FOSSIL, KgCo2e.of("4200"))
        .and(Stage.MAIN_PRODUCTION, EmissionAccount.FOSSIL, KgCo2e.of("1500"))
        .and(Stage.DISTRIBUTION, EmissionAccount.FOSSIL, KgCo2e.of("150"))
        .and(Stage.END_OF_LIFE, EmissionAccount.FOSSIL, KgCo2e.of("60"))
        .and(Stage.END_OF_LIFE, EmissionAccount.END_OF_LIFE_CREDIT, KgCo2e.of("-210"));
  }

  static ExplodedLine line(String path) {
    return line(path, LineOrigin.PRIMARY, LineState.OK, "0");
  }

  static ExplodedLine line(String path, LineOrigin origin, LineState state, String estimated) {
    return new ExplodedLine(
        path,
        "part " + path,
        Optional.of(new TraceId(UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)))),
        Quantity.of("2.5", DeclaredUnit.KILOGRAM),
        Yield.of("0.8"),
        origin,
        state,
        Share.of(estimated),
        Optional.empty());
  }

  /** A casing, cells, and what the cells are made of. */
  static List<ExplodedLine> lines() {
    List<ExplodedLine> lines = new ArrayList<>(List.of(line("box"), line("cell")));
    for (ComponentRole role : ComponentRole.values()) {
      lines.add(line("cell/" + role.name().toLowerCase(Locale.ROOT)));
    }
    return lines;
  }

  static ProductFigure figure(Emissions emissions, List<ExplodedLine> lines) {
    return figure(DeclaredUnit.PIECE, emissions, lines, true);
  }

  static ProductFigure figure(
      DeclaredUnit unit, Emissions emissions, List<ExplodedLine> lines, boolean complete) {
    return new ProductFigure(
        unit,
        emissions,
        complete,
        Share.NONE,
        Optional.of(PrimaryDataShare.of("82.5")),
        Optional.empty(),
        Period.ofYear(2025),
        lines);
  }

  /** A company that keeps everything in memory. */
  static final class Company implements BatteryModels, DeclaredBatteries {
    private final Map<TraceId, BatteryModel> models = new HashMap<>();
    private final List<LastDeclaration> declared = new ArrayList<>();
    final Kept<FunctionalUnitRules> ruleSets = new Kept<>(FunctionalUnitRules::validFrom);
    final Kept<ClassScheme> schemes = new Kept<>(ClassScheme::validFrom);
    private ProductFigure figure;

    Company(BatteryModel model, ProductFigure figure) {
      keep(model);
      ruleSets.add(DRAFT);
      this.figure = figure;
    }

    BatteryFile file() {
      return footprints().of(MAKER, BATTERY, TODAY);
    }

    BatteryFootprints footprints() {
      ProductFigures figures =
          (tenant, product, on, knownAt) ->
              tenant.equals(MAKER) && product.equals(BATTERY)
                  ? Optional.of(figure)
                  : Optional.empty();
      return new BatteryFootprints(
          this, figures, Batteries.ruleSets(ruleSets), Batteries.schemes(schemes), this);
    }

    void hasFigure(ProductFigure other) {
      this.figure = other;
    }

    @Override
    public Optional<BatteryModel> find(TraceId product) {
      return Optional.ofNullable(models.get(product));
    }

    @Override
    public void keep(BatteryModel model) {
      models.put(model.product(), model);
    }

    @Override
    public Optional<LastDeclaration> last(
        String modelId, String facilityId, Optional<Instant> knownAt) {
      return declared.stream()
          .filter(it -> it.modelId().equals(modelId) && it.facilityId().equals(facilityId))
          .filter(it -> knownAt.isEmpty() || !it.declaredAt().isAfter(knownAt.get()))
          .reduce((earlier, later) -> later);
    }

    @Override
    public void add(LastDeclaration declaration) {
      declared.add(declaration);
    }
  }

  /** Versions of something, the newest first. */
  static final class Kept<T> {
    private final List<T> items = new ArrayList<>();
    private final Function<T, LocalDate> validFrom;

    Kept(Function<T, LocalDate> validFrom) {
      this.validFrom = validFrom;
    }

    boolean add(T item) {
      return items.add(item);
    }

    private List<T> all() {
      return items.stream().sorted(Comparator.comparing(validFrom).reversed()).toList();
    }
  }

  private static FunctionalUnitRuleSets ruleSets(Kept<FunctionalUnitRules> kept) {
    return new FunctionalUnitRuleSets() {
      @Override
      public List<FunctionalUnitRules> all() {
        return kept.all();
      }

      @Override
      public boolean add(FunctionalUnitRules rules) {
        return kept.add(rules);
      }
    };
  }

  private static ClassSchemes schemes(Kept<ClassScheme> kept) {
    return new ClassSchemes() {
      @Override
      public List<ClassScheme> all() {
        return kept.all();
      }

      @Override
      public boolean add(ClassScheme scheme) {
        return kept.add(scheme);
      }
    };
  }
}
