package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.cfptrace.footprint.Fraction;
import org.jspecify.annotations.Nullable;

/**
 * One row of the published default values (Implementing Regulation (EU) 2025/2621): t CO2e per t of
 * a good from a country. The columns are kept as they were printed. Marked-up values come from
 * unrounded bases (China 7208 for 2027 prints 3.82 where 3.19 × 1.2 is 3.828), so none is ever
 * computed from another; a column that was not published is empty.
 *
 * @param country missing in the row for all other countries
 * @param prefix the first 4 to 8 digits of the CN codes it is for
 * @param indirect the part of the total that is indirect, for goods that count it
 * @param route the letter that selects the benchmark
 */
public record DefaultValue(
    @Nullable CountryCode country,
    String prefix,
    @Nullable BigDecimal base,
    @Nullable BigDecimal for2026,
    @Nullable BigDecimal for2027,
    @Nullable BigDecimal from2028,
    @Nullable BigDecimal indirect,
    String route,
    String source,
    LocalDate asOf) {
  private static final int SECOND_YEAR = 2027;
  private static final int LAST_STEP = 2028;

  public DefaultValue {
    requireNonNull(route, "route");
    requireNonNull(source, "source");
    requireNonNull(asOf, "asOf");
    if (!prefix.matches("[0-9]{4,8}")) {
      throw new IllegalArgumentException("expected 4 to 8 digits of a CN code, seen " + prefix);
    }
  }

  /** The total published for a year, marked up; empty where that column was not published. */
  public Optional<BigDecimal> in(ReportingYear year) {
    return Optional.ofNullable(
        year.year() < SECOND_YEAR ? for2026 : year.year() < LAST_STEP ? for2027 : from2028);
  }

  /**
   * As embedded emissions: the indirect part as published, the rest of the marked-up total direct,
   * so that both together are the published total.
   */
  public Optional<SpecificEmbeddedEmissions> emissions(ReportingYear year) {
    BigDecimal apart = indirect == null ? BigDecimal.ZERO : indirect;
    return in(year)
        .map(
            total ->
                new SpecificEmbeddedEmissions(
                    Fraction.of(total.subtract(apart)), Fraction.of(apart)));
  }

  /**
   * The route whose benchmark belongs to this value; empty for the letters of alloy steels, of
   * which several grades share a code.
   */
  public Optional<SteelRoute> benchmarkRoute() {
    return switch (route) {
      case "C" -> Optional.of(SteelRoute.BF_BOF);
      case "D" -> Optional.of(SteelRoute.DRI_EAF);
      case "E" -> Optional.of(SteelRoute.SCRAP_EAF);
      default -> Optional.empty();
    };
  }

  /** Whether this is the row for countries that have none of their own. */
  public boolean isForOthers() {
    return country == null;
  }

  @Override
  public String toString() {
    return "CN "
        + prefix
        + ", "
        + (country == null ? "other countries" : country.letters())
        + " ("
        + source
        + ")";
  }
}
