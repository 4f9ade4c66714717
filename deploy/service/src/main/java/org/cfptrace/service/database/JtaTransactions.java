package org.cfptrace.service.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;

/** Transactions of the container: every data source used inside takes part. */
@ApplicationScoped
class JtaTransactions implements Transactions {
  private final TransactionSynchronizationRegistry registry;

  JtaTransactions(TransactionSynchronizationRegistry registry) {
    this.registry = registry;
  }

  @Override
  public <T> T inOne(Supplier<T> work) {
    return QuarkusTransaction.joiningExisting().call(work::get);
  }

  @Override
  public <T> T inNew(Supplier<T> work) {
    return QuarkusTransaction.requiringNew().call(work::get);
  }

  @Override
  public void afterCommit(Runnable call) {
    registry.registerInterposedSynchronization(new AfterCommit(call));
  }

  private record AfterCommit(Runnable call) implements Synchronization {
    @Override
    public void beforeCompletion() {
      // Only the end of the transaction is of interest.
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        call.run();
      }
    }
  }
}
