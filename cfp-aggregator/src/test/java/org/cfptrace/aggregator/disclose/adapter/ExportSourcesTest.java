package org.cfptrace.aggregator.disclose.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.aggregator.disclose.adapter.AnExport.LAST_DAY;
import static org.cfptrace.aggregator.disclose.adapter.AnExport.NOW;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.SourceVersion;
import org.cfptrace.aggregator.disclose.job.ExportInputs.Fate;
import org.cfptrace.aggregator.disclose.job.ExportInputs.Mark;
import org.cfptrace.aggregator.disclose.job.ExportState;
import org.cfptrace.aggregator.disclose.job.Notices;
import org.cfptrace.aggregator.query.Trees;
import org.cfptrace.aggregator.tenant.ReplacedSources.Kind;
import org.cfptrace.aggregator.tenant.ReplacedSources.Replaced;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.RealTables;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.database.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of exports when their company changes what they rest on, on a real database. */
class ExportSourcesTest {
  private static RealTables tables;
  private static SqlExportInputs inputs;
  private static SqlReplacedSources replaced;

  private AnExport export;
  private TraceId car;

  @BeforeAll
  static void start() throws IOException {
    tables = RealTables.upTo("latest");
    inputs = new SqlExportInputs(tables.tenancy(), tables.database());
    replaced = new SqlReplacedSources(tables.database());
  }

  @AfterAll
  static void stop() throws IOException {
    tables.close();
  }

  @BeforeEach
  void aJobOfTwoSubjects() {
    export = new AnExport(tables);
    car = export.car;
  }

  // ---- what is written anew

  private void restsOn(Kind kind, String key, long version) {
    export.ours(
        () ->
            inputs.addSources(
                export.us, export.id, List.of(new SourceVersion(kind, key, version)), NOW));
  }

  private List<Mark> marks() {
    return inputs.marks(export.us, export.id, 10);
  }

  @Test
  void aStructureForDaysOfThePeriodMarksTheExportOnceAndOneForLaterDaysDoesNot() {
    restsOn(Kind.STRUCTURE, car.toString(), 1);
    export.is(ExportState.READY);
    Instant at = NOW.plusSeconds(60);

    export.ours(() -> anew(new Replaced(car.toString(), LAST_DAY.plusDays(1)), at));
    export.ours(() -> anew(new Replaced(TraceId.random().toString(), LAST_DAY), at));
    assertThat(marks()).isEmpty();

    export.ours(() -> anew(new Replaced(car.toString(), LAST_DAY), at));
    export.ours(() -> anew(new Replaced(car.toString(), LAST_DAY), at.plusSeconds(1)));
    assertThat(marks()).containsExactly(of(car, Fate.REPLACED, at));
    assertThat(told()).containsExactly(of(car, Fate.REPLACED, at));
  }

  private static void anew(Replaced source, Instant at) {
    replaced.replaced(Kind.STRUCTURE, List.of(source), at);
  }

  @Test
  void whatWasWrittenAnewUnseenIsMarkedBeforeTheExportIsReady() {
    restsOn(Kind.INSTALLATION_YEAR, "works 2026", 1);
    restsOn(Kind.STRUCTURE, car.toString(), 2);
    restsOn(Kind.VEHICLE_MODEL, car.toString(), 0);
    export.ours(() -> year(1));
    export.ours(() -> inputs.markFallen(export.us, export.id, NOW));
    assertThat(marks()).isEmpty();

    export.ours(() -> year(2));
    export.ours(() -> inputs.markFallen(export.us, export.id, NOW));

    assertThat(marks())
        .containsExactly(
            new Mark(
                Optional.empty(), Optional.of("INSTALLATION_YEAR works 2026"), Fate.REPLACED, NOW));
  }

  private static void year(int version) {
    new Sql(tables.database())
        .update(
            "insert into steel_installation_year values"
                + " (default, 'works', 2026, ?, '{}', '{}', now(), 'analyst')",
            version);
  }

  // ---- what is taken out or ended

  private void writes(TraceId product, int version, Optional<LocalDate> lastDay) {
    new Sql(tables.database())
        .update(
            "insert into product_structure values"
                + " (default, ?, ?, 'car', 'VEHICLE', '2020-01-01', ?, '{}', ?, null)",
            product.uuid(),
            version,
            lastDay,
            NOW);
  }

  private void takesOut(TraceId product, Instant at) {
    replaced.removed(Kind.STRUCTURE, product.toString(), at);
    new Sql(tables.database())
        .update(
            "update product_structure set removed_at = ? where trace_id = ?", at, product.uuid());
  }

