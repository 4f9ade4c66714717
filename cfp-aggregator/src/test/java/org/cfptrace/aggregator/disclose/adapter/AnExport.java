package org.cfptrace.aggregator.disclose.adapter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.cfptrace.aggregator.disclose.TargetName;
import org.cfptrace.aggregator.disclose.job.Export;
import org.cfptrace.aggregator.disclose.job.ExportState;
import org.cfptrace.aggregator.disclose.job.ExportSubjects;
import org.cfptrace.aggregator.query.Trees;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.RealTables;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;

/** A job about a car and something else, ordered by a company of its own. */
final class AnExport {
  static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
  static final LocalDate LAST_DAY = LocalDate.parse("2026-06-30");
  private static final AtomicInteger COMPANIES = new AtomicInteger();

  final Tenant us = new Tenant(Trees.company("exporter" + COMPANIES.incrementAndGet()));
  final UUID id = UUID.randomUUID();
  final TraceId car = TraceId.random();
  final SqlExports exports;
  final SqlExportSubjects subjects;
  private final RealTables tables;

  AnExport(RealTables tables) {
    this.tables = tables;
    this.exports = new SqlExports(tables.tenancy(), tables.database());
    this.subjects = new SqlExportSubjects(tables.tenancy(), tables.database());
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
                  new ExportSubjects.Ordered(car.toString(), "{}"),
                  new ExportSubjects.Ordered("p2", "{}")));
        });
  }

  /** Does something in a transaction of the company. */
  void ours(Runnable work) {
    tables.doInNew(() -> tables.tenancy().doAs(us, work));
  }

  void is(ExportState state) {
    ours(
        () -> {
          Export export = found();
          exports.progressed(
              us, export.at(export.progress().endedAs(state, Optional.empty(), NOW)));
          if (!state.isWorkedOn()) {
            exports.done(id);
          }
        });
  }

  Export found() {
    return exports.find(us, id).orElseThrow();
  }
}
