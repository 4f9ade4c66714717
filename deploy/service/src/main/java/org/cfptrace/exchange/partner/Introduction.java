package org.cfptrace.exchange.partner;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.participant.KeyPins;
import org.cfptrace.participant.KeyPins.Judgement;
import org.cfptrace.participant.KeyRecord;

/**
 * A company that is no partner of ours, and by whose word we know its key all the same: somebody we
 * trust has told us its fingerprint, for one purpose and until a certain day. It does not become a
 * partner by it.
 *
 * @param by who has vouched for the fingerprint
 * @param inbox whether it may write to our inbox
 */
public record Introduction(
    ParticipantId participant,
    Purpose purpose,
    Fingerprint fingerprint,
    ParticipantId by,
    Instant until,
    InboxAccess inbox) {

  /** What it was introduced for. */
  public enum Purpose {
    /** It is an auditor and may ask us; we answer to its inbox. */
    ASKS_US,
    /** We are the auditor and ask it; it answers to our inbox. */
    ANSWERS_US
  }

  public Introduction {
    requireNonNull(participant, "participant");
    requireNonNull(purpose, "purpose");
    requireNonNull(fingerprint, "fingerprint");
    requireNonNull(by, "by");
    requireNonNull(until, "until");
    requireNonNull(inbox, "inbox");
  }

  /** The same with another say in our inbox. */
  public Introduction withInbox(InboxAccess access) {
    return new Introduction(participant, purpose, fingerprint, by, until, access);
  }

  /**
   * Whether the keys the directory shows now are those that were vouched for, or follow from them.
   */
  public boolean vouchesFor(DirectoryEntry entry) {
    return named(entry).filter(key -> isBelieved(key, entry)).isPresent();
  }

  /** Whether a signature by this key is one by the company that was introduced. */
  public boolean vouchesFor(KeyThumbprint key, DirectoryEntry entry) {
    return vouchesFor(entry)
        && (Fingerprint.of(participant, key).equals(fingerprint)
            || entry.currentSigningKey().filter(now -> now.thumbprint().equals(key)).isPresent());
  }

  private boolean isBelieved(KeyThumbprint pinned, DirectoryEntry entry) {
    return KeyPins.judge(new KeyPins.Pinned(participant, pinned), entry) != Judgement.UNPROVEN;
  }

  /** The key of that fingerprint, of today or of earlier. */
  private Optional<KeyThumbprint> named(DirectoryEntry entry) {
    return entry.keys().stream()
        .filter(key -> key.use() == KeyRecord.Use.SIGN)
        .map(KeyRecord::kid)
        .filter(kid -> Fingerprint.of(participant, kid).equals(fingerprint))
        .findFirst();
  }
}
