package org.cfptrace.verify;

import static java.util.Objects.requireNonNull;

import org.cfptrace.log.Inclusion;

/**
 * A declaration whose place in the log was shown, and whose key was good when it got there. Only
 * {@link AnchorReader} makes one that means something.
 *
 * @param isLate whether it came into the log more than 24 hours after its time of issue
 *     (LATE_ANCHOR): accepted, and to be shown as such
 */
public record Anchored(Inclusion inclusion, boolean isLate) {
  public Anchored {
    requireNonNull(inclusion, "inclusion");
  }
}
