package org.cfptrace.exchange.partner;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.cfptrace.envelope.Envelopes;
import org.cfptrace.exchange.deliver.OutboxMessage;
import org.cfptrace.exchange.deliver.Sealing;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.keys.SealingKey;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.participant.KeyPins.Judgement;

/**
 * Seals to the key a partner has now, if we believe that it is its key: because a person has
 * compared the fingerprint, or because somebody we trust has introduced the company by it. What
 * goes over the door to anybody else holds nothing but names and yes or no, so first contact may
 * use what the directory says.
 */
public final class SealToPartner implements Sealing {
  private final Partners partners;
  private final Introductions introductions;
  private final Directory directory;
  private final Clock clock;

  public SealToPartner(
      Partners partners, Introductions introductions, Directory directory, Clock clock) {
    this.partners = requireNonNull(partners, "partners");
    this.introductions = requireNonNull(introductions, "introductions");
    this.directory = requireNonNull(directory, "directory");
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public Outcome seal(OutboxMessage message) {
    try {
      return directory
          .look(message.recipient())
          .map(seen -> seal(message, seen))
          .orElseGet(() -> new Held("RECIPIENT_UNKNOWN"));
    } catch (Registry.RegistryAway away) {
      return new Held(away.why().name());
    }
  }

  private Outcome seal(OutboxMessage message, Directory.Seen seen) {
    if (!seen.isFreshAt(clock.instant())) {
      return new Held("STALE_DIRECTORY");
    }
    DirectoryEntry entry = seen.entry();
    if (entry.status() != DirectoryStatus.ACTIVE) {
      return new Held("RECIPIENT_NOT_ACTIVE");
    }
    List<Introduction> introduced = introductions.inForce(message.recipient(), clock.instant());
    if (message.way() == Way.INBOX && !isPartner(message) && introduced.isEmpty()) {
      return new Held("NOT_A_PARTNER");
    }
    if (!isBelieved(message, entry, introduced)) {
      return new Held("KEY_NOT_CONFIRMED");
    }
    return entry
        .currentEncryptionKey()
        .map(key -> sealed(message, key))
        .orElseGet(() -> new Held("RECIPIENT_HAS_NO_KEY"));
  }

  /** What was queued before a person ended the partnership does not leave any more. */
  private boolean isPartner(OutboxMessage message) {
    return partners
        .find(message.recipient())
        .filter(known -> known.state() != PartnerState.REFUSED)
        .filter(known -> known.state() != PartnerState.INVITES_US)
        .isPresent();
  }

  /** What a person has compared counts before what others say. */
  private boolean isBelieved(
      OutboxMessage message, DirectoryEntry entry, List<Introduction> introduced) {
    Optional<Partner> pinned =
        partners.find(message.recipient()).filter(known -> known.pinnedKey().isPresent());
    if (pinned.isPresent()) {
      return new TrustedKeys(pinned.get(), entry).judgement() != Judgement.UNPROVEN;
    }
    return introduced.isEmpty()
        ? message.way() == Way.DOOR
        : introduced.stream().anyMatch(each -> each.vouchesFor(entry));
  }

  private static Outcome sealed(OutboxMessage message, SealingKey key) {
    byte[] bytes = message.message().getBytes(StandardCharsets.US_ASCII);
    return new Sealed(new String(Envelopes.seal(bytes, key), StandardCharsets.US_ASCII));
  }
}
