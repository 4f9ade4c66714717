package org.cfptrace.exchange.anchor;

import org.cfptrace.log.EntryProof;
import org.cfptrace.log.LogEntry;

/** Hears that an export of ours is proved to be in the log, in the transaction that notes it. */
@FunctionalInterface
public interface WhenLogged {
  /** It is there. */
  void logged(LogEntry export, EntryProof proof);
}
