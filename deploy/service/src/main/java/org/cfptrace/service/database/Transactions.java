package org.cfptrace.service.database;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** All or nothing: what happens inside is kept together or not at all. */
public interface Transactions {
  /** How often work is begun in all before its failure is told. */
  int MOST_ATTEMPTS = 5;

  /** Runs the work in the transaction that is under way, or in a new one. */
  <T> T inOne(Supplier<T> work);

  /** Runs the work in a transaction of its own, whatever is under way. */
  <T> T inNew(Supplier<T> work);

  /**
   * As {@link #inNew(Supplier)}, and again from its beginning, up to five times in all, where the
   * database gave it up for another transaction's sake: of two that wait for each other it ends
   * one, of which nothing is kept.
   */
  default <T> T inNewUntilKept(Supplier<T> work) {
    for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
      try {
        return inNew(work);
      } catch (RuntimeException failure) {
        if (!DatabaseFailure.isForAnother(failure)) {
          throw failure;
        }
      }
    }
    return inNew(work);
  }

  /** Calls once the transaction under way has ended, and says whether it was committed. */
  void atEnd(Consumer<Boolean> call);

  /** Calls once the transaction under way is committed, and never if it is not. */
  default void afterCommit(Runnable call) {
    atEnd(
        committed -> {
          if (committed) {
            call.run();
          }
        });
  }

  /** As {@link #inOne(Supplier)}, for work without a result. */
  default void doInOne(Runnable work) {
    inOne(
        () -> {
          work.run();
          return Boolean.TRUE;
        });
  }

  /** As {@link #inNew(Supplier)}, for work without a result. */
  default void doInNew(Runnable work) {
    inNew(
        () -> {
          work.run();
          return Boolean.TRUE;
        });
  }
}
