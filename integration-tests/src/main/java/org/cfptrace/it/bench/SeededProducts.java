package org.cfptrace.it.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.Cell;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.footprint.Yield;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;

/**
 * A tenant's products drawn by seed, each from its number alone so that none has to be kept: twelve
 * levels of the same size, five lines a product on average. Four of five lines (none on the lowest
 * level) lead to an own part, mostly of the level below, a fifth of them to the one hundredth of
 * all lower products that is shared by many; the others are bought. A tenth of all products use
 * product 0, the hub, besides.
 */
final class SeededProducts {
  static final int LEVELS = 12;
  static final int HUB = 0;
  static final Period YEAR = Period.ofYear(2025);

  static final Cell PRE = new Cell(Stage.PRE, EmissionAccount.FOSSIL);
  static final Cell MAIN = new Cell(Stage.MAIN, EmissionAccount.FOSSIL);
  static final Cell UPTAKE = new Cell(Stage.MAIN, EmissionAccount.BIOGENIC_UPTAKE);

  private static final ParticipantId SUPPLIER =
      ParticipantId.of("registry.cfptrace.example", "millmillmillmill");

  /**
   * A line: so many thousandths of a part at so many percent of yield. Suppliers follow products.
   */
  record Line(int part, int thousandths, int yieldPercent) {}

  private final int products;
  private final long seed;

  SeededProducts(int products, long seed) {
    this.products = products;
    this.seed = seed;
  }

  int products() {
    return products;
  }

  int suppliers() {
    return Math.max(1, products / 10);
  }

  int firstOf(int level) {
    return (int) (((long) level * products + LEVELS - 1) / LEVELS);
  }

  int level(int product) {
    return (int) ((long) product * LEVELS / products);
  }

  TraceId id(int number) {
    return new TraceId(new UUID(random(number).nextLong(), number));
  }

  SupplierProduct supplier(int number) {
    return new SupplierProduct(SUPPLIER, id(number));
  }

  /** Billionths of a kilogram of a product's own, or of a supplier's figure, by column. */
  long[] amounts(int number) {
    SplittableRandom random = random(number).split();
    return new long[] {
      random.nextLong(2_000_000_000L),
      random.nextLong(9_000_000_000L),
      number < products ? 0 : random.nextLong(500_000_000L)
    };
  }

  List<Line> lines(int product) {
    SplittableRandom random = random(product);
    random.nextLong();
    List<Line> lines = new ArrayList<>();
    int level = level(product);
    int count = 1 + random.nextInt(9);
    for (int i = 0; i < count; i++) {
      int part = part(level, i, random);
      lines.add(line(part, random));
    }
    if (level > 0 && random.nextInt(110) < 12) {
      lines.add(line(HUB, random));
    }
    return lines;
  }

  private int part(int level, int line, SplittableRandom random) {
    boolean isOwn = level > 0 && (line == 0 || random.nextInt(5) > 0);
    if (!isOwn) {
      return products + random.nextInt(suppliers());
    }
    boolean isShared = line > 0 && random.nextInt(5) == 0;
    int from = firstOf(isShared ? random.nextInt(level) : level - 1);
    int size = Math.max(1, products / LEVELS / (isShared ? 100 : 1));
    return from + random.nextInt(size);
  }

  private static Line line(int part, SplittableRandom random) {
    int yield = random.nextBoolean() ? 100 : 80 + random.nextInt(20);
    return new Line(part, 1 + random.nextInt(400), yield);
  }

  Iterable<OwnProduct> all() {
    return () -> {
      Iterator<OwnProduct> each =
          IntStream.range(0, products).mapToObj(i -> product(i, amounts(i))).iterator();
      return each;
    };
  }

  OwnProduct product(int number, long[] own) {
    List<BillOfMaterialsLine> lines = new ArrayList<>();
    for (Line line : lines(number)) {
      lines.add(
          new BillOfMaterialsLine(
              new LineId(Integer.toString(lines.size() + 1)),
              "part",
              new Quantity(BigDecimal.valueOf(line.thousandths(), 3), DeclaredUnit.PIECE),
              new Yield(BigDecimal.valueOf(line.yieldPercent(), 2)),
              null,
              supply(line.part()),
              null));
    }
    return OwnProduct.of(id(number), DeclaredUnit.PIECE)
        .withOwn(new OwnEmissions(emissions(own), quality(number), number % 3 > 0, true))
        .withLines(lines);
  }

  SourceFigure figure(int number) {
    return new SourceFigure.Given(
        DeclaredUnit.PIECE,
        null,
        emissions(amounts(number)),
        true,
        Share.NONE,
        quality(number),
        new PrimaryDataShare(BigDecimal.valueOf(number % 101)),
        CalculationBasis.AR6_CRADLE_TO_GATE,
        YEAR,
        YEAR.to(),
        null);
  }

  private LineSupply supply(int part) {
    return part < products
        ? new LineSupply.Own(id(part))
        : LineSupply.procured(LineSource.only(SUPPLIER, id(part)));
  }

  private static Emissions emissions(long[] amounts) {
    return Emissions.of(
        Map.of(
            PRE, KgCo2e.ofMicrograms(amounts[0]),
            MAIN, KgCo2e.ofMicrograms(amounts[1]),
            UPTAKE, KgCo2e.ofMicrograms(-amounts[2])));
  }

  private static DataQuality quality(int number) {
    BigDecimal rating = BigDecimal.valueOf(100 + number % 400, 2);
    return DataQuality.same(
        QualityScale.ONE_TO_FIVE, new Representativeness(rating, rating, BigDecimal.ONE));
  }

  private SplittableRandom random(int number) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number).split();
  }
}
