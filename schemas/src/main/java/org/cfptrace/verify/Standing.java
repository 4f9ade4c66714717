package org.cfptrace.verify;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.KeyThumbprint;

/**
 * What the signed directory says of a participant: its status now and every key it ever had.
 *
 * @param asOf when this was last known to be so (the entry, or the directory's heartbeat)
 */
public record Standing(
    ParticipantId participant, Status status, List<KeyRecord> keys, Instant asOf) {

  /** Whether a participant takes part. */
  public enum Status {
    ACTIVE,
    SUSPENDED
  }

  public Standing {
    requireNonNull(participant, "participant");
    requireNonNull(status, "status");
    keys = List.copyOf(keys);
    requireNonNull(asOf, "asOf");
  }

  Optional<KeyRecord> key(KeyThumbprint kid) {
    return keys.stream().filter(key -> key.key().thumbprint().equals(kid)).findFirst();
  }
}
