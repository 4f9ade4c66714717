package org.cfptrace.service.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Consumer;
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
  public void atEnd(Consumer<Boolean> call) {
    registry.registerInterposedSynchronization(new AtEnd(call));
  }

  private record AtEnd(Consumer<Boolean> call) implements Synchronization {
    @Override
    public void beforeCompletion() {
      // Only the end of the transaction is of interest.
    }

    @Override
    public void afterCompletion(int status) {
      call.accept(status == Status.STATUS_COMMITTED);
    }
  }
}
