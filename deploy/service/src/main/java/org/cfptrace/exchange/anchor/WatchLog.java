package org.cfptrace.exchange.anchor;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.cfptrace.exchange.anchor.SeenCheckpoints.State;
import org.cfptrace.exchange.partner.AlarmKind;
import org.cfptrace.exchange.partner.Alarms;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.log.LogReason;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.LogVerdict;
import org.cfptrace.log.SignedCheckpoint;
import org.cfptrace.service.database.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * Compares every checkpoint that comes by with the tree our registry shows us. A log that shows two
 * companies two histories is found out as soon as one of them sees what the other was shown; an
 * alarm rings, and what rests on the other tree is not believed. One that goes on in no tree we can
 * compare for longer than an hour rings as well.
 */
public final class WatchLog {
  private static final int MOST = 100;
  private static final Duration CLAIM = Duration.ofMinutes(1);
  private static final Duration LISTEN_EVERY = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final Duration MEMORY = Duration.ofDays(30);

  private final ParticipantId me;
  private final LogTrust trust;
  private final PublicLog log;
  private final SeenCheckpoints seen;
  private final Consumer<Checkpoint> whenOtherTree;
  private final Alarms alarms;
  private final Transactions transactions;
  private final Clock clock;

  private final AtomicReference<@Nullable SignedCheckpoint> heard = new AtomicReference<>();
  private final AtomicReference<@Nullable Instant> stuckSince = new AtomicReference<>();
  private volatile Instant listenedAt = Instant.EPOCH;

