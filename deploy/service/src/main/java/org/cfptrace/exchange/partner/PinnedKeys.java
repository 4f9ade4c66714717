package org.cfptrace.exchange.partner;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.participant.KeyPins.Judgement;
import org.cfptrace.participant.KeyRecord;
import org.cfptrace.verify.KeyDirectory;
import org.cfptrace.verify.Standing;

/**
 * Whose keys the reader believes: for a partner those that were pinned or follow from them, for a
 * company we ask by somebody's word those that were vouched for, for anybody else at the door those
 * the directory shows. While a partner's keys are in doubt nothing is said about it, so that what
 * it sends is held; of somebody introduced any other key is refused.
 */
public final class PinnedKeys implements KeyDirectory {
  private final Partners partners;
  private final Introductions introductions;
  private final Directory directory;
  private final Clock clock;

  public PinnedKeys(
      Partners partners, Introductions introductions, Directory directory, Clock clock) {
    this.partners = requireNonNull(partners, "partners");
    this.introductions = requireNonNull(introductions, "introductions");
    this.directory = requireNonNull(directory, "directory");
    this.clock = requireNonNull(clock, "clock");
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
        pinned.map(partner -> believed(partner, entry)).orElseGet(() -> ofStranger(entry));
    return new Standing(
        participant,
        entry.status() == DirectoryStatus.SUSPENDED
            ? Standing.Status.SUSPENDED
            : Standing.Status.ACTIVE,
        keys.stream().map(KeyRecord::asRead).toList(),
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

  private List<KeyRecord> ofStranger(DirectoryEntry entry) {
    List<Introduction> asked =
        introductions.inForce(entry.participant(), clock.instant()).stream()
            .filter(each -> each.purpose() == Introduction.Purpose.ANSWERS_US)
            .toList();
    return asked.isEmpty()
        ? signing(entry)
        : signing(entry).stream()
            .filter(key -> asked.stream().anyMatch(each -> each.vouchesFor(key.kid(), entry)))
            .toList();
  }

  private static List<KeyRecord> signing(DirectoryEntry entry) {
    return entry.keys().stream().filter(key -> key.use() == KeyRecord.Use.SIGN).toList();
  }
}
