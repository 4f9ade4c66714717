package org.cfptrace.aggregator.steel;

import java.util.List;

/** A published table that cannot be loaded, with everything that is wrong with it. */
public final class TableException extends IllegalArgumentException {
  private final transient List<TableFault> faults;

  TableException(List<TableFault> faults) {
    super(faults.size() + " cells cannot be read, the first: " + faults.get(0));
    this.faults = List.copyOf(faults);
  }

  public List<TableFault> faults() {
    return faults;
  }
}
