package org.cfptrace.connector.audit;

/** Judges what has come of an audit, and signs the report. */
@FunctionalInterface
public interface ConcludeAudit {
  /**
   * Concludes it in the transaction under way.
   *
   * @return whether it is done; not while the registry or its log cannot be asked
   */
  boolean conclude(Audit audit);
}
