package org.cfptrace.connector.audit;

import java.util.Optional;

/** Judges what has come of an audit, and signs the report. */
@FunctionalInterface
public interface ConcludeAudit {
  /**
   * Concludes it in the transaction under way.
   *
   * @return what it has to wait for; empty when it has ended
   */
  Optional<Audit.WaitingFor> conclude(Audit audit);
}
