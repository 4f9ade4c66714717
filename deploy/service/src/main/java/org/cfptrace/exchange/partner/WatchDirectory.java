package org.cfptrace.exchange.partner;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.Heartbeat;
import org.cfptrace.participant.KeyPins.Judgement;
import org.cfptrace.participant.KeyRecord;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.database.Transactions;

/**
 * Follows the directory: keeps the entries of those we deal with, follows the chain of their keys,
 * and raises an alarm on a key nobody we trust vouches for, above all on one in our own name that
 * we did not make. So an operator that publishes false keys is seen and reads nothing.
 */
public final class WatchDirectory {
  private final ParticipantId me;
  private final Set<KeyThumbprint> myKeys;
  private final Partners partners;
  private final KnownEntries known;
  private final Alarms alarms;
  private final Transactions transactions;
  private final CrashPoints crashPoints;
  private final Clock clock;

  public WatchDirectory(
      ParticipantId me,
      Set<KeyThumbprint> myKeys,
      Partners partners,
      KnownEntries known,
      Alarms alarms,
      Transactions transactions,
      CrashPoints crashPoints,
      Clock clock) {
    this.me = requireNonNull(me, "me");
    this.myKeys = Set.copyOf(myKeys);
    this.partners = requireNonNull(partners, "partners");
    this.known = requireNonNull(known, "known");
    this.alarms = requireNonNull(alarms, "alarms");
    this.transactions = requireNonNull(transactions, "transactions");
    this.crashPoints = requireNonNull(crashPoints, "crashPoints");
    this.clock = requireNonNull(clock, "clock");
  }

  /** The registry has published an entry. */
  public void published(DirectoryEntry entry) {
    transactions.doInNew(
        () -> {
          take(entry);
          crashPoints.reach(CrashPoint.DIRECTORY_BEFORE_COMMIT);
        });
    crashPoints.reach(CrashPoint.DIRECTORY_AFTER_COMMIT);
  }

  /** The registry is still there and has published nothing that we have not seen. */
  public void alive(Heartbeat heartbeat) {
    transactions.doInNew(
        () -> {
          known.completeAsOf(heartbeat.asOf());
          crashPoints.reach(CrashPoint.HEARTBEAT_BEFORE_COMMIT);
        });
    crashPoints.reach(CrashPoint.HEARTBEAT_AFTER_COMMIT);
  }

  private void take(DirectoryEntry entry) {
    if (entry.participant().equals(me)) {
      known.keep(entry);
      entry.keys().forEach(this::watchOwn);
      return;
    }
    Optional<Partner> partner = partners.findForChange(entry.participant());
    if (partner.isPresent() || known.find(entry.participant()).isPresent()) {
      boolean isNew = known.keep(entry);
      partner.filter(each -> isNew).ifPresent(each -> follow(each, entry));
    }
  }

  private void watchOwn(KeyRecord key) {
    if (!myKeys.contains(key.kid())) {
      alarms.raise(AlarmKind.FOREIGN_KEY_IN_OUR_NAME, me, key.kid().value(), clock.instant());
    }
  }

  private void follow(Partner partner, DirectoryEntry entry) {
    Judgement judgement = new TrustedKeys(partner, entry).judgement();
    if (judgement == Judgement.CHAINED) {
      entry
          .currentSigningKey()
          .ifPresent(key -> partners.save(partner.trusting(key.thumbprint(), clock.instant())));
    } else if (judgement == Judgement.UNPROVEN && partner.pinnedKey().isPresent()) {
      entry.keys().stream()
          .filter(key -> key.isCurrent() && isSuspect(key, partner, entry))
          .forEach(
              key ->
                  alarms.raise(
                      AlarmKind.UNPROVEN_KEY_OF_PARTNER,
                      partner.id(),
                      key.kid().value(),
                      clock.instant()));
    }
  }

  private static boolean isSuspect(KeyRecord key, Partner partner, DirectoryEntry entry) {
    return switch (key.use()) {
      case SIGN -> !partner.trustedKeys().contains(key.kid());
      case ENC ->
          entry
              .currentEncryptionKey()
              .filter(bound -> bound.thumbprint().equals(key.kid()))
              .filter(bound -> isSignedByTrusted(partner, entry))
              .isEmpty();
    };
  }

  private static boolean isSignedByTrusted(Partner partner, DirectoryEntry entry) {
    return entry
        .currentSigningKey()
        .filter(key -> partner.trustedKeys().contains(key.thumbprint()))
        .isPresent();
  }
}
