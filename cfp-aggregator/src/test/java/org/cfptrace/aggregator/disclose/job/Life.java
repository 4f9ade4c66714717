package org.cfptrace.aggregator.disclose.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.disclose.TargetName;
import org.cfptrace.aggregator.disclose.Targets;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.policy.AudienceViews;

/** An instance with its database, until it is killed and another goes on. */
final class Life {
  static final Tenant US =
      new Tenant(ParticipantId.of("registry.cfptrace.example", "exportingcompany"));
  static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");

  final ExportsInMemory kept = new ExportsInMemory(US);
  final ALetter target = new ALetter();
  Software software = Software.ofVersion("1.0");
  final List<UUID> ready = new ArrayList<>();
  final List<UUID> fallen = new ArrayList<>();
  final List<UUID> again = new ArrayList<>();
  Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

  RunExports worker() {
    return new RunExports(
        tables(),
        new Targets(List.of(target), AudienceViews.standard()),
        software,
        id -> !target.unproved.contains(id),
        (tenant, export) -> ready.add(export.id()),
        (tenant, export) -> fallen.add(export),
        (tenant, step) -> step.get(),
        kept,
        clock);
  }

  UUID order(String... subjects) {
    return place(Optional.of(NOW), subjects).export().id();
  }

  OrderExport.Placed place(Optional<Instant> asOf, String... subjects) {
    List<ExportSubjects.Ordered> ordered = new ArrayList<>();
    for (String subject : subjects) {
      ordered.add(new ExportSubjects.Ordered(subject, "{}"));
    }
    OrderExport.Wish wish =
        new OrderExport.Wish(
            TargetName.PACT_3,
            Optional.empty(),
            new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 11, 27)),
            asOf,
            ordered,
            "{}");
    return new OrderExport(kept, kept, clock).order(US, wish, "officer");
  }

  OrderExport.Placed correct(UUID id) {
    OrderExport.Wish again =
        new OrderExport.Wish(
            TargetName.PACT_3,
            Optional.empty(),
            new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 11, 27)),
            Optional.empty(),
            List.of(new ExportSubjects.Ordered("p1", "{}")),
            "{}");
    return new OrderExport(kept, kept, clock).correct(US, id, again, "officer");
  }

  ExportState run(UUID id) {
    RunExports worker = worker();
    while (worker.round() > 0) {
      // Until nothing is due.
    }
    return export(id).state();
  }

  ExportTables tables() {
    return new ExportTables(kept, kept, kept, kept, kept);
  }

  SettleExport settle() {
    return new SettleExport(
        tables(),
        (tenant, export) -> fallen.add(export),
        (tenant, export) -> again.add(export),
        clock);
  }

  void proves(DeclarationId id) {
    target.unproved.remove(id);
    new LetGoOn(tables()).proven(US, id);
  }

  Export export(UUID id) {
    return kept.find(US, id).orElseThrow();
  }

  Map<String, String> texts(UUID id) {
    Map<String, String> texts = new LinkedHashMap<>();
    kept.allFiles(id).forEach((path, file) -> texts.put(path, new String(file.bytes(), UTF_8)));
    return texts;
  }
}
