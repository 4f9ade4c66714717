package org.cfptrace.exchange.anchor;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.Partners;
import org.cfptrace.exchange.partner.Threads;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.log.Inclusion;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.log.SignedCheckpoint;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.database.Transactions;

/**
 * Brings what we have declared into the log: submits it in shuffled batches, fetches where it
 * stands, checks that, and passes the proof on to whom it was declared; and tells the log what does
 * not stand any more. Rows are held while the log is asked, and everything may be done twice.
 */
public final class AnchorDeclarations {
  private static final int MOST = 1000;
  private static final Duration UNTIL_PLACED = Duration.ofSeconds(1);

  private final OwnEntries entries;
  private final PublicLog log;
  private final LogTrust trust;
  private final WatchLog watch;
  private final Partners partners;
  private final Threads threads;
  private final PostMessage post;
  private final Transactions transactions;
  private final CrashPoints crashPoints;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public AnchorDeclarations(
      OwnEntries entries,
      PublicLog log,
      LogTrust trust,
      WatchLog watch,
      Partners partners,
      Threads threads,
      PostMessage post,
      Transactions transactions,
      CrashPoints crashPoints,
      Clock clock) {
    this.entries = requireNonNull(entries, "entries");
    this.log = requireNonNull(log, "log");
    this.trust = requireNonNull(trust, "trust");
    this.watch = requireNonNull(watch, "watch");
    this.partners = requireNonNull(partners, "partners");
    this.threads = requireNonNull(threads, "threads");
    this.post = requireNonNull(post, "post");
    this.transactions = requireNonNull(transactions, "transactions");
    this.crashPoints = requireNonNull(crashPoints, "crashPoints");
    this.clock = requireNonNull(clock, "clock");
  }

  /** One round; says how much has come forward. */
  public int round() {
    return step(this::submit) + step(this::prove) + step(this::tellFallen);
  }

  private int step(IntSupplier work) {
    int done = transactions.<Integer>inNew(work::getAsInt);
    if (done > 0) {
      crashPoints.reach(CrashPoint.ANCHOR_AFTER_COMMIT);
    }
    return done;
  }

  private int submit() {
    List<DeclarationId> due = new ArrayList<>(entries.claimUnplaced(clock.instant(), MOST));
    if (due.isEmpty()) {
      return 0;
    }
    // The order in which we declared would say who trades with whom, one after the other.
    Collections.shuffle(due, random);
    crashPoints.reach(CrashPoint.ANCHOR_BEFORE_CALL);
    try {
      Map<DeclarationId, Long> places = log.submit(due);
      crashPoints.reach(CrashPoint.ANCHOR_AFTER_CALL);
      places.forEach((id, place) -> entries.placed(id, place, clock.instant()));
      due.removeAll(places.keySet());
      entries.askAgain(due, clock.instant().plus(UNTIL_PLACED));
      return places.size();
    } catch (PublicLog.LogAwayException away) {
      entries.tryLater(due, clock.instant());
      return 0;
    }
  }

  private int prove() {
    List<OwnEntries.Placed> due = entries.claimUnproven(clock.instant(), MOST);
    if (due.isEmpty()) {
      return 0;
    }
    List<DeclarationId> left = new ArrayList<>(due.stream().map(OwnEntries.Placed::id).toList());
    int proven = 0;
    try {
      Optional<SignedCheckpoint> current = watch.current();
      for (OwnEntries.Placed placed : due) {
        if (current.filter(checkpoint -> isProven(placed, checkpoint)).isPresent()) {
          left.remove(placed.id());
          proven++;
        }
      }
      entries.askAgain(left, clock.instant().plus(UNTIL_PLACED));
    } catch (PublicLog.LogAwayException away) {
      entries.tryLater(left, clock.instant());
    }
    return proven;
  }

  private boolean isProven(OwnEntries.Placed placed, SignedCheckpoint checkpoint) {
    if (placed.index() >= checkpoint.checkpoint().size()) {
      return false;
    }
    LoggedEntry proof =
        new LoggedEntry(
            placed.id(),
            log.inclusion(placed.index(), checkpoint.checkpoint().size()),
            checkpoint.note().written());
    Optional<Inclusion> inclusion = proof.check(trust).asOptional();
    inclusion.ifPresent(since -> entries.proven(placed.id(), proof, since.time()));
    inclusion.flatMap(since -> placed.recipient()).ifPresent(to -> passOn(to, placed, proof));
    return inclusion.isPresent();
  }

  /** In the thread of the declaration, so that it comes behind it. */
  private void passOn(ParticipantId recipient, OwnEntries.Placed placed, LoggedEntry proof) {
    if (partners.find(recipient).filter(Partner::isTrusted).isPresent()) {
      post.post(
          recipient,
          Way.INBOX,
          threads.about(recipient, Optional.of(placed.product())),
          MessageType.INCLUSION_PROOF,
          proof.toJson());
    }
  }

  private int tellFallen() {
    int told = 0;
    for (OwnEntries.Fallen fallen : entries.claimFallen(clock.instant(), MOST)) {
      try {
        log.setStatus(fallen.id(), fallen.bit());
        entries.told(fallen);
        told++;
      } catch (PublicLog.LogAwayException away) {
        entries.tryLater(List.of(fallen.id()), clock.instant());
      }
    }
    return told;
  }
}