  public WatchLog(
      ParticipantId me,
      LogTrust trust,
      PublicLog log,
      SeenCheckpoints seen,
      Consumer<Checkpoint> whenOtherTree,
      Alarms alarms,
      Transactions transactions,
      Clock clock) {
    this.me = requireNonNull(me, "me");
    this.trust = requireNonNull(trust, "trust");
    this.log = requireNonNull(log, "log");
    this.seen = requireNonNull(seen, "seen");
    this.whenOtherTree = requireNonNull(whenOtherTree, "whenOtherTree");
    this.alarms = requireNonNull(alarms, "alarms");
    this.transactions = requireNonNull(transactions, "transactions");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * The newest checkpoint of our registry that enough witnesses have signed and that goes on where
   * the one before ended; empty while there is none. Asks the log.
   *
   * @throws PublicLog.LogAwayException when the log cannot be asked
   */
  public Optional<SignedCheckpoint> current() {
    Optional<SignedCheckpoint> shown = trust.witnessed(log.checkpoint()).asOptional();
    Optional<SignedCheckpoint> before = newest();
    boolean isGood =
        shown.isPresent()
            && (before.isEmpty()
                || isSame(shown.get(), before.get())
                || goesOn(before.get(), shown.get()));
    if (isGood) {
      keep(shown.get(), Optional.empty(), State.SAME_TREE);
      stuckSince.set(null);
      return shown;
    }
    Instant since = stuckSince.updateAndGet(at -> at == null ? clock.instant() : at);
    ringIfLong(requireNonNull(since, "since"), me);
    return Optional.empty();
  }

  /**
   * Keeps a checkpoint to be compared in a later round, and says what is known of it. In the
   * transaction under way, and without asking the log.
   */
  public State see(SignedCheckpoint theirs, ParticipantId by) {
    State known = seen.see(theirs, by, clock.instant());
    if (known == State.PENDING && seen.hasTwin(theirs)) {
      settle(theirs, by, State.OTHER_TREE);
      return State.OTHER_TREE;
    }
    return known;
  }

  /**
   * What the log has said to everybody over its topic: compared with what it shows us when we ask.
   * Another root for a size we know rings at once; of the others the newest is compared, once a
   * minute, since the tree before it is part of it.
   */
  public void hear(String note) {
    Optional<SignedCheckpoint> said = trust.witnessed(note).asOptional();
    said.filter(seen::hasTwin).ifPresent(other -> settle(other, me, State.OTHER_TREE));
    said.ifPresent(
        checkpoint ->
            heard.accumulateAndGet(checkpoint, (one, other) -> isNewer(one, other) ? one : other));
  }

  private static boolean isNewer(@Nullable SignedCheckpoint one, @Nullable SignedCheckpoint other) {
    return one != null && (other == null || one.checkpoint().size() > other.checkpoint().size());
  }

  /** Compares what could not be compared before; says how many now could. */
  public int round() {
    listen();
    Instant now = clock.instant();
    List<SeenCheckpoints.Shown> due =
        transactions.inNew(() -> seen.claimPending(now, now.plus(CLAIM), MOST));
    boolean isAway = false;
    int compared = 0;
    for (SeenCheckpoints.Shown shown : due) {
      Optional<SignedCheckpoint> theirs = trust.signed(shown.note()).asOptional();
      if (theirs.isPresent()) {
        try {
          // A log that is away is not asked again for each of them.
          if (!isAway && compareWithOurs(theirs.get(), shown.by()) != State.PENDING) {
            compared++;
            continue;
          }
        } catch (PublicLog.LogAwayException away) {
          isAway = true;
        }
        transactions.doInNew(() -> seen.compareLater(theirs.get(), clock.instant()));
        ringIfLong(shown.since(), shown.by());
      }
    }
    return compared;
  }

  private void listen() {
    Instant now = clock.instant();
    if (now.isBefore(listenedAt.plus(LISTEN_EVERY))) {
      return;
    }
    SignedCheckpoint latest = heard.getAndSet(null);
    if (latest != null) {
      listenedAt = now;
      transactions.doInNew(
          () -> {
            see(latest, me);
            seen.forgetBefore(now.minus(MEMORY));
          });
    }
  }

  /** What follows from how they compare is kept with it. */
  private State compareWithOurs(SignedCheckpoint theirs, ParticipantId by) {
    State state = seen.hasTwin(theirs) ? State.OTHER_TREE : byProof(theirs.checkpoint());
    settle(theirs, by, state);
    return state;
  }

  private State byProof(Checkpoint theirs) {
    Optional<Checkpoint> ours =
        newest()
            .filter(kept -> kept.checkpoint().size() >= theirs.size())
            .or(this::current)
            .map(SignedCheckpoint::checkpoint)
            .filter(shown -> shown.size() >= theirs.size());
    return ours.map(checkpoint -> byProof(theirs, checkpoint)).orElse(State.PENDING);
  }

  /** Our tree when it was as large as theirs, shown to be the beginning of what it is now. */
  private State byProof(Checkpoint theirs, Checkpoint ours) {
    if (theirs.size() == ours.size()) {
      return theirs.root().equals(ours.root()) ? State.SAME_TREE : State.OTHER_TREE;
    }
    Checkpoint then = new Checkpoint(ours.origin(), theirs.size(), log.root(theirs.size()));
    boolean isOurs =
        log.consistency(then.size(), ours.size()).check(then, ours).asOptional().isPresent();
    if (!isOurs) {
      return State.PENDING;
    }
    return theirs.root().equals(then.root()) ? State.SAME_TREE : State.OTHER_TREE;
  }

  /** A registry that goes back on what it has shown us is not followed. */
  private boolean goesOn(SignedCheckpoint before, SignedCheckpoint shown) {
    Checkpoint older = before.checkpoint();
    Checkpoint newer = shown.checkpoint();
    LogVerdict<Checkpoint> verdict =
        newer.size() < older.size()
            ? LogVerdict.refused(LogReason.TREE_SHRANK, "had " + older.size())
            : log.consistency(older.size(), newer.size()).check(older, newer);
    return verdict.fold(
        proven -> true,
        refused -> {
          // A smaller tree may be an answer from a cache; two histories over one place are not.
          if (refused.reason() != LogReason.TREE_SHRANK) {
            settle(shown, me, State.OTHER_TREE);
          }
          return false;
        });
  }

  private void settle(SignedCheckpoint theirs, ParticipantId by, State state) {
    transactions.doInOne(
        () -> {
          seen.keep(theirs, Optional.of(by), state, clock.instant());
          if (state == State.OTHER_TREE) {
            whenOtherTree.accept(theirs.checkpoint());
            alarms.raise(
                AlarmKind.FORKED_LOG, by, theirs.checkpoint().root().base64(), clock.instant());
          }
        });
  }

  /** Once for each checkpoint of ours that nothing follows. */
  private void ringIfLong(Instant since, ParticipantId by) {
    if (!clock.instant().isBefore(since.plus(PATIENCE))) {
      String ours = newest().map(kept -> kept.checkpoint().root().base64()).orElse("none");
      transactions.doInOne(
          () -> alarms.raise(AlarmKind.LOG_STANDS_STILL, by, ours, clock.instant()));
    }
  }

  private void keep(SignedCheckpoint checkpoint, Optional<ParticipantId> by, State state) {
    transactions.doInOne(() -> seen.keep(checkpoint, by, state, clock.instant()));
  }

  private Optional<SignedCheckpoint> newest() {
    return seen.newest().flatMap(note -> trust.signed(note).asOptional());
  }

  private static boolean isSame(SignedCheckpoint one, SignedCheckpoint other) {
    return one.checkpoint().equals(other.checkpoint());
  }
}
