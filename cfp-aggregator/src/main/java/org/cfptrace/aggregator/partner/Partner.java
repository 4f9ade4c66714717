package org.cfptrace.aggregator.partner;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.KeyThumbprint;

/**
 * One company that has knocked at our door.
 *
 * @param name as the directory has it
 * @param thread in which we speak with it about ourselves
 * @param note what it said with its invitation
 * @param reason why one side refused
 * @param trustedKeys the signing key a person has confirmed and those that follow from it, oldest
 *     first; empty until then
 */
public record Partner(
    ParticipantId id,
    String name,
    PartnerState state,
    String thread,
    Optional<String> note,
    Optional<String> reason,
    List<KeyThumbprint> trustedKeys,
    Instant changedAt) {
  public Partner {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(state, "state");
    requireNonNull(thread, "thread");
    requireNonNull(note, "note");
    requireNonNull(reason, "reason");
    trustedKeys = List.copyOf(trustedKeys);
    requireNonNull(changedAt, "changedAt");
  }

  /** A company that has knocked for the first time, or again after a refusal. */
  public static Partner knocking(
      ParticipantId id, String name, String thread, Optional<String> note, Instant at) {
    return new Partner(
        id, name, PartnerState.INVITES_US, thread, note, Optional.empty(), List.of(), at);
  }

  /** The newest key a person, or a chain that begins with a person, vouches for. */
  public Optional<KeyThumbprint> pinnedKey() {
    return trustedKeys.isEmpty()
        ? Optional.empty()
        : Optional.of(trustedKeys.get(trustedKeys.size() - 1));
  }

  /** Let in by a person who has compared the fingerprint of this key. */
  public Partner accepted(KeyThumbprint confirmed, Instant at) {
    return new Partner(
        id, name, PartnerState.ACCEPTED, thread, note, Optional.empty(), List.of(confirmed), at);
  }

  /** Shut out. What it has sent stays provable, so its keys stay known. */
  public Partner refused(Optional<String> because, Instant at) {
    return new Partner(id, name, PartnerState.REFUSED, thread, note, because, trustedKeys, at);
  }

  /** With one more key, which follows from those trusted so far. */
  public Partner trusting(KeyThumbprint next, Instant at) {
    List<KeyThumbprint> keys = new ArrayList<>(trustedKeys);
    keys.remove(next);
    keys.add(next);
    return new Partner(id, name, state, thread, note, reason, keys, at);
  }
}
