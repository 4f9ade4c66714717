package org.cfptrace.aggregator.steel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.footprint.DecimalText;
import org.cfptrace.footprint.Fraction;

/**
 * Benchmarks of the free-allocation adjustment (Implementing Regulation (EU) 2025/2620), t CO2e per
 * t by CN code and route, as published: {@code cn,goods,route,value,source,as_of}.
 */
public final class Benchmarks {
  private static final List<String> HEADER =
      List.of("cn", "goods", "route", "value", "source", "as_of");
  private static final int SHORTEST = 4;
  private static final int LONGEST = 8;

  private record Key(String prefix, SteelRoute route) {}

  /** One published benchmark. */
  public record Benchmark(String goods, Fraction tonnesCo2ePerTonne, String source) {}

  private record Line(Key key, Benchmark benchmark) {}

  private final Map<Key, Benchmark> values = new HashMap<>();

  private Benchmarks(List<Line> lines) {
    lines.forEach(line -> values.put(line.key(), line.benchmark()));
  }

  /**
   * Reads the whole table.
   *
   * @throws TableException with every cell that cannot be read
   */
  public static Benchmarks read(String csv) {
    return new Benchmarks(CsvTable.read(csv, HEADER, Benchmarks::line));
  }

  /** The benchmark of a good made on a route; iron reduced with hydrogen counts as reduced iron. */
  public Optional<Benchmark> find(CnCode code, SteelRoute route) {
    SteelRoute listed = route == SteelRoute.H2_DRI ? SteelRoute.DRI_EAF : route;
    for (int length = LONGEST; length >= SHORTEST; length--) {
      Benchmark found = values.get(new Key(code.digits().substring(0, length), listed));
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static Optional<Line> line(CsvTable.Row row) {
    Optional<String> prefix = row.required("cn", text -> text);
    Optional<String> goods = row.required("goods", text -> text);
    Optional<SteelRoute> route = row.required("route", SteelRoute::valueOf);
    Optional<BigDecimal> value = row.required("value", DecimalText::parse);
    Optional<String> source = row.required("source", text -> text);
    Optional<LocalDate> asOf = row.required("as_of", CsvTable::day);
    if (prefix.isEmpty()
        || goods.isEmpty()
        || route.isEmpty()
        || value.isEmpty()
        || source.isEmpty()
        || asOf.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Line(
            new Key(prefix.get(), route.get()),
            new Benchmark(
                goods.get(), Fraction.of(value.get()), source.get() + ", as of " + asOf.get())));
  }
}
