package org.cfptrace.connector.audit;

/** How a company answers an auditor whose leave is good. */
public enum AuditMode {
  /** At once. */
  AUTOMATIC,
  /** A person decides; what holds until somebody says otherwise. */
  ASK,
  /** Never. */
  REFUSE
}
