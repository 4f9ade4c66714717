package org.cfptrace.participant;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.keys.VerificationKey;
import org.cfptrace.participant.KeyRecord.Use;

/**
 * The rules by which a partner's keys are believed after a person has compared the fingerprint
 * once: the same signing key is fine; a new one is fine when the chain of successions leads to it
 * from the pinned one; any other key waits for a person, whatever the registry says.
 */
public final class KeyPins {
  private KeyPins() {}

  /** What a person agreed to. */
  public record Pinned(ParticipantId participant, KeyThumbprint signingKey) {
    public Pinned {
      requireNonNull(participant, "participant");
      requireNonNull(signingKey, "signingKey");
    }
  }

  /** What the directory of today is to a pin. */
  public enum Judgement {
    /** The pinned signing key still signs, and bound today's encryption key. */
    SAME,
    /** Today's signing key was named by the pinned one, in one step or more: pin it instead. */
    CHAINED,
    /** Nobody we trust vouches for today's keys: show the fingerprint and wait for a person. */
    UNPROVEN
  }

  /** Judges {@code entry} by {@code pinned}. */
  public static Judgement judge(Pinned pinned, DirectoryEntry entry) {
    var current = entry.currentSigningKey();
    if (!entry.participant().equals(pinned.participant())
        || current.isEmpty()
        || entry.currentEncryptionKey().isEmpty()) {
      return Judgement.UNPROVEN;
    }
    if (current.get().thumbprint().equals(pinned.signingKey())) {
      return Judgement.SAME;
    }
    return leadsTo(current.get().thumbprint(), pinned, entry)
        ? Judgement.CHAINED
        : Judgement.UNPROVEN;
  }

  /**
   * Whether a chain of successions leads from the pinned key to {@code goal}, in the order in which
   * they were made. There is no way back: what names a key we know as its successor is not thereby
   * a key of the same company.
   */
  public static boolean leadsTo(KeyThumbprint goal, Pinned pinned, DirectoryEntry entry) {
    var reached = pinned.signingKey();
    // Each step goes to another key of the record, so it ends after as many steps as there are
    // keys.
    for (int step = 0; step < entry.keys().size(); step++) {
      var next = successorOf(reached, entry);
      if (next.isEmpty()) {
        return false;
      }
      if (next.get().equals(goal)) {
        return true;
      }
      reached = next.get();
    }
    return false;
  }

  private static Optional<KeyThumbprint> successorOf(KeyThumbprint kid, DirectoryEntry entry) {
    return entry.keys().stream()
        .filter(key -> key.use() == Use.SIGN && key.kid().equals(kid))
        // A thief of the old key could name a successor too.
        .filter(key -> key.compromisedSince().isEmpty())
        .map(KeyRecord::verificationKey)
        .flatMap(key -> entry.keys().stream().filter(next -> isNamedBy(key, next, entry)))
        .map(KeyRecord::kid)
        .findFirst();
  }

  private static boolean isNamedBy(VerificationKey key, KeyRecord next, DirectoryEntry entry) {
    if (next.use() != Use.SIGN || next.proof().isEmpty()) {
      return false;
    }
    try {
      var succession = KeySuccession.read(next.proof().get(), key);
      return succession.participant().equals(entry.participant())
          && succession.next().thumbprint().equals(next.kid());
    } catch (UntrustedException e) {
      return false;
    }
  }
}
