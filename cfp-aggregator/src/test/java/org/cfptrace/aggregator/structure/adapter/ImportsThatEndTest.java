package org.cfptrace.aggregator.structure.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.cfptrace.aggregator.query.Trees;
import org.cfptrace.aggregator.structure.Category;
import org.cfptrace.aggregator.structure.ImportStructures;
import org.cfptrace.aggregator.structure.ImportStructures.Read;
import org.cfptrace.aggregator.structure.ImportStructures.Row;
import org.cfptrace.aggregator.structure.MaintainStructures.SumUp;
import org.cfptrace.aggregator.structure.Moment;
import org.cfptrace.aggregator.structure.ProductStructure;
import org.cfptrace.aggregator.structure.StructureImport;
import org.cfptrace.aggregator.structure.StructureImport.Broken;
import org.cfptrace.aggregator.structure.StructureImport.State;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.ToldSources;
import org.cfptrace.aggregator.tenant.adapter.RealTables;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.database.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every import ends, whatever becomes of who takes it, and what the list says is what is kept. */
class ImportsThatEndTest {
  private static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);

  private static RealTables tables;
  private static SqlStructureImports imports;
  private static SqlStructures structures;

  private static final AtomicInteger COMPANIES = new AtomicInteger();

  private final Tenant tenant = new Tenant(Trees.company("maker" + COMPANIES.incrementAndGet()));
  private final TraceId car = TraceId.random();
  private final AtomicInteger read = new AtomicInteger();

  @BeforeAll
  static void start() throws IOException {
    tables = RealTables.upTo("latest");
    ObjectMapper json =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    imports = new SqlStructureImports(tables, tables.tenancy(), tables.database(), json, CLOCK);
    structures = new SqlStructures(tables.tenancy(), tables.database(), json, new ToldSources());
  }

  @AfterAll
  static void stop() throws IOException {
    tables.close();
  }

  // ---- of several instances

  @Test
  void whatALivingInstanceStillTakesIsNotCalledBroken() {
    tables.doInNew(
        () -> {
          imports.begin(tenant, begun());

          assertThat(seen().state()).isEqualTo(State.READING);
          assertThat(seen().endedAt()).isEmpty();
        });
  }

  @Test
  void whatAKilledInstanceLeftIsBrokenAndSaysWhy() {
    assertThatThrownBy(
            () ->
                tables.doInNew(
                    () -> {
                      imports.begin(tenant, begun());
                      kill(new Sql(tables.database()).number("select pg_backend_pid()"));
                      awaitState(State.BROKEN);
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(seen().broken()).contains(Broken.STOPPED);
    assertThat(seen().endedAt()).isPresent();
    assertThat(Broken.STOPPED.text().ja()).contains("再度送信");
  }

  @Test
  void whatIsCalledBrokenCanBeNoMoreBroughtToItsEnd() {
    StructureImport left = begun();
    leave(left);
    assertThat(seen().state()).isEqualTo(State.BROKEN);

    assertThat(imports.note(tenant, left.at(State.CHECKING, 1, 1))).isFalse();
    assertThat(imports.end(tenant, left.done(CLOCK.instant()))).isFalse();
    assertThat(seen().state()).isEqualTo(State.BROKEN);
  }

  @Test
  void whatIsDoneIsDoneWithItsTransactionAndNotBefore() {
    StructureImport file = begun();
    tables.doInNew(
        () -> {
          imports.begin(tenant, file);
          assertThat(imports.end(tenant, file.done(CLOCK.instant()))).isTrue();
          assertThat(seen().state()).isEqualTo(State.READING);
        });

    assertThat(seen().state()).isEqualTo(State.DONE);
    assertThat(seen().broken()).isEmpty();
  }

  @Test
  void anotherCompanySeesAndEndsNothingOfIt() {
    leave(begun());
    Tenant other = new Tenant(Trees.company("other"));

    assertThat(imports.newestFirst(other, new PageRequest(100, Optional.empty())).items())
        .isEmpty();
    assertThat(
            tables
                .tenancy()
                .as(
                    tenant,
                    () ->
                        new Sql(tables.database())
                            .number(
                                "select count(*) from structure_import where state = 'READING'")))
        .isEqualTo(1);
  }

  // ---- of one file

  @Test
  void aFileThatWasTakenBeforeIsNotReadAgainAndNotListed() {
    assertThat(take(() -> file(product()), once(false))).isEmpty();

    assertThat(read).hasValue(0);
    assertThat(imports.newestFirst(tenant, new PageRequest(100, Optional.empty())).items())
        .isEmpty();
  }

  @Test
  void aFileWhoseAnswerCannotBeKeptIsNotKeptEither() {
    ImportStructures.Once failing =
        new ImportStructures.Once() {
          @Override
          public boolean isFirst() {
            return true;
          }

          @Override
          public void taken(StructureImport done) {
            throw new IllegalStateException("no room");
          }
        };

    assertThatThrownBy(() -> take(() -> file(product()), failing)).hasMessage("no room");

    assertThat(structures.versions(tenant, car)).isZero();
    assertThat(seen().state()).isEqualTo(State.BROKEN);
    assertThat(seen().broken()).contains(Broken.STOPPED);
  }

  @Test
  void aFileThatCountsIsListedAsDoneWithItsProducts() {
    StructureImport ended = take(() -> file(product()), once(true)).orElseThrow();

    assertThat(ended.state()).isEqualTo(State.DONE);
    assertThat(seen().products()).isEqualTo(1);
    assertThat(seen().state()).isEqualTo(State.DONE);
    assertThat(structures.versions(tenant, car)).isEqualTo(1);
  }

  @Test
  void aFileThatBreaksOffSaysSo() {
    assertThatThrownBy(
            () ->
                take(
                    () -> {
                      throw new UncheckedIOException(new IOException("gone"));
                    },
                    once(true)))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(seen().broken()).contains(Broken.BROKE_OFF);
  }

  @Test
  void aFileWithAFaultIsRefusedAndListedWithIt() {
    Row faulty = new Row(7, new Read.Faulty(List.of(new FieldError("unit", "INVALID", "no unit"))));

    assertThat(take(() -> List.of(faulty).iterator(), once(true)).orElseThrow().state())
        .isEqualTo(State.REFUSED);

    assertThat(seen().faults()).extracting(FieldError::field).containsExactly("row[7].unit");
    assertThat(seen().broken()).isEmpty();
  }

  @Test
  void whileAnotherFileIsTakenNothingOfThisOneIsListed() {
    tables.doInNew(
        () -> {
          structures.lock(tenant);

          assertThatThrownBy(() -> take(() -> file(product()), once(true)))
              .isInstanceOfSatisfying(
                  Refused.class,
                  refused -> assertThat(refused.code()).isEqualTo(ProblemCode.UNAVAILABLE));
        });
    assertThat(imports.newestFirst(tenant, new PageRequest(100, Optional.empty())).items())
        .isEmpty();
  }

  // ---- the words of the tests

  private static StructureImport begun() {
    return StructureImport.begun(
        StructureImport.Format.CSV, Instant.now().truncatedTo(ChronoUnit.MICROS));
  }

  /** As a process leaves it that is killed after it has begun. */
  private void leave(StructureImport file) {
    assertThatThrownBy(
            () ->
                tables.doInNew(
                    () -> {
                      imports.begin(tenant, file);
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");
  }

  private static void kill(long process) {
    tables.doInNew(
        () ->
            new Sql(tables.database())
                .list("select pg_terminate_backend(?)", row -> 1, (int) process));
  }

  private void awaitState(State state) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(seen().state()).isEqualTo(state));
  }

  /** As another instance sees it now. */
  private StructureImport seen() {
    return tables
        .inNew(() -> imports.newestFirst(tenant, new PageRequest(100, Optional.empty())).items())
        .get(0);
  }

  private Optional<StructureImport> take(Supplier<Iterator<Row>> file, ImportStructures.Once once) {
    return new ImportStructures(structures, imports, new NothingToAddUp(), tables, CLOCK)
        .take(tenant, StructureImport.Format.CSV, file, once);
  }

  private Iterator<Row> file(ProductStructure structure) {
    read.incrementAndGet();
    return List.of(new Row(1, new Read.Product(structure))).iterator();
  }

  private static ImportStructures.Once once(boolean isFirst) {
    return new ImportStructures.Once() {
      @Override
      public boolean isFirst() {
        return isFirst;
      }

      @Override
      public void taken(StructureImport done) {
        assertThat(done.state()).isEqualTo(State.DONE);
      }
    };
  }

  private ProductStructure product() {
    return new ProductStructure(
        car,
        "Car",
        Category.VEHICLE,
        Optional.empty(),
        DeclaredUnit.PIECE,
        Optional.empty(),
        CalculationBasis.AR6_CRADLE_TO_GATE,
        StageProfile.OURANOS,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        LocalDate.parse("2024-01-01"),
        Optional.empty());
  }

  /** The sums are another test's matter. */
  private static final class NothingToAddUp implements SumUp {
    @Override
    public Moment now() {
      return new Moment(LocalDate.now(CLOCK), CLOCK.instant());
    }

    @Override
    public void ready(Tenant tenant) {}

    @Override
    public void put(Tenant tenant, Iterable<ProductStructure> written) {
      assertThat(written).hasSize(1);
    }

    @Override
    public void remove(Tenant tenant, TraceId product) {}

    @Override
    public void forget(Tenant tenant) {}
  }
}
