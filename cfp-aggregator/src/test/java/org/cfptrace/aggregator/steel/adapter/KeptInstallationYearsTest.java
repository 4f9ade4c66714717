package org.cfptrace.aggregator.steel.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Instant;
import javax.sql.DataSource;
import org.cfptrace.aggregator.steel.CalculateEmbeddedEmissions;
import org.cfptrace.aggregator.steel.DefaultValues;
import org.cfptrace.aggregator.steel.InstallationId;
import org.cfptrace.aggregator.steel.KeptInstallationYear;
import org.cfptrace.aggregator.steel.ProcessId;
import org.cfptrace.aggregator.steel.ReportingYear;
import org.cfptrace.aggregator.steel.SpecificEmbeddedEmissions;
import org.cfptrace.aggregator.steel.SteelResult;
import org.cfptrace.aggregator.steel.adapter.InstallationYearTable.Kept;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.database.Sql;
import org.cfptrace.service.http.Body;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A kept year is computed again as it was: version, default values and figures of that moment. */
class KeptInstallationYearsTest {
  private static final Instant MORNING = Instant.parse("2027-01-10T08:00:00Z");
  private static final Instant NOON = Instant.parse("2027-01-10T12:00:00Z");
  private static final Instant EVENING = Instant.parse("2027-01-10T18:00:00Z");
  private static final ReportingYear YEAR = new ReportingYear(2026);
  private static final String TABLE =
      """
      country,cn,base,2026,2027,2028,indirect,route,source,as_of
      IN,7203,2.50,2.75,3.00,3.25,,D,made up,2026-01-01
      """;

  private static EmbeddedPostgres postgres;

  private final ObjectMapper json = new ObjectMapper();
  private DefaultValueSetTable sets;
  private InstallationYearTable years;
  private SqlKeptInstallationYears kept;

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
  void theNewestVersionOfThatMomentComesWithItsHash() {
    as("a");
    InstallationId works = new InstallationId("works");
    sets.add("set", TABLE, MORNING, "olga");
    keep(works, 1, "50", sets.current(), MORNING);
    keep(works, 2, "25", sets.current(), EVENING);

    assertThat(kept.asOf(works, YEAR, MORNING.minusSeconds(1))).isEmpty();
    KeptInstallationYear noon = kept.asOf(works, YEAR, NOON).orElseThrow();
    assertThat(noon.version()).isEqualTo(1);
    assertThat(noon.savedAt()).isEqualTo(MORNING);
    // (50 + 110 × 2.75) / 100
    assertThat(see(noon)).isEqualTo(SpecificEmbeddedEmissions.of("3.525", "0"));
    assertThat(noon.inputSha256()).matches("[0-9a-f]{64}");
    KeptInstallationYear night = kept.asOf(works, YEAR, EVENING).orElseThrow();
    assertThat(night.version()).isEqualTo(2);
    assertThat(see(night)).isEqualTo(SpecificEmbeddedEmissions.of("3.275", "0"));
    assertThat(night.inputSha256()).isNotEqualTo(noon.inputSha256());
  }

  @Test
  void aSetOfDefaultValuesThatWasLoadedLaterChangesNothing() {
    as("b");
    InstallationId works = new InstallationId("works");
    sets.add("set", TABLE, MORNING, "olga");
    keep(works, 1, "50", sets.current(), MORNING);
    sets.add("set", TABLE.replace("2.75", "9.99"), NOON, "olga");

    KeptInstallationYear found = kept.asOf(works, YEAR, EVENING).orElseThrow();

    assertThat(found.defaults().name()).isEqualTo("set, version 1");
    assertThat(see(found)).isEqualTo(SpecificEmbeddedEmissions.of("3.525", "0"));
  }

