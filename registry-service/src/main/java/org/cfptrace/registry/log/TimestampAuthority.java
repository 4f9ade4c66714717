package org.cfptrace.registry.log;

import java.util.Optional;
import org.cfptrace.log.Timestamp;

/** Somebody who stamps times (RFC 3161) and knows nothing of the log. */
@FunctionalInterface
public interface TimestampAuthority {
  /** A stamp over a note; empty when there is none to be had now. */
  Optional<Timestamp> stamp(String note);

  /** Nobody is asked. */
  static TimestampAuthority none() {
    return note -> Optional.empty();
  }
}
