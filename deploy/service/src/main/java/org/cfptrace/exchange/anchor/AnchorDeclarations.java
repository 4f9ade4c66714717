package org.cfptrace.exchange.anchor;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.AlarmKind;
import org.cfptrace.exchange.partner.Alarms;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.Partners;
import org.cfptrace.exchange.partner.Threads;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.log.Inclusion;
import org.cfptrace.log.InclusionProof;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.log.SignedCheckpoint;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.database.Transactions;

/**
 * Brings what we have declared into the log: submits it in shuffled batches, fetches where it
 * stands, checks that, and passes the proof on to whom it was declared; and tells the log what does
 * not stand any more. What is due is claimed for a minute, the log is asked while no row is held,
 * and what came of it is kept; everything may be done twice.
 */
public final class AnchorDeclarations {
  private static final int MOST = 1000;
  private static final int MOST_TOLD = 100;
  private static final int MOST_KEPT_AT_ONCE = 100;
  private static final String ENTRIES = "entries";
  private static final Duration CLAIM = Duration.ofMinutes(1);
  private static final Duration UNTIL_PLACED = Duration.ofSeconds(1);

  private final ParticipantId me;
  private final OwnEntries entries;
  private final Function<DeclarationId, Optional<SigningInput>> declared;
  private final PublicLog log;
  private final LogTrust trust;
  private final WatchLog watch;
  private final Alarms alarms;
  private final Partners partners;
  private final Threads threads;
  private final PostMessage post;
  private final Transactions transactions;
  private final CrashPoints crashPoints;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  // What a round had claimed that was stopped in the middle; the next one begins with it.
  private List<DeclarationId> submitting = List.of();
  private List<OwnEntries.Placed> proving = List.of();
  private List<OwnEntries.Fallen> telling = List.of();

  public AnchorDeclarations(
      ParticipantId me,
      OwnEntries entries,
      Function<DeclarationId, Optional<SigningInput>> declared,
      PublicLog log,
      LogTrust trust,
      WatchLog watch,
      Alarms alarms,
      Partners partners,
      Threads threads,
      PostMessage post,
      Transactions transactions,
      CrashPoints crashPoints,
      Clock clock) {
    this.me = requireNonNull(me, "me");
    this.entries = requireNonNull(entries, "entries");
    this.declared = requireNonNull(declared, "declared");
    this.log = requireNonNull(log, "log");
    this.trust = requireNonNull(trust, "trust");
    this.watch = requireNonNull(watch, "watch");
    this.alarms = requireNonNull(alarms, "alarms");
    this.partners = requireNonNull(partners, "partners");
    this.threads = requireNonNull(threads, "threads");
    this.post = requireNonNull(post, "post");
    this.transactions = requireNonNull(transactions, "transactions");
    this.crashPoints = requireNonNull(crashPoints, "crashPoints");
    this.clock = requireNonNull(clock, "clock");
  }

  /** One round; says how much has come forward. */
  public synchronized int round() {
    try {
      return submit() + prove() + tellFallen();
    } catch (RuntimeException failure) {
      // Others may be luckier with what we could not do, once our claim on it is over.
      submitting = List.of();
      proving = List.of();
      telling = List.of();
      throw failure;
    }
  }

  private <T> List<T> claim(List<T> left, Supplier<List<T>> due) {
    return left.isEmpty() ? transactions.inNew(due) : left;
  }

  private Instant claimedUntil() {
    return clock.instant().plus(CLAIM);
  }

  private int submit() {
    submitting =
        claim(submitting, () -> entries.claimUnplaced(clock.instant(), claimedUntil(), MOST));
    int placed = submitting.isEmpty() ? 0 : submit(submitting);
    submitting = List.of();
    return placed;
  }

  private int submit(List<DeclarationId> claimed) {
    List<DeclarationId> due = new ArrayList<>(claimed);
    // The order in which we declared would say who trades with whom, one after the other.
    Collections.shuffle(due, random);
    crashPoints.reach(CrashPoint.ANCHOR_BEFORE_CALL);
    Map<DeclarationId, Long> places;
    try {
      places = places(due);
    } catch (PublicLog.LogAwayException away) {
      tryLater(due);
      return 0;
    } catch (PublicLog.LogRefusedException refused) {
      ring(ENTRIES);
      tryLater(due);
      return 0;
    }
    crashPoints.reach(CrashPoint.ANCHOR_AFTER_CALL);
    transactions.doInNew(
        () -> {
          places.forEach((id, place) -> entries.placed(id, place, clock.instant()));
          due.removeAll(places.keySet());
          entries.askAgain(due, clock.instant().plus(UNTIL_PLACED));
        });
    cameForward(places.size());
    return places.size();
  }

