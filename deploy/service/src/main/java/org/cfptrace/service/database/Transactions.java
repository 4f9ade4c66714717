package org.cfptrace.service.database;

import java.util.function.Supplier;

/** All or nothing: what happens inside is kept together or not at all. */
public interface Transactions {
  /** Runs the work in the transaction that is under way, or in a new one. */
  <T> T inOne(Supplier<T> work);

  /** Runs the work in a transaction of its own, whatever is under way. */
  <T> T inNew(Supplier<T> work);

  /** Calls once the transaction under way is committed, and never if it is not. */
  void afterCommit(Runnable call);

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
