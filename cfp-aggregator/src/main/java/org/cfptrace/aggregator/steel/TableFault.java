package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

/**
 * One cell of a published table that cannot be read.
 *
 * @param line counted from 1, the header being line 1
 * @param column its name; empty where the line as a whole is meant
 */
public record TableFault(int line, String column, String message) {
  public TableFault {
    requireNonNull(column, "column");
    requireNonNull(message, "message");
  }
}
