package org.cfptrace.registry;

import java.util.function.Supplier;

/** Runs something in a database transaction of its own. */
public interface Transactions {
  <T> T in(Supplier<T> something);
}
