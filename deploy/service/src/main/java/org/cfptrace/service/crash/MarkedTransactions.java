package org.cfptrace.service.crash;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cfptrace.service.database.Transactions;

/**
 * Transactions that are crash points at their borders, for work that has no others: whoever is
 * given these cannot forget one.
 */
public final class MarkedTransactions implements Transactions {
  private final Transactions transactions;
  private final CrashPoints crashPoints;
  private final Optional<CrashPoint> beforeCommit;
  private final CrashPoint afterCommit;

  private MarkedTransactions(
      Transactions transactions,
      CrashPoints crashPoints,
      Optional<CrashPoint> beforeCommit,
      CrashPoint afterCommit) {
    this.transactions = requireNonNull(transactions, "transactions");
    this.crashPoints = requireNonNull(crashPoints, "crashPoints");
    this.beforeCommit = requireNonNull(beforeCommit, "beforeCommit");
    this.afterCommit = requireNonNull(afterCommit, "afterCommit");
  }

  /** Each transaction of its own comes to these points. */
  public static Transactions around(
      Transactions transactions,
      CrashPoints crashPoints,
      CrashPoint beforeCommit,
      CrashPoint afterCommit) {
    return new MarkedTransactions(
        transactions, crashPoints, Optional.of(beforeCommit), afterCommit);
  }

  /** For those inside others, where dying before the commit is dying before the work. */
  public static Transactions after(
      Transactions transactions, CrashPoints crashPoints, CrashPoint afterCommit) {
    return new MarkedTransactions(transactions, crashPoints, Optional.empty(), afterCommit);
  }

  @Override
  public <T> T inOne(Supplier<T> work) {
    return transactions.inOne(work);
  }

  @Override
  public <T> T inNew(Supplier<T> work) {
    T result =
        transactions.inNew(
            () -> {
              T done = work.get();
              beforeCommit.ifPresent(crashPoints::reach);
              return done;
            });
    crashPoints.reach(afterCommit);
    return result;
  }

  @Override
  public void atEnd(Consumer<Boolean> call) {
    transactions.atEnd(call);
  }
}
