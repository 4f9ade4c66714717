package org.cfptrace.aggregator.steel.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.cfptrace.aggregator.steel.DefaultValues;
import org.cfptrace.aggregator.steel.DefaultValuesTable;
import org.cfptrace.aggregator.steel.PublishedTables;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.database.Sql;

/**
 * The sets of default values a tenant has loaded, in PostgreSQL; used inside of that tenant's work
 * only. While none is loaded, the shipped excerpt counts; afterwards the newest set, alone.
 */
@ApplicationScoped
class DefaultValueSetTable {
  private static final String NEWEST =
      "select version, name, csv from steel_default_value_set order by version desc limit 1";
  private static final String NAMED =
      """
      select version, name, csv from steel_default_value_set
      where name || ', version ' || version = ? order by version desc limit 1
      """;
  private static final String LAST_VERSION =
      "select coalesce(max(version), 0) from steel_default_value_set";
  private static final String ADD =
      """
      insert into steel_default_value_set (version, name, csv, loaded_at, loaded_by)
      values (?, ?, ?, ?, ?) on conflict do nothing
      """;

  private final Sql sql;

  DefaultValueSetTable(DataSource database) {
    this.sql = new Sql(database);
  }

  /** The set that counts now. */
  DefaultValues current() {
    return sql.first(NEWEST, DefaultValueSetTable::values)
        .orElseGet(PublishedTables::defaultValues);
  }

  /** The set of that name, which says its version; the shipped excerpt has its own. */
  Optional<DefaultValues> named(String name) {
    DefaultValues shipped = PublishedTables.defaultValues();
    return name.equals(shipped.name())
        ? Optional.of(shipped)
        : sql.first(NAMED, DefaultValueSetTable::values, name);
  }

  /** Adds a set that was read before, and says which version it became. */
  long add(String name, String csv, Instant at, String by) {
    long version = sql.number(LAST_VERSION) + 1;
    if (sql.update(ADD, version, name, csv, at, by) == 0) {
      throw new Refused(ProblemCode.CONFLICT, "somebody else loaded a set at the same moment");
    }
    return version;
  }

  private static DefaultValues values(Sql.Row row) throws SQLException {
    return DefaultValuesTable.read(
        row.text("name") + ", version " + row.number("version"), row.text("csv"));
  }
}
