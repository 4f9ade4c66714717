package org.cfptrace.aggregator.steel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.footprint.DecimalText;
import org.jspecify.annotations.Nullable;

/**
 * Default values as a CSV file: {@code country,cn,base,2026,2027,2028,indirect,route,source,as_of}.
 * Country is two letters, or {@code *} for all others; 2028 is for that year and those after it;
 * what was not published is an empty cell.
 */
public final class DefaultValuesTable {
  private static final List<String> HEADER =
      List.of(
          "country", "cn", "base", "2026", "2027", "2028", "indirect", "route", "source", "as_of");
  private static final String OTHERS = "*";

  private final Set<String> seen = new HashSet<>();

  private DefaultValuesTable() {}

  /**
   * Reads a whole set, or nothing of it.
   *
   * @throws TableException with every cell that cannot be read
   */
  public static DefaultValues read(String name, String csv) {
    DefaultValuesTable table = new DefaultValuesTable();
    return new DefaultValues(name, CsvTable.read(csv, HEADER, table::row));
  }

  private Optional<DefaultValue> row(CsvTable.Row row) {
    boolean isForOthers = row.text("country").equals(OTHERS);
    Optional<CountryCode> country =
        isForOthers ? Optional.empty() : row.required("country", CountryCode::new);
    Optional<String> prefix = row.required("cn", DefaultValuesTable::prefix);
    Optional<BigDecimal> base = decimal(row, "base");
    Optional<BigDecimal> for2026 = decimal(row, "2026");
    Optional<BigDecimal> for2027 = decimal(row, "2027");
    Optional<BigDecimal> from2028 = decimal(row, "2028");
    Optional<BigDecimal> indirect = decimal(row, "indirect");
    Optional<String> source = row.required("source", text -> text);
    Optional<LocalDate> asOf = row.required("as_of", CsvTable::day);
    if ((country.isEmpty() && !isForOthers)
        || prefix.isEmpty()
        || source.isEmpty()
        || asOf.isEmpty()) {
      return Optional.empty();
    }
    if (!seen.add(row.text("country") + " " + prefix.get())) {
      row.fault("cn", "a second row for this country and code");
    }
    DefaultValue value =
        new DefaultValue(
            country.orElse(null),
            prefix.get(),
            base.orElse(null),
            for2026.orElse(null),
            for2027.orElse(null),
            from2028.orElse(null),
            indirect.orElse(null),
            row.text("route"),
            source.get(),
            asOf.get());
    if (isIndirectAboveATotal(value)) {
      row.fault("indirect", "expected no more than every published total");
    }
    return Optional.of(value);
  }

  private static boolean isIndirectAboveATotal(DefaultValue value) {
    BigDecimal indirect = value.indirect();
    if (indirect == null) {
      return false;
    }
    return isAbove(indirect, value.base())
        || isAbove(indirect, value.for2026())
        || isAbove(indirect, value.for2027())
        || isAbove(indirect, value.from2028());
  }

  private static boolean isAbove(BigDecimal indirect, @Nullable BigDecimal total) {
    return total != null && indirect.compareTo(total) > 0;
  }

  private static Optional<BigDecimal> decimal(CsvTable.Row row, String column) {
    return row.optional(column, DecimalText::parse);
  }

  private static String prefix(String text) {
    String digits = text.replace(" ", "");
    if (!digits.matches("[0-9]{4,8}")) {
      throw new IllegalArgumentException("expected 4 to 8 digits of a CN code, seen " + text);
    }
    return digits;
  }
}
