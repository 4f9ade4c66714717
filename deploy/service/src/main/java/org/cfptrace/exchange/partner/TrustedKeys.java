package org.cfptrace.exchange.partner;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.KeyPins;
import org.cfptrace.participant.KeyPins.Judgement;
import org.cfptrace.participant.KeyRecord;

/** Which of the keys the directory shows for a partner we believe. */
public final class TrustedKeys {
  private final Partner partner;
  private final DirectoryEntry entry;

  public TrustedKeys(Partner partner, DirectoryEntry entry) {
    this.partner = requireNonNull(partner, "partner");
    this.entry = requireNonNull(entry, "entry");
  }

  /** What today's keys are to the one we pinned; unproven as long as nothing is pinned. */
  public Judgement judgement() {
    return partner
        .pinnedKey()
        .map(key -> KeyPins.judge(new KeyPins.Pinned(partner.id(), key), entry))
        .orElse(Judgement.UNPROVEN);
  }

  /** The signing keys we believe; a key the registry slips in beside them is not among them. */
  public List<KeyRecord> signing() {
    return entry.keys().stream()
        .filter(key -> key.use() == KeyRecord.Use.SIGN && isTrusted(key.kid()))
        .toList();
  }

  private boolean isTrusted(KeyThumbprint kid) {
    return partner.trustedKeys().contains(kid)
        || (judgement() == Judgement.CHAINED
            && entry.currentSigningKey().filter(now -> now.thumbprint().equals(kid)).isPresent());
  }
}