  private Map<DeclarationId, Long> places(List<DeclarationId> due) {
    Map<LogEntry, DeclarationId> asked = new LinkedHashMap<>();
    due.forEach(id -> asked.put(LogEntry.ofDeclaration(id), id));
    Map<DeclarationId, Long> places = new HashMap<>();
    log.submit(asked.keySet())
        .forEach(
            (entry, place) ->
                Optional.ofNullable(asked.get(entry)).ifPresent(id -> places.put(id, place)));
    return places;
  }

  private void cameForward(int count) {
    if (count > 0) {
      crashPoints.reach(CrashPoint.ANCHOR_AFTER_COMMIT);
    }
  }

  private void tryLater(Collection<DeclarationId> ids) {
    transactions.doInNew(() -> entries.tryLater(ids, clock.instant()));
  }

  private int prove() {
    proving = claim(proving, () -> entries.claimUnproven(clock.instant(), claimedUntil(), MOST));
    int proven = proving.isEmpty() ? 0 : prove(proving);
    proving = List.of();
    return proven;
  }

  private int prove(List<OwnEntries.Placed> due) {
    List<Proven> proven;
    try {
      proven = watch.current().map(checkpoint -> proofs(due, checkpoint)).orElse(List.of());
    } catch (PublicLog.LogAwayException away) {
      tryLater(ids(due));
      return 0;
    }
    for (int from = 0; from < proven.size(); from += MOST_KEPT_AT_ONCE) {
      List<Proven> some = proven.subList(from, Math.min(from + MOST_KEPT_AT_ONCE, proven.size()));
      transactions.doInNew(() -> some.forEach(this::keep));
      cameForward(some.size());
    }
    List<OwnEntries.Placed> left = new ArrayList<>(due);
    left.removeAll(proven.stream().map(Proven::placed).toList());
    transactions.doInNew(() -> entries.askAgain(ids(left), clock.instant().plus(UNTIL_PLACED)));
    return proven.size();
  }

  private static List<DeclarationId> ids(List<OwnEntries.Placed> placed) {
    return placed.stream().map(OwnEntries.Placed::id).toList();
  }

  /** A declaration with a good proof. */
  private record Proven(OwnEntries.Placed placed, LoggedEntry proof, Instant since) {}

  private List<Proven> proofs(List<OwnEntries.Placed> due, SignedCheckpoint checkpoint) {
    long size = checkpoint.checkpoint().size();
    List<OwnEntries.Placed> covered = due.stream().filter(placed -> placed.index() < size).toList();
    List<InclusionProof> found =
        covered.isEmpty()
            ? List.of()
            : log.inclusions(covered.stream().map(OwnEntries.Placed::index).toList(), size);
    List<Proven> proven = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      OwnEntries.Placed placed = covered.get(i);
      LoggedEntry proof = new LoggedEntry(placed.id(), found.get(i), checkpoint.note().written());
      Optional<Inclusion> inclusion = proof.check(trust).asOptional();
      inclusion.ifPresent(since -> proven.add(new Proven(placed, proof, since.time())));
    }
    return proven;
  }

  private void keep(Proven proven) {
    if (entries.proven(proven.placed().id(), proven.proof(), proven.since())) {
      proven
          .placed()
          .recipient()
          .ifPresent(recipient -> passOn(recipient, proven.placed(), proven.proof()));
    }
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
    telling = claim(telling, () -> entries.claimFallen(clock.instant(), claimedUntil(), MOST_TOLD));
    int told = tell(telling);
    telling = List.of();
    return told;
  }

  private int tell(List<OwnEntries.Fallen> due) {
    int told = 0;
    for (int i = 0; i < due.size(); i++) {
      OwnEntries.Fallen fallen = due.get(i);
      try {
        crashPoints.reach(CrashPoint.FALLEN_BEFORE_CALL);
        log.setStatus(signingInput(fallen.id()), fallen.bit());
        crashPoints.reach(CrashPoint.FALLEN_AFTER_CALL);
        transactions.doInNew(() -> entries.told(fallen, clock.instant()));
        cameForward(1);
        told++;
      } catch (PublicLog.LogAwayException away) {
        tellLater(due.subList(i, due.size()));
        return told;
      } catch (PublicLog.LogRefusedException refused) {
        // As long as the log does not say so, an auditor takes the declaration for standing.
        ring(fallen.id().value());
        tellLater(List.of(fallen));
      }
    }
    return told;
  }

  private SigningInput signingInput(DeclarationId id) {
    return declared
        .apply(id)
        .orElseThrow(() -> new PublicLog.LogRefusedException("we have no token of " + id));
  }

  private void tellLater(List<OwnEntries.Fallen> fallen) {
    transactions.doInNew(() -> entries.tellLater(fallen, clock.instant()));
  }

  private void ring(String what) {
    transactions.doInNew(() -> alarms.raise(AlarmKind.REFUSED_BY_LOG, me, what, clock.instant()));
  }
}
