package org.cfptrace.aggregator.disclose.job;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.SourceVersion;
import org.cfptrace.aggregator.disclose.Subject;
import org.cfptrace.aggregator.disclose.Target;
import org.cfptrace.aggregator.disclose.job.ExportSubjects.Known;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/** One step of gathering facts: some subjects, or the end of it. */
final class ValidateExport<O, F> {
  private static final int A_STEP = 20;
  private static final int MUCH = 4 * 1024 * 1024;

  private final ExportTables tables;
  private final Target<O, F> target;
  private final Tenant tenant;
  private final Export export;
  private final Software software;
  private final Predicate<DeclarationId> isProven;
  private final Clock clock;

  ValidateExport(
      ExportTables tables,
      Target<O, F> target,
      Tenant tenant,
      Export export,
      Software software,
      Predicate<DeclarationId> isProven,
      Clock clock) {
    this.tables = tables;
    this.target = target;
    this.tenant = tenant;
    this.export = export;
    this.software = software;
    this.isProven = isProven;
    this.clock = clock;
  }

  /** Says how many subjects were gathered; 1 for the end. */
  int step() {
    List<Known> next = tables.subjects().ungathered(tenant, export.id(), A_STEP);
    if (next.isEmpty()) {
      conclude();
      return 1;
    }
    int done = 0;
    for (long characters = 0; done < next.size() && characters < MUCH; done++) {
      characters += gather(next.get(done));
    }
    tables.exports().progressed(tenant, export.at(export.progress().troubled(Optional.empty())));
    return done;
  }

  /** Says how long the facts are. */
  private int gather(Known known) {
    try {
      Gathered<F> gathered = target.gather(tenant, subject(known));
      String facts = FactsJson.write(gathered);
      keep(known, Optional.of(facts), gathered.findings());
      tables.inputs().add(tenant, export.id(), gathered.evidence().inputs(), clock.instant());
      tables
          .inputs()
          .addSources(tenant, export.id(), SourceVersion.of(gathered.evidence()), clock.instant());
      tables.proofs().await(tenant, export.id(), known.place(), unproved(gathered));
      return facts.length();
    } catch (Refused refused) {
      if (refused.code() == ProblemCode.NOT_ALLOWED_NOW) {
        // It passes: the job waits for it.
        throw refused;
      }
      return none(known, refused.code().name() + ": " + refused.detail());
    } catch (IllegalStateException
        | IllegalArgumentException
        | NoSuchElementException
        | NullPointerException
        | ArithmeticException fault) {
      // One product that cannot be worked out holds up no other.
      return none(known, "a fault of the software: " + fault);
    }
  }

  /** What the log is to prove before this may be said; nothing where there is no log. */
  private static List<DeclarationId> unproved(Gathered<?> gathered) {
    boolean waits =
        gathered.findings().stream()
            .anyMatch(finding -> finding.code() == Finding.Code.NOT_ANCHORED);
    return waits
        ? gathered.evidence().inputs().stream()
            .filter(input -> input.logIndex().isEmpty())
            .map(input -> new DeclarationId(input.declarationId()))
            .toList()
        : List.of();
  }

  private Subject<O> subject(Known known) {
    Export.Order order = export.order();
    return new Subject<>(
        known.subject(),
        order.plant(),
        order.period(),
        order.asOf(),
        FactsJson.read(known.options(), target.optionsType()));
  }

  private int none(Known known, String why) {
    keep(known, Optional.empty(), List.of(Finding.of(Finding.Code.NOT_AVAILABLE, why)));
    return 0;
  }

  private void keep(Known known, Optional<String> facts, List<Finding> findings) {
    String digest =
        Manifest.digest(known.subject() + "\n" + known.options() + "\n" + facts.orElse(""));
    tables.subjects().gathered(tenant, export.id(), known.place(), facts, digest, findings);
  }

  /**
   * Whether proofs have come while this was gathered, which so did not see them: what needs them is
   * gathered again.
   */
  private boolean hasMore() {
    List<DeclarationId> come =
        tables.proofs().of(tenant, export.id()).stream().filter(isProven).toList();
    come.forEach(id -> tables.gatherAnew(tenant, export.id(), id));
    return !tables.subjects().ungathered(tenant, export.id(), 1).isEmpty();
  }

  private void conclude() {
    if (hasMore()) {
      return;
    }
    List<String> digests = new ArrayList<>();
    tables
        .subjects()
        .each(tenant, export.id(), each -> digests.add(each.factsDigest().orElseThrow()));
    Export.Progress known =
        export
            .progress()
            .as(
                Manifest.exportId(export, software, target.shows(), corrected(), digests),
                software);
    boolean blocks =
        has(Finding.Weight.FORBIDS) || (has(Finding.Weight.BLOCKS) && known.overridden().isEmpty());
    tables
        .exports()
        .progressed(
            tenant,
            export.at(
                blocks
                    ? known.endedAs(ExportState.BLOCKED, Optional.empty(), clock.instant())
                    : known.now(ExportState.RENDERING).troubled(Optional.empty())));
  }

  private boolean has(Finding.Weight weight) {
    return tables.subjects().with(tenant, export.id(), weight) > 0;
  }

  private Optional<String> corrected() {
    return tables.exports().corrected(tenant, export);
  }
}
