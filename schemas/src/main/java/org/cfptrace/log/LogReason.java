package org.cfptrace.log;

/**
 * Why something said about the log was not believed. Each has the reason of the same name in {@code
 * verify.Reason}, where people read what it means.
 */
public enum LogReason {
  BAD_CHECKPOINT,
  OTHER_LOG,
  BAD_INCLUSION_PROOF,
  BAD_CONSISTENCY_PROOF,
  TREE_SHRANK,
  FORK,
  WITNESSES_MISSING,
  BAD_TIMESTAMP
}
