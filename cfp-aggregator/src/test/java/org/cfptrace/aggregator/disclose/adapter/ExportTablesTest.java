package org.cfptrace.aggregator.disclose.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.job.ExportState;
import org.cfptrace.aggregator.disclose.job.ExportSubjects;
import org.cfptrace.aggregator.disclose.job.ExportSubjects.Told;
import org.cfptrace.aggregator.disclose.job.ExportTables;
import org.cfptrace.aggregator.disclose.job.Exports;
import org.cfptrace.aggregator.disclose.job.LetGoOn;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.RealTables;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.service.database.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What exports wait for and state, on a real database. */
class ExportTablesTest {
  private static final DeclarationId FIRST = new DeclarationId("A".repeat(43));
  private static final DeclarationId SECOND = new DeclarationId("B".repeat(42) + "A");

  private static RealTables tables;
  private static SqlExportInputs inputs;
  private static SqlAwaitedProofs proofs;

  private AnExport export;
  private Tenant us;
  private UUID id;
  private SqlExports exports;
  private SqlExportSubjects subjects;

  @BeforeAll
  static void start() throws IOException {
    tables = RealTables.upTo("latest");
    inputs = new SqlExportInputs(tables.tenancy(), tables.database());
    proofs = new SqlAwaitedProofs(tables.tenancy(), tables.database());
  }

  @AfterAll
  static void stop() throws IOException {
    tables.close();
  }

  @BeforeEach
  void aJobOfTwoSubjects() {
    export = new AnExport(tables);
    us = export.us;
    id = export.id;
    exports = export.exports;
    subjects = export.subjects;
  }

  private void gathered(int place, DeclarationId... unproved) {
    export.ours(
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
    export.is(ExportState.BLOCKED);
    assertThat(export.found().gathered()).isEqualTo(2);

    proves(FIRST);

    assertThat(export.found().state()).isEqualTo(ExportState.VALIDATING);
    assertThat(export.found().gathered()).isEqualTo(1);
    assertThat(export.found().progress().endedAt()).isEmpty();
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
    export.is(ExportState.BLOCKED);

    proves(FIRST);

    assertThat(export.found().state()).isEqualTo(ExportState.BLOCKED);
    assertThat(subjects.ungathered(us, id, 10)).isEmpty();
  }

  @Test
  void whatIsReadyIsNotGatheredAgain() {
    gathered(1, FIRST);
    gathered(2);
    export.is(ExportState.READY);

    proves(FIRST);

    assertThat(export.found().state()).isEqualTo(ExportState.READY);
    assertThat(export.found().gathered()).isEqualTo(2);
  }

  // ---- what files state

  @Test
  void whatTheFilesStateIsAddedUp() {
    gathered(1);
    gathered(2);
    export.ours(
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
    export.is(ExportState.VALIDATING);

    assertThat(later(due, true)).isEqualTo(1);
    assertThat(export.found().progress().trouble()).contains("waits");
  }

  private long later(Exports.Due due, boolean isBroken) {
    return tables.inNew(() -> exports.later(due, "waits", isBroken, AnExport.NOW));
  }
}
