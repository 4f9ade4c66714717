package org.cfptrace.exchange.partner;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.participant.KeyPins.Judgement;
import org.cfptrace.participant.KeyRecord;
import org.cfptrace.verify.KeyDirectory;
import org.cfptrace.verify.KeyUse;
import org.cfptrace.verify.Standing;

/**
 * Whose keys the reader believes: for a partner those that were pinned or follow from them, for
 * somebody at the door for the first time those the directory shows. While a partner's keys are in
 * doubt nothing is said about it, so that what it sends is held.
 */
public final class PinnedKeys implements KeyDirectory {
  private final Partners partners;
  private final Directory directory;

  public PinnedKeys(Partners partners, Directory directory) {
    this.partners = requireNonNull(partners, "partners");
    this.directory = requireNonNull(directory, "directory");
  }

  @Override
  public Optional<Standing> find(ParticipantId participant) {
    try {
      return directory.look(participant).map(seen -> standing(participant, seen));
    } catch (Registry.RegistryAway away) {
      throw new UnavailableException("the registry does not answer", away);
    }
  }

  private Standing standing(ParticipantId participant, Directory.Seen seen) {
    DirectoryEntry entry = seen.entry();
    Optional<Partner> pinned =
        partners.find(participant).filter(partner -> partner.pinnedKey().isPresent());
    List<KeyRecord> keys =
        pinned.map(partner -> believed(partner, entry)).orElseGet(() -> signing(entry));
    return new Standing(
        participant,
        entry.status() == DirectoryStatus.SUSPENDED
            ? Standing.Status.SUSPENDED
            : Standing.Status.ACTIVE,
        keys.stream().map(PinnedKeys::asRead).toList(),
        seen.asOf());
  }

  private static List<KeyRecord> believed(Partner partner, DirectoryEntry entry) {
    TrustedKeys trusted = new TrustedKeys(partner, entry);
    if (trusted.judgement() == Judgement.UNPROVEN) {
      throw new UnavailableException(
          "the keys of " + partner.id() + " wait for a person",
          new IllegalStateException("unproven key"));
    }
    return trusted.signing();
  }

  private static List<KeyRecord> signing(DirectoryEntry entry) {
    return entry.keys().stream().filter(key -> key.use() == KeyRecord.Use.SIGN).toList();
  }

  private static org.cfptrace.verify.KeyRecord asRead(KeyRecord key) {
    // Revoked is the end of a key as much as replaced is; the earlier of the two counts.
    return new org.cfptrace.verify.KeyRecord(
        key.verificationKey(),
        KeyUse.SIGN,
        "ES256",
        key.from(),
        key.revokedAt().filter(at -> key.to().filter(at::isAfter).isEmpty()).or(key::to),
        key.compromisedSince());
  }
}
