package org.cfptrace.connector.audit;

/** What a person of the auditor can do with an audit. */
public enum AuditMove {
  /** Wait no longer for who has not answered. */
  CONCLUDE,
  /** Sign what was found. */
  ATTEST,
  /** Take that word back. */
  WITHDRAW_ATTESTATION
}
