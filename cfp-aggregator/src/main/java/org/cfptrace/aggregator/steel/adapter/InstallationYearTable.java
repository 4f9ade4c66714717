package org.cfptrace.aggregator.steel.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.cfptrace.aggregator.steel.InstallationId;
import org.cfptrace.aggregator.steel.ReportingYear;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.database.Sql;

/**
 * Inputs and results in PostgreSQL, version by version; used inside of one tenant's work only. The
 * texts are JSON: the input as it was sent, the result as it was answered.
 */
@ApplicationScoped
class InstallationYearTable {
  private static final String KEEP =
      """
      insert into steel_installation_year (installation, year, version, input, result, saved_at, saved_by)
      values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
      """;
  private static final String LATEST =
      """
      select version, input, result, saved_at, saved_by from steel_installation_year
      where installation = ? and year = ? order by version desc limit 1
      """;
  private static final String ONE =
      """
      select version, input, result, saved_at, saved_by from steel_installation_year
      where installation = ? and year = ? and version = ?
      """;

  private static final String AS_OF =
      """
      select version, input, result, saved_at, saved_by from steel_installation_year
      where installation = ? and year = ? and saved_at <= ? order by version desc limit 1
      """;

  private static final String LIST =
      """
      select distinct on (installation, year) installation, year, version, saved_at, saved_by
      from steel_installation_year
      where (installation, year) > (?, ?) order by installation, year, version desc limit ?
      """;

  private final Sql sql;

  InstallationYearTable(DataSource database) {
    this.sql = new Sql(database);
  }

  /** One version of an installation's year. */
  record Kept(long version, String input, String result, Instant savedAt, String savedBy) {}

  /** The latest version of an installation's year, without its figures. */
  record Heading(String installation, int year, long version, Instant savedAt, String savedBy) {
    private String key() {
      return installation + "/" + year;
    }
  }

  /** What is there, by installation and year. */
  Page<Heading> list(PageRequest page) {
    String[] after = page.after().orElse("/0").split("/", 2);
    if (after.length < 2 || !after[1].matches("[0-9]{1,4}")) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "\"after\" is not a cursor of this list");
    }
    return Page.of(
        sql.list(
            LIST,
            row ->
                new Heading(
                    row.text("installation"),
                    (int) row.number("year"),
                    row.number("version"),
                    row.instant("saved_at"),
                    row.text("saved_by")),
            after[0],
            Integer.parseInt(after[1]),
            page.rowsToFetch()),
        page,
        Heading::key);
  }

  /** Keeps a version; refused if somebody else has kept that version meanwhile. */
  void keep(InstallationId installation, ReportingYear year, Kept kept) {
    int rows =
        sql.update(
            KEEP,
            installation.value(),
            year.year(),
            kept.version(),
            kept.input(),
            kept.result(),
            kept.savedAt(),
            kept.savedBy());
    if (rows == 0) {
      throw new Refused(
          ProblemCode.VERSION_OUTDATED, "somebody else saved version " + kept.version());
    }
  }

  Optional<Kept> latest(InstallationId installation, ReportingYear year) {
    return sql.first(LATEST, InstallationYearTable::kept, installation.value(), year.year());
  }

  /** The newest version that was kept by then. */
  Optional<Kept> asOf(InstallationId installation, ReportingYear year, Instant asOf) {
    return sql.first(AS_OF, InstallationYearTable::kept, installation.value(), year.year(), asOf);
  }

  Optional<Kept> at(InstallationId installation, ReportingYear year, long version) {
    return sql.first(ONE, InstallationYearTable::kept, installation.value(), year.year(), version);
  }

  private static Kept kept(Sql.Row row) throws SQLException {
    return new Kept(
        row.number("version"),
        row.text("input"),
        row.text("result"),
        row.instant("saved_at"),
        row.text("saved_by"));
  }
}
