package org.cfptrace.participant;

import static java.util.Objects.requireNonNull;

/** The registry answered with a problem: its status, its stable code and its own words. */
public final class RegistryRefusedException extends RuntimeException {
  private final int status;
  private final String code;

  public RegistryRefusedException(int status, String code, String detail) {
    super("registry answered " + status + " " + code + ": " + detail);
    this.status = status;
    this.code = requireNonNull(code, "code");
  }

  public int status() {
    return status;
  }

  /** The problem's code, for instance {@code ENROLMENT_CODE_USED}. */
  public String code() {
    return code;
  }
}
