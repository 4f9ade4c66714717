package org.cfptrace.aggregator.steel.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.cfptrace.aggregator.steel.InstallationId;
import org.cfptrace.aggregator.steel.ReportingYear;
import org.cfptrace.aggregator.steel.adapter.InstallationYearTable.Kept;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.database.Sql;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The tables in a real PostgreSQL, each company through connections of its own. */
class SteelTablesTest {
  private static final Instant NOW = Instant.parse("2026-11-27T03:00:00Z");
  private static final ReportingYear YEAR = new ReportingYear(2026);
  private static final String TABLE =
      """
      country,cn,base,2026,2027,2028,indirect,route,source,as_of
      JP,7208,1.00,1.10,1.20,1.30,,C,made up,2026-01-01
      """;

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void migrate() throws IOException {
    postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    Sql admin = new Sql(postgres.getPostgresDatabase());
    admin.update("create role aggregator login");
    admin.update("create database aggregator owner aggregator");
    Flyway.configure()
        .dataSource(of("nobody"))
        .locations("db/migration", "db/exchange")
        .load()
        .migrate();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  void everyVersionIsKeptAsItWas() {
    InstallationYearTable table = new InstallationYearTable(of("a"));
    InstallationId works = new InstallationId("works-kept");

    table.keep(works, YEAR, version(1));
    table.keep(works, YEAR, version(2));

    assertThat(table.latest(works, YEAR)).contains(version(2));
    assertThat(table.at(works, YEAR, 1)).contains(version(1));
    assertThat(table.at(works, YEAR, 3)).isEmpty();
    assertThat(table.latest(works, new ReportingYear(2027))).isEmpty();
  }

  @Test
  void ofTwoThatSaveTheSameVersionOneIsRefused() {
    InstallationYearTable table = new InstallationYearTable(of("a"));
    InstallationId works = new InstallationId("works-twice");
    table.keep(works, YEAR, version(1));

    assertThatThrownBy(() -> table.keep(works, YEAR, version(1)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.VERSION_OUTDATED));
  }

  @Test
  void theListShowsTheLatestVersionOfEachYearPageByPage() {
    InstallationYearTable table = new InstallationYearTable(of("e"));
    InstallationId works = new InstallationId("works-1");
    table.keep(works, YEAR, version(1));
    table.keep(works, YEAR, version(2));
    table.keep(works, new ReportingYear(2027), version(1));
    table.keep(new InstallationId("works-2"), YEAR, version(1));

    Page<InstallationYearTable.Heading> first = table.list(new PageRequest(2, Optional.empty()));
    Page<InstallationYearTable.Heading> second = table.list(new PageRequest(2, first.next()));

    assertThat(first.items())
        .extracting(heading -> heading.installation() + " " + heading.year())
        .containsExactly("works-1 2026", "works-1 2027");
    assertThat(first.items().get(0).version()).isEqualTo(2);
    assertThat(second.items())
        .extracting(InstallationYearTable.Heading::installation)
        .containsExactly("works-2");
    assertThat(second.next()).isEmpty();
  }

  @Test
  void aCompanySeesItsOwnYearsAlone() {
    InstallationId works = new InstallationId("works-apart");
    new InstallationYearTable(of("a")).keep(works, YEAR, version(1));

    InstallationYearTable others = new InstallationYearTable(of("b"));

    assertThat(others.latest(works, YEAR)).isEmpty();
    others.keep(works, YEAR, version(1));
    assertThat(others.latest(works, YEAR)).contains(version(1));
  }

  @Test
  void theNewestSetOfDefaultValuesCountsForItsCompanyAlone() {
    DefaultValueSetTable mine = new DefaultValueSetTable(of("c"));
    DefaultValueSetTable others = new DefaultValueSetTable(of("d"));
    String shipped = others.current().name();
    assertThat(mine.current().name()).isEqualTo(shipped);

    assertThat(mine.add("first", TABLE, NOW, "olga")).isEqualTo(1);
    assertThat(mine.add("second", TABLE, NOW, "olga")).isEqualTo(2);

    assertThat(mine.current().name()).isEqualTo("second, version 2");
    assertThat(mine.current().size()).isEqualTo(1);
    assertThat(others.current().name()).isEqualTo(shipped);
  }

  private static Kept version(long number) {
    return new Kept(number, "{\"n\": " + number + "}", "{}", NOW, "ann");
  }

  private static DataSource of(String tenant) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(postgres.getJdbcUrl("aggregator", "aggregator"));
    source.setOptions("-c cfptrace.tenant=" + tenant);
    return source;
  }
}
