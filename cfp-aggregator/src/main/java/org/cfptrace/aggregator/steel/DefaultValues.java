package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A set of published default values. Found by country and the longest listed beginning of the CN
 * code; where the country has no such row, the row for other countries. The route selects nothing.
 */
public final class DefaultValues {
  private static final String OTHERS = "*";
  private static final int SHORTEST = 4;
  private static final int LONGEST = 8;

  private final String name;
  private final Map<String, Map<String, DefaultValue>> rows = new HashMap<>();

  /**
   * @param name which set this is, for everything that was computed with it
   */
  public DefaultValues(String name, List<DefaultValue> rows) {
    this.name = requireNonNull(name, "name");
    for (DefaultValue row : rows) {
      CountryCode country = row.country();
      this.rows
          .computeIfAbsent(country == null ? OTHERS : country.letters(), key -> new HashMap<>())
          .put(row.prefix(), row);
    }
  }

  public String name() {
    return name;
  }

  /** How many rows it has. */
  public int size() {
    return rows.values().stream().mapToInt(Map::size).sum();
  }

  /** The row for a good from a country, if one was published. */
  public Optional<DefaultValue> find(CnCode code, CountryCode country) {
    return longest(code, country.letters()).or(() -> longest(code, OTHERS));
  }

  /** The value for a year, if that column was published. */
  public Optional<SpecificEmbeddedEmissions> emissions(
      CnCode code, CountryCode country, ReportingYear year) {
    return find(code, country).flatMap(row -> row.emissions(year));
  }

  private Optional<DefaultValue> longest(CnCode code, String country) {
    Map<String, DefaultValue> ofCountry = rows.getOrDefault(country, Map.of());
    for (int length = LONGEST; length >= SHORTEST; length--) {
      DefaultValue row = ofCountry.get(code.digits().substring(0, length));
      if (row != null) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }
}
