package org.cfptrace.aggregator.partner;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.cfptrace.aggregator.deliver.OutgoingMessage;
import org.cfptrace.aggregator.deliver.Sealing;
import org.cfptrace.aggregator.deliver.Way;
import org.cfptrace.envelope.Envelopes;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.participant.KeyPins.Judgement;

/**
 * Seals to the key a partner has now, if we believe that it is its key. What goes over the door
 * holds yes or no and nothing else, so a company we have not let in may be answered there by the
 * keys the directory says.
 */
public final class SealToPartner implements Sealing {
  private final Partners partners;
  private final Directory directory;
  private final Clock clock;

  public SealToPartner(Partners partners, Directory directory, Clock clock) {
    this.partners = requireNonNull(partners, "partners");
    this.directory = requireNonNull(directory, "directory");
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public Outcome seal(OutgoingMessage message) {
    try {
      return directory
          .look(message.recipient())
          .map(looked -> seal(message, looked))
          .orElseGet(() -> new Held("RECIPIENT_UNKNOWN"));
    } catch (Registry.RegistryAwayException away) {
      return new Held("REGISTRY_AWAY");
    }
  }

  private Outcome seal(OutgoingMessage message, Directory.Looked looked) {
    DirectoryEntry entry = looked.entry();
    if (!looked.isFreshAt(clock.instant())) {
      return new Held("STALE_DIRECTORY");
    }
    if (entry.status() != DirectoryStatus.ACTIVE) {
      return new Held("RECIPIENT_NOT_ACTIVE");
    }
    if (!isBelieved(message, entry)) {
      return new Held("KEY_NOT_CONFIRMED");
    }
    byte[] token = message.token().getBytes(StandardCharsets.US_ASCII);
    return entry
        .currentEncryptionKey()
        .<Outcome>map(key -> new Sealed(Envelopes.seal(token, key)))
        .orElseGet(() -> new Held("RECIPIENT_HAS_NO_KEY"));
  }

  private boolean isBelieved(OutgoingMessage message, DirectoryEntry entry) {
    Optional<Partner> partner = partners.find(message.recipient());
    if (partner.flatMap(Partner::pinnedKey).isEmpty()) {
      return message.way() == Way.DOOR;
    }
    return partner
        .filter(known -> new TrustedKeys(known, entry).judgement() != Judgement.UNPROVEN)
        .isPresent();
  }
}
