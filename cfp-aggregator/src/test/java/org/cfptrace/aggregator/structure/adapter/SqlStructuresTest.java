package org.cfptrace.aggregator.structure.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.query.Trees;
import org.cfptrace.aggregator.structure.Category;
import org.cfptrace.aggregator.structure.Moment;
import org.cfptrace.aggregator.structure.ProductStructure;
import org.cfptrace.aggregator.structure.StructureVersion;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.ToldSources;
import org.cfptrace.aggregator.tenant.adapter.RealTables;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.TraceId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which versions of structures are found, in a real PostgreSQL. */
class SqlStructuresTest {
  private static final Tenant TENANT = Trees.MAKER;
  private static final Instant BEFORE = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant FILE = Instant.parse("2026-11-27T09:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-27");
  private static final LocalDate LATER = TODAY.plusDays(30);

  private static final ToldSources SOURCES = new ToldSources();

  private static RealTables tables;
  private static SqlStructures structures;

  private final TraceId car = TraceId.random();
  private final TraceId body = TraceId.random();

  @BeforeAll
  static void start() throws IOException {
    tables = RealTables.upTo("latest");
    ObjectMapper json =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    structures = new SqlStructures(tables.tenancy(), tables.database(), json, SOURCES);
  }

  @AfterAll
  static void stop() throws IOException {
    tables.close();
  }

  @Test
  void ofAFileIsFoundWhatItWroteForThatDayAndNotWhatWasThereBefore() {
    structures.add(TENANT, made(car, "car", TODAY), BEFORE);
    structures.addAll(TENANT, List.of(made(car, "car", LATER), made(body, "body", TODAY)), FILE);

    assertThat(written(TODAY)).containsExactly("body " + TODAY);
    assertThat(written(LATER)).containsExactlyInAnyOrder("body " + TODAY, "car " + LATER);
  }

  @Test
  void eachVersionIsFoundByItsNumberWhetherOrNotItIsInForce() {
    structures.add(TENANT, made(car, "car", TODAY), BEFORE);
    structures.add(TENANT, made(car, "car", LATER), FILE);

    assertThat(structures.version(TENANT, car, 1).map(StructureVersion::recordedAt))
        .contains(BEFORE);
    assertThat(structures.version(TENANT, car, 2).map(version -> version.structure().validFrom()))
        .contains(LATER);
    assertThat(structures.version(TENANT, car, 3)).isEmpty();
    Tenant other = new Tenant(Trees.company("other"));
    assertThat(structures.version(other, car, 1)).isEmpty();
  }

  @Test
  void whoRestsOnAProductIsToldOfItsVersionsAndOfItsEnd() {
    structures.add(TENANT, made(car, "car", TODAY), BEFORE);
    structures.addAll(TENANT, List.of(made(car, "car", LATER), made(body, "body", TODAY)), FILE);
    structures.remove(TENANT, car, FILE);

    assertThat(SOURCES.told().stream().filter(this::isOfOurs))
        .containsExactly(
            "STRUCTURE " + car + " from " + TODAY,
            "STRUCTURE " + car + " from " + LATER,
            "STRUCTURE " + body + " from " + TODAY,
            "STRUCTURE " + car + " removed at " + FILE);
    assertThat(structures.find(TENANT, car, new Moment(TODAY, FILE))).isEmpty();
  }

  private boolean isOfOurs(String told) {
    return told.contains(car.toString()) || told.contains(body.toString());
  }

  private List<String> written(LocalDate day) {
    List<String> found = new ArrayList<>();
    structures
        .writtenAt(TENANT, FILE, new Moment(day, FILE))
        .forEach(
            each -> {
              if (each.traceId().equals(car) || each.traceId().equals(body)) {
                found.add(each.name() + " " + each.validFrom());
              }
            });
    return found;
  }

  private static ProductStructure made(TraceId product, String name, LocalDate from) {
    return new ProductStructure(
        product,
        name,
        Category.PART,
        Optional.empty(),
        DeclaredUnit.PIECE,
        Optional.empty(),
        CalculationBasis.AR6_CRADLE_TO_GATE,
        StageProfile.OURANOS,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        from,
        Optional.empty());
  }
}
