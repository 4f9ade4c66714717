package org.cfptrace.aggregator.partner;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Set;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.Heartbeat;
import org.cfptrace.participant.KeyPins.Judgement;
import org.cfptrace.service.database.Transactions;

/**
 * Follows the directory: keeps the entries of our partners and of ourselves, follows the chain of
 * their keys, and calls a person about a key nobody we trust vouches for.
 */
public final class WatchDirectory {
  private final ParticipantId me;
  private final Set<KeyThumbprint> myKeys;
  private final Partners partners;
  private final KnownEntries known;
  private final Alarms alarms;
  private final Transactions transactions;
  private final Clock clock;

  public WatchDirectory(
      ParticipantId me,
      Set<KeyThumbprint> myKeys,
      Partners partners,
      KnownEntries known,
      Alarms alarms,
      Transactions transactions,
      Clock clock) {
    this.me = requireNonNull(me, "me");
    this.myKeys = Set.copyOf(myKeys);
    this.partners = requireNonNull(partners, "partners");
    this.known = requireNonNull(known, "known");
    this.alarms = requireNonNull(alarms, "alarms");
    this.transactions = requireNonNull(transactions, "transactions");
    this.clock = requireNonNull(clock, "clock");
  }

  /** The registry has published an entry; those of strangers are not kept. */
  public void published(DirectoryEntry entry) {
    transactions.doInNew(() -> take(entry));
  }

  /** The registry is there and has published nothing that is not on the topic. */
  public void alive(Heartbeat heartbeat) {
    transactions.doInNew(() -> known.completeAsOf(heartbeat.asOf()));
  }

  private void take(DirectoryEntry entry) {
    if (entry.participant().equals(me)) {
      known.keep(entry);
      entry.keys().stream()
          .filter(key -> !myKeys.contains(key.kid()))
          .forEach(key -> alarms.foreignKeyInOurName(key.kid()));
      return;
    }
    partners
        .findForChange(entry.participant())
        .filter(partner -> known.keep(entry))
        .filter(partner -> partner.pinnedKey().isPresent())
        .ifPresent(partner -> follow(partner, entry));
  }

  private void follow(Partner partner, DirectoryEntry entry) {
    Judgement judgement = new TrustedKeys(partner, entry).judgement();
    if (judgement == Judgement.CHAINED) {
      entry
          .currentSigningKey()
          .ifPresent(key -> partners.save(partner.trusting(key.thumbprint(), clock.instant())));
    } else if (judgement == Judgement.UNPROVEN) {
      alarms.unprovenKeyOf(partner.id());
    }
  }
}
