package org.cfptrace.aggregator.steel;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.footprint.DecimalText;
import org.cfptrace.footprint.Share;

/**
 * The share of free allocation that is left in a year (Directive 2003/87/EC, Article 10a(1a)), as
 * data: {@code year,factor,source}.
 */
public final class CbamFactors {
  private static final List<String> HEADER = List.of("year", "factor", "source");

  private record Line(ReportingYear year, Share factor) {}

  private final Map<ReportingYear, Share> factors = new HashMap<>();

  private CbamFactors(List<Line> lines) {
    lines.forEach(line -> factors.put(line.year(), line.factor()));
  }

  /**
   * Reads the whole table.
   *
   * @throws TableException with every cell that cannot be read
   */
  public static CbamFactors read(String csv) {
    return new CbamFactors(CsvTable.read(csv, HEADER, CbamFactors::line));
  }

  /** The factor of a year, if one is listed. */
  public Optional<Share> in(ReportingYear year) {
    return Optional.ofNullable(factors.get(year));
  }

  private static Optional<Line> line(CsvTable.Row row) {
    Optional<ReportingYear> year = row.required("year", ReportingYear::of);
    Optional<BigDecimal> factor = row.required("factor", DecimalText::parse);
    Optional<String> source = row.required("source", text -> text);
    return year.isEmpty() || factor.isEmpty() || source.isEmpty()
        ? Optional.empty()
        : Optional.of(new Line(year.get(), new Share(factor.get())));
  }
}
