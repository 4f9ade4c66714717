package org.cfptrace.aggregator.disclose.job;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.cfptrace.aggregator.disclose.Digests;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Gathered;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.Subject;
import org.cfptrace.aggregator.disclose.Target;
import org.cfptrace.aggregator.disclose.Targets;
import org.cfptrace.aggregator.disclose.job.ExportSubjects.Known;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.Audience;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.database.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * Brings export jobs forward, a few subjects at a time. Each step is one transaction: who is killed
 * in the middle leaves the job where the last step ended, and anybody goes on from there.
 */
public final class RunExports {
  private static final int A_STEP = 20;
  private static final Set<Audience> OWNERS_EYES = EnumSet.of(Audience.SELF, Audience.AUDITOR);
  private static final int MOST_FINDINGS = 1000;

  private final Exports exports;
  private final ExportSubjects subjects;
  private final ExportFiles kept;
  private final ExportInputs inputs;
  private final Targets targets;
  private final BiConsumer<Tenant, Export> whenReady;
  private final OnBehalf work;
  private final Transactions transactions;
  private final Clock clock;

  /** Work on behalf of a company: what is read without its name is read as its own. */
  @FunctionalInterface
  public interface OnBehalf {
    /** Works for a company, in the transaction under way. */
    int as(Tenant tenant, Supplier<Integer> step);
  }

  /**
   * @param whenReady is told in the transaction in which an export becomes ready
   */
  public RunExports(
      Exports exports,
      ExportSubjects subjects,
      ExportFiles kept,
      ExportInputs inputs,
      Targets targets,
      BiConsumer<Tenant, Export> whenReady,
      OnBehalf work,
      Transactions transactions,
      Clock clock) {
    this.exports = requireNonNull(exports, "exports");
    this.subjects = requireNonNull(subjects, "subjects");
    this.kept = requireNonNull(kept, "kept");
    this.inputs = requireNonNull(inputs, "inputs");
    this.targets = requireNonNull(targets, "targets");
    this.whenReady = requireNonNull(whenReady, "whenReady");
    this.work = requireNonNull(work, "work");
    this.transactions = requireNonNull(transactions, "transactions");
    this.clock = requireNonNull(clock, "clock");
  }

  /** One step of one job that is due; says how much was done. */
  public int round() {
    Claimed claimed = new Claimed();
    try {
      return transactions.inNew(() -> exports.claim(clock.instant()).map(claimed::step).orElse(0));
    } catch (RuntimeException failure) {
      // Of the step nothing is kept. What fails for want of disk or database is tried again.
      claimed.laterBecauseOf(failure);
      throw failure;
    }
  }

  /** The job of this round, known also when its step has failed. */
  private final class Claimed {
    private Exports.@Nullable Due due;

    int step(Exports.Due claimed) {
      due = claimed;
      return work.as(claimed.tenant(), () -> stepOf(claimed));
    }

    private int stepOf(Exports.Due claimed) {
      return exports
          .locked(claimed.tenant(), claimed.export())
          .filter(export -> export.state().isWorkedOn())
          .map(export -> step(claimed.tenant(), export, targets.of(export.target())))
          .orElse(0);
    }

    private int step(Tenant tenant, Export export, Target<?, ?> target) {
      return switch (export.state()) {
        case QUEUED -> {
          exports.progressed(tenant, export.at(export.progress().now(ExportState.VALIDATING)));
          yield 1;
        }
        case VALIDATING -> new Step<>(tenant, export, target).validate();
        case RENDERING -> new Step<>(tenant, export, target).render();
        default -> 0;
      };
    }

    void laterBecauseOf(RuntimeException failure) {
      Exports.Due failed = due;
      if (failed != null) {
        transactions.doInNew(
            () ->
                exports.later(
                    failed,
                    "waits and is tried again: " + failure.getClass().getSimpleName(),
                    clock.instant()));
      }
    }
  }

  /** One step of a job for one target. */
  private final class Step<O, F> {
    private final Tenant tenant;
    private final Export export;
    private final Target<O, F> target;

    Step(Tenant tenant, Export export, Target<O, F> target) {
      this.tenant = tenant;
      this.export = export;
      this.target = target;
    }

    int validate() {
      List<Known> next = subjects.ungathered(tenant, export.id(), A_STEP);
      if (next.isEmpty()) {
        concludeValidation();
        return 1;
      }
      next.forEach(this::gather);
      exports.progressed(tenant, export.at(export.progress().troubled(Optional.empty())));
      return next.size();
    }

