package org.cfptrace.participant;

import static java.util.Objects.requireNonNull;

import org.cfptrace.verify.Reason;

/**
 * A token, certificate or answer is not what it claims to be. The reason and the detail are for our
 * own log; whoever sent it learns only that it was not accepted.
 */
public final class UntrustedException extends RuntimeException {
  private final Reason reason;

  public UntrustedException(Reason reason, String detail) {
    super(reason + ": " + requireNonNull(detail, "detail"));
    this.reason = requireNonNull(reason, "reason");
  }

  public Reason reason() {
    return reason;
  }
}