  private boolean canBeMadeAnew() {
    return inputs.canBeMadeAnew(export.us, export.id);
  }

  private static Mark of(TraceId product, Fate fate, Instant at) {
    return new Mark(Optional.empty(), Optional.of("STRUCTURE " + product), fate, at);
  }

  private List<Mark> told() {
    return new SqlNotices(tables.tenancy(), tables.database())
        .newestFirst(export.us, new PageRequest(10, Optional.empty())).items().stream()
            .map(Notices.Notice::mark)
            .toList();
  }

  @Test
  void aProductThatIsTakenOutMarksTheExportAboutItWhichCannotBeMadeAnewUntilItIsBack() {
    export.ours(() -> writes(car, 1, Optional.empty()));
    restsOn(Kind.STRUCTURE, car.toString(), 1);
    export.is(ExportState.READY);
    Instant at = NOW.plusSeconds(60);
    assertThat(canBeMadeAnew()).isTrue();

    export.ours(() -> takesOut(car, at));

    assertThat(marks()).containsExactly(of(car, Fate.REMOVED, at));
    assertThat(told()).containsExactly(of(car, Fate.REMOVED, at));
    assertThat(canBeMadeAnew()).isFalse();

    export.ours(() -> writes(car, 2, Optional.empty()));
    assertThat(canBeMadeAnew()).isTrue();
  }

  @Test
  void aPartThatIsTakenOutMarksTheExportOfWhatWasMadeOfItAndThatCanBeMadeAnew() {
    TraceId door = TraceId.random();
    export.ours(() -> writes(car, 1, Optional.empty()));
    export.ours(() -> writes(door, 1, Optional.empty()));
    restsOn(Kind.STRUCTURE, car.toString(), 1);
    restsOn(Kind.STRUCTURE, door.toString(), 1);
    export.is(ExportState.READY);
    Instant at = NOW.plusSeconds(60);

    export.ours(() -> takesOut(door, at));

    assertThat(marks()).containsExactly(of(door, Fate.REMOVED, at));
    assertThat(canBeMadeAnew()).isTrue();
  }

  @Test
  void aProductThatEndsWithinThePeriodLeavesNothingToCorrectTo() {
    export.ours(() -> writes(car, 1, Optional.empty()));
    restsOn(Kind.STRUCTURE, car.toString(), 1);
    export.is(ExportState.READY);
    Replaced ended = new Replaced(car.toString(), LocalDate.parse("2020-01-01"));

    export.ours(
        () -> {
          anew(ended, NOW);
          writes(car, 2, Optional.of(LAST_DAY));
        });
    assertThat(marks()).containsExactly(of(car, Fate.REPLACED, NOW));
    assertThat(canBeMadeAnew()).as("it holds on the period's last day").isTrue();

    export.ours(() -> writes(car, 3, Optional.of(LAST_DAY.minusDays(1))));
    assertThat(canBeMadeAnew()).isFalse();
  }

  @Test
  void whatWasTakenOutUnseenIsMarkedBeforeTheExportIsReady() {
    export.ours(() -> writes(car, 1, Optional.empty()));
    export.ours(() -> takesOut(car, NOW.plusSeconds(1)));
    restsOn(Kind.STRUCTURE, car.toString(), 1);
    export.is(ExportState.READY);
    assertThat(marks()).isEmpty();

    export.ours(() -> inputs.markFallen(export.us, export.id, NOW.plusSeconds(2)));

    assertThat(marks()).containsExactly(of(car, Fate.REMOVED, NOW.plusSeconds(2)));
    assertThat(told()).hasSize(1);
  }

  @Test
  void whatWasTakenOutBeforeTheOrderIsNoNews() {
    export.ours(() -> writes(car, 1, Optional.empty()));
    export.ours(() -> takesOut(car, NOW));
    restsOn(Kind.STRUCTURE, car.toString(), 1);
    export.is(ExportState.READY);

    export.ours(() -> inputs.markFallen(export.us, export.id, NOW.plusSeconds(2)));

    assertThat(marks()).hasSize(1);
    assertThat(told()).isEmpty();
  }

  @Test
  void nobodyElsesExportIsMarked() {
    restsOn(Kind.STRUCTURE, car.toString(), 1);
    Tenant others = new Tenant(Trees.company("others"));

    tables.doInNew(
        () ->
            tables.tenancy().doAs(others, () -> anew(new Replaced(car.toString(), LAST_DAY), NOW)));

    assertThat(marks()).isEmpty();
  }
}
