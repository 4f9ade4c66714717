package org.cfptrace.chain;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.CryptoProvider;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.participant.KeyPins;
import org.cfptrace.participant.KeyRecord;
import org.cfptrace.verify.KeyDirectory;
import org.cfptrace.verify.Standing;

/** The key histories that the registry has signed, each turned into what the reader asks once. */
public final class KeyHistory implements KeyDirectory {
  private final Function<ParticipantId, Optional<DirectoryEntry>> entries;
  private final CryptoProvider provider;
  private final Map<ParticipantId, Optional<Standing>> known = new ConcurrentHashMap<>();
  private final Map<Signer, Fingerprint> fingerprints = new ConcurrentHashMap<>();

  /** A key of a company; a chain meets the same few again and again. */
  private record Signer(ParticipantId company, KeyThumbprint kid) {}

  /** Histories whose signatures this provider checks. */
  public KeyHistory(
      Function<ParticipantId, Optional<DirectoryEntry>> entries, CryptoProvider provider) {
    this.entries = requireNonNull(entries, "entries");
    this.provider = requireNonNull(provider, "provider");
  }

  @Override
  public Optional<Standing> find(ParticipantId participant) {
    return known.computeIfAbsent(participant, who -> entries.apply(who).map(this::standing));
  }

  /**
   * Whether a key is the one of this fingerprint, or follows from it by successions that each key
   * signed for the next. So a key that only the registry vouches for is none.
   */
  boolean isTrusted(ParticipantId participant, KeyThumbprint kid, Fingerprint pinned) {
    Fingerprint signer =
        fingerprints.computeIfAbsent(
            new Signer(participant, kid), one -> Fingerprint.of(one.company(), one.kid()));
    if (signer.equals(pinned)) {
      return true;
    }
    return entries.apply(participant).filter(entry -> followsFrom(entry, kid, pinned)).isPresent();
  }

  private static boolean followsFrom(DirectoryEntry entry, KeyThumbprint kid, Fingerprint pinned) {
    return entry.keys().stream()
        .filter(key -> key.use() == KeyRecord.Use.SIGN)
        .map(KeyRecord::kid)
        .filter(key -> Fingerprint.of(entry.participant(), key).equals(pinned))
        .anyMatch(key -> KeyPins.leadsTo(kid, new KeyPins.Pinned(entry.participant(), key), entry));
  }

  private Standing standing(DirectoryEntry entry) {
    return new Standing(
        entry.participant(),
        entry.status() == DirectoryStatus.SUSPENDED
            ? Standing.Status.SUSPENDED
            : Standing.Status.ACTIVE,
        entry.keys().stream()
            .filter(key -> key.use() == KeyRecord.Use.SIGN)
            .map(key -> key.asRead(provider))
            .toList(),
        entry.asOf());
  }
}
