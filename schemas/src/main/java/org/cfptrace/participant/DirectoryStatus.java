package org.cfptrace.participant;

/** Where a participant stands with the registry. */
public enum DirectoryStatus {
  /** Approved; has not enrolled any key yet. */
  ADMITTED,
  /** Has keys and may trade. */
  ACTIVE,
  /** The operator has suspended it: what it sends now is held, it reads and writes nothing. */
  SUSPENDED
}
