package org.cfptrace.exchange.partner;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import org.cfptrace.exchange.deliver.Backoff;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.database.Transactions;

/**
 * Tells the registry whom we let write to our inbox, again and again until it has heard. Telling it
 * twice does no harm, so a crash in between is made good by the next round.
 */
public final class OpenInboxes {
  private final Partners partners;
  private final Introductions introductions;
  private final Registry registry;
  private final Transactions transactions;
  private final CrashPoints crashPoints;
  private final Clock clock;

  public OpenInboxes(
      Partners partners,
      Introductions introductions,
      Registry registry,
      Transactions transactions,
      CrashPoints crashPoints,
      Clock clock) {
    this.partners = requireNonNull(partners, "partners");
    this.introductions = requireNonNull(introductions, "introductions");
    this.registry = requireNonNull(registry, "registry");
    this.transactions = requireNonNull(transactions, "transactions");
    this.crashPoints = requireNonNull(crashPoints, "crashPoints");
    this.clock = requireNonNull(clock, "clock");
  }

  /** One round; says how many partners the registry was asked about. */
  public int round() {
    int asked = 0;
    endOverdue();
    while (transactions.inNew(this::tellOne)) {
      asked++;
    }
    return asked;
  }

  private void endOverdue() {
    transactions.doInNew(
        () -> {
          introductions.endOverdue(clock.instant());
          crashPoints.reach(CrashPoint.OVERDUE_BEFORE_COMMIT);
        });
    crashPoints.reach(CrashPoint.OVERDUE_AFTER_COMMIT);
  }

  private boolean tellOne() {
    Optional<Partner> due = partners.claimForRegistry(clock.instant());
    due.ifPresent(this::tell);
    if (due.isPresent()) {
      return true;
    }
    Optional<Introduction> introduced = introductions.claimForRegistry(clock.instant());
    introduced.ifPresent(this::tell);
    return introduced.isPresent();
  }

  private void tell(Introduction introduction) {
    crashPoints.reach(CrashPoint.INTRODUCTION_BEFORE_CALL);
    boolean opening = introduction.inbox() == InboxAccess.OPENING;
    try {
      if (opening) {
        registry.letIn(introduction.participant());
      } else if (!isLetInAsPartner(introduction)) {
        registry.shutOut(introduction.participant());
      }
    } catch (Registry.RegistryAway away) {
      int failures = introductions.failures(introduction) + 1;
      introductions.tellRegistryAt(introduction, clock.instant().plus(Backoff.after(failures)));
      return;
    }
    crashPoints.reach(CrashPoint.INTRODUCTION_AFTER_CALL);
    introductions.told(introduction.withInbox(opening ? InboxAccess.OPEN : InboxAccess.CLOSED));
  }

  private boolean isLetInAsPartner(Introduction introduction) {
    return partners
        .find(introduction.participant())
        .map(Partner::inbox)
        .filter(inbox -> inbox == InboxAccess.OPEN || inbox == InboxAccess.OPENING)
        .isPresent();
  }

  private void tell(Partner partner) {
    crashPoints.reach(CrashPoint.GRANT_BEFORE_CALL);
    boolean opening = partner.inbox() == InboxAccess.OPENING;
    try {
      if (opening) {
        registry.letIn(partner.id());
      } else {
        registry.shutOut(partner.id());
        introductions.letInAgain(partner.id(), clock.instant());
      }
    } catch (Registry.RegistryAway away) {
      int failures = partners.failures(partner.id()) + 1;
      partners.tellRegistryAt(partner.id(), clock.instant().plus(Backoff.after(failures)));
      return;
    }
    crashPoints.reach(CrashPoint.GRANT_AFTER_CALL);
    partners.save(
        partner.withInbox(opening ? InboxAccess.OPEN : InboxAccess.CLOSED, clock.instant()));
  }
}
