package org.cfptrace.aggregator.disclose.job;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.cfptrace.aggregator.disclose.Target;
import org.cfptrace.aggregator.disclose.Targets;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.database.DatabaseFailure;
import org.cfptrace.service.database.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * Brings export jobs forward, a few subjects at a time. Each step is one transaction: who is killed
 * in the middle leaves the job where the last step ended, and anybody goes on from there.
 */
public final class RunExports {
  private static final int MOST_BREAKS = 20;

  private final ExportTables tables;
  private final Targets targets;
  private final Software software;
  private final Predicate<DeclarationId> isProven;
  private final BiConsumer<Tenant, Export> whenReady;
  private final BiConsumer<Tenant, UUID> whenFallen;
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
   * @param isProven whether a declaration is proved to be in the public log by now
   * @param whenReady is told in the transaction in which an export becomes ready
   * @param whenFallen is told of one that is superseded by it
   */
  public RunExports(
      ExportTables tables,
      Targets targets,
      Software software,
      Predicate<DeclarationId> isProven,
      BiConsumer<Tenant, Export> whenReady,
      BiConsumer<Tenant, UUID> whenFallen,
      OnBehalf work,
      Transactions transactions,
      Clock clock) {
    this.tables = requireNonNull(tables, "tables");
    this.targets = requireNonNull(targets, "targets");
    this.software = requireNonNull(software, "software");
    this.isProven = requireNonNull(isProven, "isProven");
    this.whenReady = requireNonNull(whenReady, "whenReady");
    this.whenFallen = requireNonNull(whenFallen, "whenFallen");
    this.work = requireNonNull(work, "work");
    this.transactions = requireNonNull(transactions, "transactions");
    this.clock = requireNonNull(clock, "clock");
  }

  /** One step of one job that is due; says how much was done. */
  public int round() {
    Claimed claimed = new Claimed();
    try {
      return transactions.inNew(
          () -> tables.exports().claim(clock.instant()).map(claimed::step).orElse(0));
    } catch (RuntimeException failure) {
      // Of the step nothing is kept. What fails for want of disk or database is tried again.
      claimed.laterBecauseOf(failure);
      throw failure;
    } catch (Error failure) {
      // One job that needs too much must not end the jobs of everybody.
      claimed.laterBecauseOf(failure);
      throw new IllegalStateException("a step of an export", failure);
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
      Exports exports = tables.exports();
      int done =
          exports
              .locked(claimed.tenant(), claimed.export())
              .filter(export -> export.state().isWorkedOn())
              .map(export -> step(claimed.tenant(), export, targets.of(export.target())))
              .orElse(0);
      if (exports
          .find(claimed.tenant(), claimed.export())
          .filter(export -> export.state().isWorkedOn())
          .isEmpty()) {
        exports.done(claimed.export());
        return Math.max(1, done);
      }
      return done;
    }

    private int step(Tenant tenant, Export export, Target<?, ?> target) {
      return switch (export.state()) {
        case QUEUED -> {
          tables
              .exports()
              .progressed(tenant, export.at(export.progress().now(ExportState.VALIDATING)));
          yield 1;
        }
        case VALIDATING ->
            new ValidateExport<>(tables, target, tenant, export, software, isProven, clock).step();
        case RENDERING ->
            new RenderExport<>(
                    tables, target, tenant, export, software, whenReady, whenFallen, clock)
                .step();
        default -> 0;
      };
    }

    void laterBecauseOf(Throwable failure) {
      Exports.Due failed = due;
      if (failed != null) {
        String why = why(failure);
        boolean isBroken = failure instanceof Error;
        try {
          transactions.doInNew(() -> later(failed, why, isBroken));
        } catch (RuntimeException unwritten) {
          // Where nothing can be written, not even this can: the log has both.
          failure.addSuppressed(unwritten);
        }
      }
    }

    private void later(Exports.Due failed, String why, boolean isBroken) {
      Instant now = clock.instant();
      long breaks =
          tables.exports().later(failed, "waits and is tried again: " + why, isBroken, now);
      if (breaks >= MOST_BREAKS) {
        work.as(failed.tenant(), () -> ended(failed, breaks + " times in a row: " + why, now));
        tables.exports().done(failed.export());
      }
    }

    private int ended(Exports.Due failed, String why, Instant now) {
      tables
          .exports()
          .locked(failed.tenant(), failed.export())
          .filter(export -> export.state().isWorkedOn())
          .ifPresent(export -> tables.fail(failed.tenant(), export, why, now));
      return 1;
    }

    private static String why(Throwable failure) {
      return failure instanceof Refused refused
          ? refused.detail()
          : DatabaseFailure.toMend(failure).orElse(failure.getClass().getSimpleName());
    }
  }
}
