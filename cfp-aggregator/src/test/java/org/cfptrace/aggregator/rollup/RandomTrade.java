package org.cfptrace.aggregator.rollup;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.Cell;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.GwpSet;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.SystemBoundary;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.footprint.VerificationShares;
import org.cfptrace.footprint.Yield;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.Estimate;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineOrigin;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.PendingSource;
import org.cfptrace.rollup.Proxy;
import org.cfptrace.rollup.RatingWithheld;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.rollup.UnusableReason;
import org.jspecify.annotations.Nullable;

/** Everything a tenant may send, drawn by seed; {@code odd} of 100 things are out of the common. */
final class RandomTrade {
  static final Period YEAR = Period.ofYear(2025);

  private static final List<Cell> CELLS = cells();
  private static final List<DeclaredUnit> UNITS =
      List.of(
          DeclaredUnit.PIECE,
          DeclaredUnit.PIECE,
          DeclaredUnit.KILOGRAM,
          DeclaredUnit.KILOGRAM,
          DeclaredUnit.LITER,
          DeclaredUnit.CUBIC_METER,
          DeclaredUnit.KILOWATT_HOUR,
          DeclaredUnit.MEGAJOULE);
  private static final List<LineState> STATES =
      List.of(
          LineState.ASKED,
          LineState.REJECTED,
          LineState.WITHHELD,
          LineState.PERIOD_GAP,
          LineState.EXPIRED,
          LineState.RECALLED,
          LineState.SENDER_SUSPENDED,
          LineState.unusable(UnusableReason.SHARE_MISSING));

  private final Random random;
  private final int odd;
  private final List<SupplierProduct> suppliers = new ArrayList<>();

  RandomTrade(Random random, int odd, int suppliers) {
    this.random = random;
    this.odd = odd;
    for (int i = 0; i < suppliers; i++) {
      this.suppliers.add(new SupplierProduct(partner(), product()));
    }
  }

  List<SupplierProduct> suppliers() {
    return suppliers;
  }

  TraceId product() {
    return new TraceId(new UUID(random.nextLong(), random.nextLong()));
  }

  /** A product made of some of these parts. */
  OwnProduct product(TraceId id, List<TraceId> parts) {
    StageProfile[] profiles = StageProfile.values();
    StageProfile profile =
        isOdd() ? profiles[random.nextInt(profiles.length)] : StageProfile.OURANOS;
    CalculationBasis basis = basis();
    List<BillOfMaterialsLine> lines = new ArrayList<>();
    int count = random.nextInt(7);
    for (int i = 0; i < count; i++) {
      lines.add(line(new LineId("L" + i), parts));
    }
    return new OwnProduct(
        id,
        unit(),
        random.nextBoolean() ? mass() : null,
        basis,
        profile,
        random.nextInt(8) > 0 ? own(profile, basis.boundary()) : null,
        random.nextInt(4) == 0 ? own(profile, basis.boundary()) : null,
        lines);
  }

  SourceFigure figure() {
    if (random.nextInt(6) == 0) {
      LineState state = STATES.get(random.nextInt(STATES.size()));
      return random.nextBoolean()
          ? SourceFigure.missing(state)
          : new SourceFigure.Missing(state, given());
    }
    return given();
  }

  boolean isOdd() {
    return random.nextInt(100) < odd;
  }

  private BillOfMaterialsLine line(LineId id, List<TraceId> parts) {
    return new BillOfMaterialsLine(
        id,
        "part " + id,
        new Quantity(random.nextInt(20) == 0 ? BigDecimal.ZERO : amount(), unit()),
        random.nextBoolean() ? Yield.FULL : new Yield(decimal(1, 1000, 3)),
        random.nextBoolean() ? mass() : null,
        supply(parts),
        isOdd() ? new Proxy(random.nextBoolean() ? estimate() : null) : null);
  }

  private LineSupply supply(List<TraceId> parts) {
    int drawn = random.nextInt(10);
    if (drawn < 5 && !parts.isEmpty()) {
      return new LineSupply.Own(parts.get(random.nextInt(parts.size())));
    }
    if (drawn < 6) {
      return new LineSupply.Terminal(estimate());
    }
    if (isOdd()) {
      return severalSources();
    }
    if (drawn < 7) {
      return new LineSupply.Procured(List.of(), random.nextBoolean() ? List.of() : pending());
    }
    SupplierProduct supplier = supplier();
    return LineSupply.procured(LineSource.only(supplier.partner(), supplier.product()));
  }

