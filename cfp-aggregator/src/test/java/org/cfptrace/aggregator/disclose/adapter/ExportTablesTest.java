package org.cfptrace.aggregator.disclose.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.SourceVersion;
import org.cfptrace.aggregator.disclose.TargetName;
import org.cfptrace.aggregator.disclose.job.Export;
import org.cfptrace.aggregator.disclose.job.ExportInputs.Fate;
import org.cfptrace.aggregator.disclose.job.ExportInputs.Mark;
import org.cfptrace.aggregator.disclose.job.ExportState;
import org.cfptrace.aggregator.disclose.job.ExportSubjects;
import org.cfptrace.aggregator.disclose.job.ExportSubjects.Told;
import org.cfptrace.aggregator.disclose.job.ExportTables;
import org.cfptrace.aggregator.disclose.job.Exports;
import org.cfptrace.aggregator.disclose.job.LetGoOn;
import org.cfptrace.aggregator.query.Trees;
import org.cfptrace.aggregator.tenant.ReplacedSources.Kind;
import org.cfptrace.aggregator.tenant.ReplacedSources.Replaced;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.RealTables;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.database.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What exports wait for, rest on and state, on a real database. */
class ExportTablesTest {
  private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
  private static final LocalDate LAST_DAY = LocalDate.parse("2026-06-30");
  private static final DeclarationId FIRST = new DeclarationId("A".repeat(43));
  private static final DeclarationId SECOND = new DeclarationId("B".repeat(42) + "A");
  private static final AtomicInteger COMPANIES = new AtomicInteger();

  private static RealTables tables;
  private static SqlExports exports;
  private static SqlExportSubjects subjects;
  private static SqlExportInputs inputs;
  private static SqlAwaitedProofs proofs;
  private static SqlReplacedSources replaced;

  private final Tenant us = new Tenant(Trees.company("exporter" + COMPANIES.incrementAndGet()));
  private final UUID id = UUID.randomUUID();
  private final TraceId car = TraceId.random();

  @BeforeAll
  static void start() throws IOException {
    tables = RealTables.upTo("latest");
    exports = new SqlExports(tables.tenancy(), tables.database());
    subjects = new SqlExportSubjects(tables.tenancy(), tables.database());
    inputs = new SqlExportInputs(tables.tenancy(), tables.database());
    proofs = new SqlAwaitedProofs(tables.tenancy(), tables.database());
    replaced = new SqlReplacedSources(tables.database());
  }

  @AfterAll
  static void stop() throws IOException {
    tables.close();
  }

  @BeforeEach
  void aJobOfTwoSubjects() {
    Export.Order order =
        new Export.Order(
            TargetName.PACT_3,
            Optional.empty(),
            new Period(LocalDate.parse("2026-01-01"), LAST_DAY),
            NOW,
            "hash of " + id,
            Optional.empty(),
            "officer",
            NOW);
    ours(
        () -> {
          exports.add(us, new Export(id, order, 2, 0, 0, Export.Progress.QUEUED), "{}");
          subjects.add(
              us,
              id,
              List.of(
                  new ExportSubjects.Ordered("p1", "{}"), new ExportSubjects.Ordered("p2", "{}")));
        });
  }

  private void ours(Runnable work) {
    tables.doInNew(() -> tables.tenancy().doAs(us, work));
  }

  private void is(ExportState state) {
    ours(
        () -> {
          Export export = export();
          exports.progressed(
              us, export.at(export.progress().endedAs(state, Optional.empty(), NOW)));
          if (!state.isWorkedOn()) {
            exports.done(id);
          }
        });
  }

  private Export export() {
    return exports.find(us, id).orElseThrow();
  }

  private void gathered(int place, DeclarationId... unproved) {
    ours(
        () -> {
          subjects.gathered(
              us,
              id,
              place,
              Optional.of("{}"),
              "digest",
              List.of(unproved).stream()
                  .map(it -> Finding.of(Finding.Code.NOT_ANCHORED, it.value()))
                  .toList());
          proofs.await(us, id, place, List.of(unproved));
        });
  }

  private void proves(DeclarationId declaration) {
    ExportTables all = new ExportTables(exports, subjects, noFiles(), inputs, proofs);
    tables.doInNew(() -> new LetGoOn(all).proven(us, declaration));
  }

  private static SqlExportFiles noFiles() {
    return new SqlExportFiles(tables.tenancy(), tables.database());
  }

  // ---- proofs

