package org.cfptrace.aggregator.disclose.job;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.cfptrace.aggregator.disclose.Digests;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.Target;
import org.cfptrace.aggregator.disclose.job.ExportSubjects.Known;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.Audience;

/** One step of making files: those of some subjects, or the end of it. */
final class RenderExport<O, F> {
  private static final Set<Audience> OWNERS_EYES = EnumSet.of(Audience.SELF, Audience.AUDITOR);
  private static final int A_STEP = 20;
  private static final int MUCH = 4 * 1024 * 1024;
  private static final int MOST_TOLD = 5;

  private final ExportTables tables;
  private final Target<O, F> target;
  private final Tenant tenant;
  private final Export export;
  private final Software software;
  private final BiConsumer<Tenant, Export> whenReady;
  private final BiConsumer<Tenant, UUID> whenFallen;
  private final Clock clock;
  private final Optional<String> corrected;

  RenderExport(
      ExportTables tables,
      Target<O, F> target,
      Tenant tenant,
      Export export,
      Software software,
      BiConsumer<Tenant, Export> whenReady,
      BiConsumer<Tenant, UUID> whenFallen,
      Clock clock) {
    this.tables = tables;
    this.target = target;
    this.tenant = tenant;
    this.export = export;
    this.software = software;
    this.whenReady = whenReady;
    this.whenFallen = whenFallen;
    this.clock = clock;
    this.corrected = tables.exports().corrected(tenant, export);
  }

  /** What follows from the facts of a subject alone. */
  private record Rendered<F>(
      Gathered<F> gathered, Stamp stamp, List<ExportFile> files, List<String> faults) {
    long bytes() {
      return files.stream().mapToLong(file -> file.bytes().length).sum();
    }
  }

  /** Says of how many subjects the files were made; 1 for the end. */
  int step() {
    if (!export.progress().software().equals(Optional.of(software))) {
      renderAnew();
      return 1;
    }
    List<Known> next = tables.subjects().unrendered(tenant, export.id(), A_STEP);
    if (next.isEmpty()) {
      finish();
      return 1;
    }
    int done = 0;
    for (long bytes = 0; done < next.size() && bytes < MUCH; done++) {
      Known known = next.get(done);
      String facts = tables.subjects().facts(tenant, export.id(), known.place()).orElseThrow();
      Rendered<F> rendered;
      try {
        rendered = rendered(facts);
      } catch (RuntimeException broken) {
        // A function of the facts fails the same way every time: template or data are at fault.
        fail(known.subject() + ": its files cannot be made: " + root(broken));
        return 1;
      }
      if (!rendered.faults().isEmpty()) {
        fail(known.subject() + ": " + told(rendered.faults()));
        return 1;
      }
      List<String> faults = keep(known, rendered);
      if (!faults.isEmpty()) {
        fail(known.subject() + ": " + told(faults));
        return 1;
      }
      bytes += rendered.bytes();
    }
    tables.exports().progressed(tenant, export.at(export.progress().troubled(Optional.empty())));
    return done;
  }

  /** Files of two versions of the software must not lie in one export: its name follows anew. */
  private void renderAnew() {
    tables.renderAnew(tenant, export.id());
    tables.exports().progressed(tenant, export.at(export.progress().now(ExportState.VALIDATING)));
  }

  private static String told(List<String> faults) {
    return String.join("; ", faults.subList(0, Math.min(MOST_TOLD, faults.size())));
  }

  private Rendered<F> rendered(String facts) {
    Gathered<F> gathered = FactsJson.readGathered(facts, target.facts());
    Stamp stamp = stamp(gathered.findings());
    List<ExportFile> files = target.files(gathered.facts(), stamp);
    return new Rendered<>(gathered, stamp, files, target.faults(gathered.facts(), files));
  }

  /** Says what does not hold of the manifest and the provenance, once they are kept. */
  private List<String> keep(Known known, Rendered<F> rendered) {
    Gathered<F> gathered = rendered.gathered();
    ExportFile provenance =
        Manifest.provenance(
            known.subject(),
            gathered,
            rendered.stamp(),
            tables.exports().salt(tenant, rendered.stamp().exportId()));
    List<ExportFile> inZip = new ArrayList<>(rendered.files());
    if (OWNERS_EYES.contains(target.audience(gathered.facts()))) {
      inZip.add(provenance);
    } else {
      tables.files().keepBeside(tenant, export.id(), known.place(), known.folder(), provenance);
    }
    ExportFile manifest =
        Manifest.ofSubject(target, known.subject(), gathered, rendered.stamp(), provenance, inZip);
    List<ExportFile> named = List.copyOf(inZip);
    inZip.add(manifest);
    tables.files().keep(tenant, export.id(), known.place(), known.folder(), inZip);
    tables
        .subjects()
        .rendered(
            tenant,
            export.id(),
            known.place(),
            Digests.sha256(manifest.bytes()),
            ExportSubjects.Told.of(gathered.findings()));
    return ManifestFaults.ofSubject(
        kept(known.folder() + "/" + Manifest.NAME),
        kept(known.folder() + "/" + Manifest.PROVENANCE),
        named,
        rendered.stamp().exportId());
  }

  private ExportFile kept(String path) {
    return tables.files().find(tenant, export.id(), path).orElseThrow();
  }

  private static Throwable root(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure : root(cause);
  }

  private Stamp stamp(List<Finding> findings) {
    return new Stamp(
        export.progress().exportId().orElseThrow(),
        export.order().asOf(),
        findings,
        export.progress().overridden(),
        corrected);
  }

  private void fail(String why) {
    tables.fail(tenant, export, why, clock.instant());
  }

  private void finish() {
    List<Manifest.SubjectEntry> entries = new ArrayList<>();
    tables
        .subjects()
        .each(
            tenant,
            export.id(),
            each ->
                entries.add(
                    new Manifest.SubjectEntry(
                        each.subject(), each.folder(), each.manifestSha256().orElseThrow())));
    tables
        .files()
        .keep(
            tenant,
            export.id(),
            0,
            "",
            List.of(
                Manifest.ofWhole(
                    export,
                    software,
                    target.shows(),
                    stamp(List.of()),
                    tables.subjects().told(tenant, export.id()),
                    entries)));
    List<String> faults =
        ManifestFaults.ofWhole(
            kept(Manifest.NAME), entries, export.progress().exportId().orElseThrow());
    if (!faults.isEmpty()) {
      fail(told(faults));
      return;
    }
    if (!tables.files().isWhole(tenant, export.id())) {
      fail("what was kept is not what was made");
      return;
    }
    // What fell while facts were gathered was not seen by who noted the fall.
    tables.inputs().markFallen(tenant, export.id(), clock.instant());
    Export ready =
        export.at(export.progress().endedAs(ExportState.READY, Optional.empty(), clock.instant()));
    tables.exports().progressed(tenant, ready);
    export.order().supersedes().ifPresent(this::supersede);
    whenReady.accept(tenant, ready);
  }

  private void supersede(UUID earlier) {
    tables
        .exports()
        .locked(tenant, earlier)
        .filter(it -> it.state().stands())
        .ifPresent(
            it -> {
              tables.exports().progressed(tenant, it.at(it.progress().supersededBy(export.id())));
              whenFallen.accept(tenant, earlier);
            });
  }
}