  private LineSupply severalSources() {
    List<LineSource> sources = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      SupplierProduct supplier = supplier();
      LocalDate from = random.nextInt(3) == 0 ? LocalDate.of(2025, 7, 1) : null;
      LocalDate to = random.nextInt(3) == 0 ? LocalDate.of(2025, 9 + random.nextInt(4), 30) : null;
      sources.add(
          new LineSource(
              supplier.partner(), supplier.product(), new Share(decimal(1, 333, 3)), from, to));
    }
    return new LineSupply.Procured(sources, random.nextBoolean() ? List.of() : pending());
  }

  private List<PendingSource> pending() {
    List<PendingSource> pending = new ArrayList<>();
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      Share share = random.nextBoolean() ? Share.ALL : new Share(decimal(0, 1000, 3));
      LocalDate to = random.nextInt(3) == 0 ? LocalDate.of(2025, 6, 30) : null;
      LineState state = STATES.get(random.nextInt(STATES.size()));
      pending.add(new PendingSource(partner(), share, null, to, state));
    }
    return pending;
  }

  private Estimate estimate() {
    LineOrigin origin = random.nextBoolean() ? LineOrigin.SECONDARY : LineOrigin.DEFAULT;
    GwpSet gwp = random.nextBoolean() ? null : basis().gwp();
    return new Estimate(origin, unit(), emissions(CELLS), quality(), "drawn", gwp);
  }

  private SourceFigure.Given given() {
    DataQuality quality = quality();
    boolean mixed = quality == null && isOdd();
    return new SourceFigure.Given(
        unit(),
        random.nextBoolean() ? mass() : null,
        emissions(CELLS),
        random.nextInt(5) > 0,
        random.nextBoolean() ? Share.NONE : new Share(decimal(0, 1_000_000_000, 9)),
        quality,
        random.nextInt(3) == 0 ? null : new PrimaryDataShare(decimal(0, 100_000, 3)),
        basis(),
        YEAR,
        YEAR.to(),
        null,
        mixed ? RatingWithheld.SCALE_MIX : null,
        isOdd() ? null : verification());
  }

  private VerificationShares verification() {
    BigDecimal percent = decimal(0, 1_000_000_000, 7);
    return new VerificationShares(BigDecimal.valueOf(100), percent);
  }

  private OwnEmissions own(StageProfile profile, SystemBoundary boundary) {
    List<Cell> mayHold =
        CELLS.stream()
            .filter(cell -> profile.ownStages().contains(cell.stage()))
            .filter(cell -> boundary.reaches(cell.stage()))
            .toList();
    return new OwnEmissions(
        emissions(mayHold), quality(), random.nextBoolean(), random.nextInt(4) > 0);
  }

  private Emissions emissions(List<Cell> among) {
    Map<Cell, KgCo2e> cells = new HashMap<>();
    int count = random.nextInt(6);
    for (int i = 0; i < count; i++) {
      Cell cell = among.get(random.nextInt(isOdd() ? among.size() : Math.min(12, among.size())));
      KgCo2e amount = new KgCo2e(size());
      cells.put(cell, cell.account().isEmission() ? amount : amount.negated());
    }
    return Emissions.of(cells);
  }

  private BigDecimal size() {
    if (isOdd()) {
      int[] scales = {25, 19, 18, -2, -9, -20};
      return new BigDecimal(
          BigDecimal.valueOf(1 + random.nextInt(2_000_000_000)).unscaledValue(),
          scales[random.nextInt(scales.length)]);
    }
    return BigDecimal.valueOf(random.nextInt(2_000_000_000), random.nextInt(19));
  }

  private @Nullable DataQuality quality() {
    int drawn = random.nextInt(4);
    if (drawn == 0) {
      return null;
    }
    QualityScale scale = isOdd() ? QualityScale.ONE_TO_THREE : QualityScale.ONE_TO_FIVE;
    Map<Stage, Representativeness> ratings = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      if (random.nextInt(3) > 0 && (stage != Stage.UNSPLIT || isOdd())) {
        ratings.put(stage, new Representativeness(rating(scale), rating(scale), rating(scale)));
      }
    }
    return new DataQuality(scale, ratings);
  }

  private BigDecimal rating(QualityScale scale) {
    int most = scale.worst().intValueExact() - 1;
    return decimal(0, most * 100, 2).add(BigDecimal.ONE);
  }

  private CalculationBasis basis() {
    return isOdd()
        ? new CalculationBasis(
            random.nextBoolean() ? GwpSet.AR5 : GwpSet.AR6,
            random.nextBoolean() ? SystemBoundary.CRADLE_TO_GRAVE : SystemBoundary.CRADLE_TO_GATE)
        : CalculationBasis.AR6_CRADLE_TO_GATE;
  }

  private DeclaredUnit unit() {
    return isOdd() ? UNITS.get(random.nextInt(UNITS.size())) : UNITS.get(random.nextInt(4));
  }

  private MassPerUnit mass() {
    return new MassPerUnit(decimal(1, 1_000_000, 4));
  }

  private BigDecimal amount() {
    return isOdd() ? decimal(1, 2_000_000_000, 0).movePointRight(9) : decimal(1, 20_000, 3);
  }

  private SupplierProduct supplier() {
    return suppliers.get(random.nextInt(suppliers.size()));
  }

  private ParticipantId partner() {
    String letters = "abcdefghijklmnop";
    char other = letters.charAt(random.nextInt(letters.length()));
    return ParticipantId.of("registry.cfptrace.example", letters.replace('a', other));
  }

  private BigDecimal decimal(int least, int most, int decimals) {
    return BigDecimal.valueOf(least + (long) random.nextInt(most - least + 1), decimals);
  }

  /** Every account in every stage that takes it, those of the usual profile first. */
  private static List<Cell> cells() {
    Set<Stage> stages = new LinkedHashSet<>(List.of(Stage.MAIN, Stage.PRE, Stage.UNSPLIT));
    List<Cell> cells = new ArrayList<>(cells(stages));
    Set<Stage> others = new LinkedHashSet<>(List.of(Stage.values()));
    others.removeAll(stages);
    cells.addAll(cells(others));
    return List.copyOf(cells);
  }

  private static List<Cell> cells(Set<Stage> stages) {
    List<Cell> cells = new ArrayList<>();
    for (EmissionAccount account : EmissionAccount.values()) {
      for (Stage stage : stages) {
        try {
          cells.add(new Cell(stage, account));
        } catch (IllegalArgumentException notBookedHere) {
          // Not every account can be booked in every stage.
        }
      }
    }
    return cells;
  }
}
