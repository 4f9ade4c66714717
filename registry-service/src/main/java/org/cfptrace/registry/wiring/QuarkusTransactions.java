package org.cfptrace.registry.wiring;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.cfptrace.registry.Transactions;

/** Transactions of the one database. */
@ApplicationScoped
class QuarkusTransactions implements Transactions {
  @Override
  public <T> T in(Supplier<T> something) {
    return QuarkusTransaction.requiringNew().call(something::get);
  }
}