  @Test
  void aProofSendsBackOnlyWhatWaitsForItAndTheJobGoesOn() {
    gathered(1, FIRST);
    gathered(2, SECOND, SECOND);
    is(ExportState.BLOCKED);
    assertThat(export().gathered()).isEqualTo(2);

    proves(FIRST);

    assertThat(export().state()).isEqualTo(ExportState.VALIDATING);
    assertThat(export().gathered()).isEqualTo(1);
    assertThat(export().progress().endedAt()).isEmpty();
    assertThat(subjects.ungathered(us, id, 10))
        .extracting(ExportSubjects.Known::place)
        .containsExactly(1);
    assertThat(subjects.with(us, id, Finding.Weight.BLOCKS)).isEqualTo(1);
    assertThat(proofs.of(us, id)).containsExactly(FIRST, SECOND);
    assertThat(
            new Sql(tables.database())
                .number("select count(*) from export_due where export = ?", id))
        .as("somebody works on it")
        .isEqualTo(1);
  }

  @Test
  void aProofThatNobodyWaitsForChangesNothing() {
    gathered(1);
    gathered(2, SECOND);
    is(ExportState.BLOCKED);

    proves(FIRST);

    assertThat(export().state()).isEqualTo(ExportState.BLOCKED);
    assertThat(subjects.ungathered(us, id, 10)).isEmpty();
  }

  @Test
  void whatIsReadyIsNotGatheredAgain() {
    gathered(1, FIRST);
    gathered(2);
    is(ExportState.READY);

    proves(FIRST);

    assertThat(export().state()).isEqualTo(ExportState.READY);
    assertThat(export().gathered()).isEqualTo(2);
  }

  // ---- what files state

  @Test
  void whatTheFilesStateIsAddedUp() {
    gathered(1);
    gathered(2);
    ours(
        () -> {
          subjects.rendered(us, id, 1, "00", new Told(3, 1));
          subjects.rendered(us, id, 2, "01", new Told(1500, 0));
        });

    assertThat(subjects.told(us, id)).isEqualTo(new Told(1503, 1));
  }

  // ---- trouble

  @Test
  void breaksAreCountedInARowAndForgottenWhenTheJobGoesOn() {
    Exports.Due due = new Exports.Due(us, id);
    assertThat(later(due, true)).isEqualTo(1);
    assertThat(later(due, true)).isEqualTo(2);
    assertThat(later(due, false)).isZero();
    assertThat(later(due, true)).isEqualTo(1);
    is(ExportState.VALIDATING);

    assertThat(later(due, true)).isEqualTo(1);
    assertThat(export().progress().trouble()).contains("waits");
  }

  private long later(Exports.Due due, boolean isBroken) {
    return tables.inNew(() -> exports.later(due, "waits", isBroken, NOW));
  }

  // ---- what is written anew

  private void restsOn(Kind kind, String key, long version) {
    ours(() -> inputs.addSources(us, id, List.of(new SourceVersion(kind, key, version)), NOW));
  }

  private List<Mark> marks() {
    return inputs.marks(us, id, 10);
  }

  @Test
  void aStructureForDaysOfThePeriodMarksTheExportOnceAndOneForLaterDaysDoesNot() {
    restsOn(Kind.STRUCTURE, car.toString(), 1);
    is(ExportState.READY);
    Instant at = NOW.plusSeconds(60);

    ours(() -> anew(new Replaced(car.toString(), LAST_DAY.plusDays(1)), at));
    ours(() -> anew(new Replaced(TraceId.random().toString(), LAST_DAY), at));
    assertThat(marks()).isEmpty();

    ours(() -> anew(new Replaced(car.toString(), LAST_DAY), at));
    ours(() -> anew(new Replaced(car.toString(), LAST_DAY), at.plusSeconds(1)));
    assertThat(marks())
        .containsExactly(
            new Mark(Optional.empty(), Optional.of("STRUCTURE " + car), Fate.REPLACED, at));
    assertThat(
            new SqlNotices(tables.tenancy(), tables.database())
                .newestFirst(us, new PageRequest(10, Optional.empty()))
                .items())
        .extracting(notice -> notice.mark().source())
        .containsExactly(Optional.of("STRUCTURE " + car));
  }

  private static void anew(Replaced source, Instant at) {
    replaced.replaced(Kind.STRUCTURE, List.of(source), at);
  }

  @Test
  void whatWasWrittenAnewUnseenIsMarkedBeforeTheExportIsReady() {
    restsOn(Kind.INSTALLATION_YEAR, "works 2026", 1);
    restsOn(Kind.STRUCTURE, car.toString(), 2);
    restsOn(Kind.VEHICLE_MODEL, car.toString(), 0);
    ours(() -> year(1));
    ours(() -> inputs.markFallen(us, id, NOW));
    assertThat(marks()).isEmpty();

    ours(() -> year(2));
    ours(() -> inputs.markFallen(us, id, NOW));

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