  @Test
  void figuresThatNoLongerComeOutAreRefused() {
    as("c");
    InstallationId works = new InstallationId("works");
    sets.add("set", TABLE, MORNING, "olga");
    SteelResult result = calculated(works, "50", sets.current());
    String answered = written(result).replace("\"3.525\"", "\"3.526\"");
    years.keep(works, YEAR, new Kept(1, input("50"), answered, MORNING, "ann"));

    assertThatThrownBy(() -> kept.asOf(works, YEAR, NOON))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ProblemCode.CONFLICT);
              assertThat(refused.detail())
                  .isEqualTo(
                      "version 1 cannot be reproduced, calculate it anew: other figures come out"
                          + " of its input today");
            });
  }

  @Test
  void defaultValuesThatAreGoneAreNotReplacedByOthers() {
    as("d");
    InstallationId works = new InstallationId("works");
    sets.add("set", TABLE, MORNING, "olga");
    String answered =
        written(calculated(works, "50", sets.current()))
            .replace("set, version 1", "lost, version 9");
    years.keep(works, YEAR, new Kept(1, input("50"), answered, MORNING, "ann"));

    assertThatThrownBy(() -> kept.asOf(works, YEAR, NOON))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("its default values: lost, version 9");
  }

  @Test
  void anotherWordingOfTheExplanationIsNoOtherFigure() throws JsonProcessingException {
    as("e");
    InstallationId works = new InstallationId("works");
    sets.add("set", TABLE, MORNING, "olga");
    var answered = (ObjectNode) json.readTree(written(calculated(works, "50", sets.current())));
    answered.putArray("explanation").add("in the words of last year");
    years.keep(works, YEAR, new Kept(1, input("50"), answered.toString(), MORNING, "ann"));

    assertThat(see(kept.asOf(works, YEAR, NOON).orElseThrow()))
        .isEqualTo(SpecificEmbeddedEmissions.of("3.525", "0"));
  }

  private void as(String tenant) {
    sets = new DefaultValueSetTable(of(tenant));
    years = new InstallationYearTable(of(tenant));
    kept = new SqlKeptInstallationYears(years, sets, json);
  }

  private void keep(
      InstallationId works, long version, String coal, DefaultValues defaults, Instant at) {
    years.keep(
        works,
        YEAR,
        new Kept(version, input(coal), written(calculated(works, coal, defaults)), at, "ann"));
  }

  private static SteelResult calculated(
      InstallationId works, String emitted, DefaultValues values) {
    return new CalculateEmbeddedEmissions(values)
        .of(InstallationYearReader.read(Body.parse(input(emitted).getBytes(UTF_8)), works, YEAR))
        .fold(
            done -> done,
            faults -> {
              throw new AssertionError("refused: " + faults);
            });
  }

  private static String input(String emitted) {
    return """
        {'name': 'Works', 'country': 'JP',
         'period': {'from': '2026-01-01', 'to': '2026-12-31'},
         'purchases': [{'id': 'dri', 'name': 'DRI', 'cn': '72031000', 'origin': 'IN', 'tonnes': '110'}],
         'processes': [{'id': 'furnace', 'name': 'Furnace', 'good': 'CRUDE_STEEL', 'route': 'DRI_EAF',
           'outputs': [{'cn': '72071114', 'tonnes': '100'}],
           'streams': [{'name': 'all', 'method': 'PROCESS_EMISSION', 'amount': '%s', 'unit': 'TONNE',
             'emissionFactor': '1'}],
           'precursors': [{'purchase': 'dri', 'tonnes': '110'}]}]}
        """
        .formatted(emitted)
        .replace('\'', '"');
  }

  private String written(SteelResult result) {
    try {
      return json.writeValueAsString(SteelResultForm.of(result));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static SpecificEmbeddedEmissions see(KeptInstallationYear year) {
    return year.result().of(new ProcessId("furnace")).emissions();
  }

  private static DataSource of(String tenant) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(postgres.getJdbcUrl("aggregator", "aggregator"));
    source.setOptions("-c cfptrace.tenant=" + tenant);
    return source;
  }
}
