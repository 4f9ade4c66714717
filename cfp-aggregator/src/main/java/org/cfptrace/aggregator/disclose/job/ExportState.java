package org.cfptrace.aggregator.disclose.job;

import java.util.EnumSet;
import java.util.Set;

/** How far an export is. */
public enum ExportState {
  /** Nothing is done yet. */
  QUEUED,
  /** Its facts are being gathered, subject by subject. */
  VALIDATING,
  /** Something stands in the way: see its findings. */
  BLOCKED,
  /** Its files are being made. */
  RENDERING,
  /** All files are there, and each was read back and held against its facts. */
  READY,
  /** The company's connector has signed its manifest. */
  SIGNED,
  /** A correction of it is ready. */
  SUPERSEDED,
  /** A disclosure officer has withdrawn it. */
  REVOKED,
  /** A person has stopped it before it was ready. */
  CANCELLED,
  /** Its files could not be made, or did not hold what they should: see why. */
  FAILED;

  private static final Set<ExportState> WORKED_ON = EnumSet.of(QUEUED, VALIDATING, RENDERING);
  private static final Set<ExportState> WITH_FILES = EnumSet.of(READY, SIGNED, SUPERSEDED, REVOKED);

  /** Whether it goes on by itself. */
  public boolean isWorkedOn() {
    return WORKED_ON.contains(this);
  }

  /** Whether its files may be taken. */
  public boolean hasFiles() {
    return WITH_FILES.contains(this);
  }

  /** Whether it may still be stopped. */
  public boolean canBeCancelled() {
    return isWorkedOn() || this == BLOCKED;
  }

  /** Whether it stands: it may be corrected and revoked. */
  public boolean stands() {
    return this == READY || this == SIGNED;
  }
}
