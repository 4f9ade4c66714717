package org.cfptrace.connector.correct;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.cfptrace.connector.declare.IssuedDeclarations;
import org.cfptrace.connector.declare.StatementFigure;
import org.cfptrace.connector.declare.WhatToDeclare;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.notify.Told;
import org.cfptrace.connector.product.StaleQueue;
import org.cfptrace.connector.trade.TellProgress;
import org.cfptrace.exchange.deliver.Backoff;
import org.cfptrace.footprint.AmountTooLargeException;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.crash.MarkedTransactions;
import org.cfptrace.service.database.Transactions;

/**
 * Works stale products out anew, one transaction each: what is known now is kept, our people hear
 * of a change that matters, partners are told by their rule, and those who asked hear how far we
 * are.
 */
public final class RecomputeProducts {
  private static final int MOST_IN_A_ROUND = 200;

  private final StaleQueue queue;
  private final WhatToDeclare whatToDeclare;
  private final IssuedDeclarations issued;
  private final FootprintHistory history;
  private final KeepInformed keepInformed;
  private final TellProgress tellProgress;
  private final Notifications notifications;
  private final Settings settings;
  private final Transactions transactions;
  private final Transactions puttingOff;
  private final CrashPoints crashPoints;
  private final Clock clock;

  public RecomputeProducts(
      StaleQueue queue,
      WhatToDeclare whatToDeclare,
      IssuedDeclarations issued,
      FootprintHistory history,
      KeepInformed keepInformed,
      TellProgress tellProgress,
      Notifications notifications,
      Settings settings,
      Transactions transactions,
      CrashPoints crashPoints,
      Clock clock) {
    this.queue = requireNonNull(queue, "queue");
    this.whatToDeclare = requireNonNull(whatToDeclare, "whatToDeclare");
    this.issued = requireNonNull(issued, "issued");
    this.history = requireNonNull(history, "history");
    this.keepInformed = requireNonNull(keepInformed, "keepInformed");
    this.tellProgress = requireNonNull(tellProgress, "tellProgress");
    this.notifications = requireNonNull(notifications, "notifications");
    this.settings = requireNonNull(settings, "settings");
    this.transactions = requireNonNull(transactions, "transactions");
    this.crashPoints = requireNonNull(crashPoints, "crashPoints");
    this.puttingOff =
        MarkedTransactions.around(
            transactions,
            crashPoints,
            CrashPoint.RECOMPUTE_PUT_OFF_BEFORE_COMMIT,
            CrashPoint.RECOMPUTE_PUT_OFF_AFTER_COMMIT);
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * What the company has chosen.
   *
   * @param notifyPercent a change of a product of ours by this or more is always told
   * @param written the whole answer about a footprint as it is kept, a JSON object
   */
  public record Settings(BigDecimal notifyPercent, Function<Footprint, String> written) {}

  /** Works out what is due, and says how many products that were. */
  public int round() {
    int done = 0;
    while (done < MOST_IN_A_ROUND && next()) {
      done++;
    }
    return done;
  }

  private boolean next() {
    AtomicReference<StaleQueue.Stale> taken = new AtomicReference<>();
    try {
      boolean isDone = transactions.inNewUntilKept(() -> workOutNext(taken));
      if (isDone) {
        crashPoints.reach(CrashPoint.RECOMPUTE_AFTER_COMMIT);
      }
      return isDone;
    } catch (RuntimeException failure) {
      // Whatever one product stumbles over must not keep the others waiting: it comes last, later.
      Optional.ofNullable(taken.get()).ifPresent(stale -> puttingOff.doInNew(() -> putOff(stale)));
      throw failure;
    }
  }

  private boolean workOutNext(AtomicReference<StaleQueue.Stale> taken) {
    Optional<StaleQueue.Stale> stale = queue.claim(clock.instant());
    stale.ifPresent(
        next -> {
          taken.set(next);
          workOut(next);
          // From here on nothing of the product itself can fail.
          taken.set(null);
          crashPoints.reach(CrashPoint.RECOMPUTE_BEFORE_COMMIT);
        });
    return stale.isPresent();
  }

  private void workOut(StaleQueue.Stale stale) {
    try {
      WhatToDeclare.Known usual = whatToDeclare.of(stale.product(), Optional.empty());
      Period usualPeriod = usual.footprint().period();
      boolean isEverybodyTold = true;
      for (Period period : earlierPeriods(stale.product(), usualPeriod)) {
        isEverybodyTold &= workOut(whatToDeclare.of(stale.product(), Optional.of(period)), false);
      }
      isEverybodyTold &= workOut(usual, true);
      tellProgress.about(stale.product(), usual.footprint().isComplete());
      if (isEverybodyTold) {
        queue.done(stale.product());
      } else {
        putOff(stale);
      }
    } catch (Refused | AmountTooLargeException impossible) {
      // It cannot be worked out as it stands (removed, too large): its doors say why.
      queue.done(stale.product());
    }
  }

  private void putOff(StaleQueue.Stale stale) {
    queue.retryAt(stale.product(), clock.instant().plus(Backoff.after(stale.attempts() + 1)));
  }

  /** Those for which something stands, beside the usual one. */
  private Set<Period> earlierPeriods(TraceId product, Period usual) {
    Set<Period> periods = new LinkedHashSet<>();
    issued.standingCopies(product).forEach(copy -> periods.add(copy.period().period()));
    periods.remove(usual);
    return periods;
  }

  private boolean workOut(WhatToDeclare.Known known, boolean isUsual) {
    String figure = StatementFigure.of(known);
    note(known.footprint(), figure);
    return !known.isAnythingKnown() || keepInformed.about(known, figure, isUsual);
  }

  private void note(Footprint footprint, String figure) {
    TraceId product = footprint.product().traceId();
    Optional<FootprintHistory.Known> before = history.latest(product, footprint.period());
    if (before.filter(known -> known.figure().equals(figure)).isPresent()) {
      return;
    }
    FootprintHistory.Known now =
        new FootprintHistory.Known(
            product,
            footprint.period(),
            footprint.total().exclBiogenicUptake(),
            footprint.total().inclBiogenicUptake(),
            footprint.isComplete(),
            figure,
            settings.written().apply(footprint),
            clock.instant());
    history.add(now);
    before.ifPresent(known -> tell(known, now));
  }

  private void tell(FootprintHistory.Known before, FootprintHistory.Known now) {
    Change change =
        Change.of(
            before.exclBiogenicUptake(),
            before.isComplete(),
            now.exclBiogenicUptake(),
            now.isComplete());
    boolean isNowIncomplete = before.isComplete() && !now.isComplete();
    if (isNowIncomplete || change.isAtLeast(settings.notifyPercent())) {
      notifications.tell(
          Told.of(
                  isNowIncomplete ? NotificationType.INCOMPLETE : NotificationType.UPDATED,
                  clock.instant())
              .withProduct(now.product())
              .withFact("changePercent", change.text())
              .withFact("periodEnd", now.period().to().toString()));
    }
  }
}
