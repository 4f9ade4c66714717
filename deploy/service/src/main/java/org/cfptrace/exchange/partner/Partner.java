package org.cfptrace.exchange.partner;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.KeyThumbprint;

/**
 * One company we deal with.
 *
 * @param note what was said with the invitation
 * @param reason why one side refused
 * @param trustedKeys the signing keys a person has confirmed and those that follow from them,
 *     oldest first; empty until a person has compared the fingerprint
 * @param version counts up with each change
 */
public record Partner(
    ParticipantId id,
    String name,
    PartnerState state,
    Optional<String> note,
    Optional<String> reason,
    List<KeyThumbprint> trustedKeys,
    InboxAccess inbox,
    Instant changedAt,
    long version) {
  public Partner {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(state, "state");
    requireNonNull(note, "note");
    requireNonNull(reason, "reason");
    trustedKeys = List.copyOf(trustedKeys);
    requireNonNull(inbox, "inbox");
    requireNonNull(changedAt, "changedAt");
  }

  /** Somebody new, in one of the two states in which it begins. */
  public static Partner begin(
      ParticipantId id, String name, PartnerState state, Optional<String> note, Instant now) {
    return new Partner(
        id, name, state, note, Optional.empty(), List.of(), InboxAccess.CLOSED, now, 0);
  }

  /** The key a person, or a chain that begins with a person, vouches for. */
  public Optional<KeyThumbprint> pinnedKey() {
    return trustedKeys.isEmpty()
        ? Optional.empty()
        : Optional.of(trustedKeys.get(trustedKeys.size() - 1));
  }

  /** Whether figures may go to them: both want it, and a person has compared the fingerprint. */
  public boolean isTrusted() {
    return state == PartnerState.ACCEPTED && pinnedKey().isPresent();
  }

  /** The same company in another state. */
  public Partner in(PartnerState next, Optional<String> because, Instant now) {
    return new Partner(id, name, next, note, because, trustedKeys, inbox, now, version);
  }

  /** The same company with a key that is trusted from now on. */
  public Partner trusting(KeyThumbprint key, Instant now) {
    List<KeyThumbprint> keys = new ArrayList<>(trustedKeys);
    keys.remove(key);
    keys.add(key);
    return new Partner(id, name, state, note, reason, keys, inbox, now, version);
  }

  /** The same company with only this key trusted: what a person says replaces what was before. */
  public Partner trustingOnly(KeyThumbprint key, Instant now) {
    return new Partner(id, name, state, note, reason, List.of(key), inbox, now, version);
  }

  /** The same company with another say in our inbox. */
  public Partner withInbox(InboxAccess access, Instant now) {
    return new Partner(id, name, state, note, reason, trustedKeys, access, now, version);
  }

  /**
   * The same company in place of an older row; what the broker still allows it is not forgotten,
   * nor the keys that a person has confirmed: what we still owe it has to reach it.
   */
  public Partner atVersionOf(Optional<Partner> older) {
    return older
        .map(
            before ->
                new Partner(
                    id,
                    name,
                    state,
                    note,
                    reason,
                    before.trustedKeys(),
                    before.inbox(),
                    changedAt,
                    before.version()))
        .orElse(this);
  }
}