    private void gather(Known known) {
      Export.Order order = export.order();
      try {
        Gathered<F> gathered =
            target.gather(
                tenant,
                new Subject<>(
                    known.subject(),
                    order.plant(),
                    order.period(),
                    order.asOf(),
                    FactsJson.read(known.options(), target.optionsType())));
        subjects.gathered(
            tenant,
            export.id(),
            known.place(),
            Optional.of(FactsJson.write(gathered)),
            gathered.findings().stream().limit(MOST_FINDINGS).toList());
        inputs.add(tenant, export.id(), gathered.evidence().inputs(), clock.instant());
      } catch (Refused refused) {
        subjects.gathered(
            tenant,
            export.id(),
            known.place(),
            Optional.empty(),
            List.of(
                Finding.of(
                    Finding.Code.NOT_AVAILABLE, refused.code().name() + ": " + refused.detail())));
      }
    }

    private void concludeValidation() {
      List<String> digests = new ArrayList<>();
      subjects.each(
          tenant,
          export.id(),
          each ->
              digests.add(
                  Manifest.digest(
                      each.subject() + "\n" + each.options() + "\n" + each.gathered().orElse(""))));
      Export.Progress known =
          export.progress().as(Manifest.exportId(export, target.shows(), digests));
      boolean blocks =
          subjects.with(tenant, export.id(), Finding.Weight.FORBIDS) > 0
              || (subjects.with(tenant, export.id(), Finding.Weight.BLOCKS) > 0
                  && known.overridden().isEmpty());
      exports.progressed(
          tenant,
          export.at(
              blocks
                  ? known.endedAs(ExportState.BLOCKED, Optional.empty(), clock.instant())
                  : known.now(ExportState.RENDERING).troubled(Optional.empty())));
    }

    int render() {
      List<Known> next = subjects.unrendered(tenant, export.id(), A_STEP);
      if (next.isEmpty()) {
        finish();
        return 1;
      }
      for (Known known : next) {
        Optional<String> fault = render(known);
        if (fault.isPresent()) {
          fail(known.subject() + ": " + fault.get());
          return 1;
        }
      }
      exports.progressed(tenant, export.at(export.progress().troubled(Optional.empty())));
      return next.size();
    }

    /** Answers why the files of a subject are no good. */
    private Optional<String> render(Known known) {
      Gathered<F> gathered = FactsJson.readGathered(known.gathered().orElseThrow(), target.facts());
      Stamp stamp = stamp(gathered.findings());
      List<ExportFile> files;
      try {
        files = target.files(gathered.facts(), stamp);
        List<String> faults = target.faults(gathered.facts(), files);
        if (!faults.isEmpty()) {
          return Optional.of(String.join("; ", faults.subList(0, Math.min(5, faults.size()))));
        }
      } catch (RuntimeException broken) {
        // A function of the facts fails the same way every time: a template or its data is at
        // fault.
        return Optional.of("its files cannot be made: " + root(broken));
      }
      ExportFile provenance =
          Manifest.provenance(
              known.subject(), gathered, stamp, exports.salt(tenant, stamp.exportId()));
      List<ExportFile> inZip = new ArrayList<>(files);
      if (OWNERS_EYES.contains(target.audience(gathered.facts()))) {
        inZip.add(provenance);
      } else {
        kept.keepBeside(tenant, export.id(), known.place(), known.folder(), provenance);
      }
      ExportFile manifest =
          Manifest.ofSubject(target, known.subject(), gathered, stamp, provenance, inZip);
      inZip.add(manifest);
      kept.keep(tenant, export.id(), known.place(), known.folder(), inZip);
      subjects.rendered(tenant, export.id(), known.place(), Digests.sha256(manifest.bytes()));
      return Optional.empty();
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
          supersedes());
    }

    private Optional<String> supersedes() {
      return export
          .order()
          .supersedes()
          .flatMap(id -> exports.find(tenant, id))
          .flatMap(corrected -> corrected.progress().exportId());
    }

    private void fail(String why) {
      kept.forget(tenant, export.id());
      exports.progressed(
          tenant,
          export.at(
              export.progress().endedAs(ExportState.FAILED, Optional.of(why), clock.instant())));
    }

    private void finish() {
      List<Manifest.SubjectEntry> entries = new ArrayList<>();
      subjects.each(
          tenant,
          export.id(),
          each ->
              entries.add(
                  new Manifest.SubjectEntry(
                      each.subject(), each.folder(), each.manifestSha256().orElseThrow())));
      kept.keep(
          tenant,
          export.id(),
          0,
          "",
          List.of(Manifest.ofWhole(export, target.shows(), stamp(List.of()), entries)));
      if (!kept.isWhole(tenant, export.id())) {
        fail("what was kept is not what was made");
        return;
      }
      Instant now = clock.instant();
      Export ready = export.at(export.progress().endedAs(ExportState.READY, Optional.empty(), now));
      exports.progressed(tenant, ready);
      export.order().supersedes().ifPresent(this::supersede);
      whenReady.accept(tenant, ready);
    }

    private void supersede(UUID corrected) {
      exports
          .locked(tenant, corrected)
          .filter(it -> it.state().stands())
          .ifPresent(
              it -> exports.progressed(tenant, it.at(it.progress().supersededBy(export.id()))));
    }
  }
}
