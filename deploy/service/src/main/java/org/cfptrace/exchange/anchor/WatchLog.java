package org.cfptrace.exchange.anchor;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
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

/**
 * Compares every checkpoint that comes by with the tree our registry shows us. A log that shows two
 * companies two histories is found out as soon as one of them sees what the other was shown; an
 * alarm rings, and what rests on the other tree is not believed.
 */
public final class WatchLog {
  private static final int MOST = 100;

  private final ParticipantId me;
  private final LogTrust trust;
  private final PublicLog log;
  private final SeenCheckpoints seen;
  private final Alarms alarms;
  private final Transactions transactions;
  private final Clock clock;

  public WatchLog(
      ParticipantId me,
      LogTrust trust,
      PublicLog log,
      SeenCheckpoints seen,
      Alarms alarms,
      Transactions transactions,
      Clock clock) {
    this.me = requireNonNull(me, "me");
    this.trust = requireNonNull(trust, "trust");
    this.log = requireNonNull(log, "log");
    this.seen = requireNonNull(seen, "seen");
    this.alarms = requireNonNull(alarms, "alarms");
    this.transactions = requireNonNull(transactions, "transactions");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * The newest checkpoint of our registry that enough witnesses have signed and that goes on where
   * the one before ended; empty while there is none.
   *
   * @throws PublicLog.LogAwayException when the log cannot be asked
   */
  public Optional<SignedCheckpoint> current() {
    Optional<SignedCheckpoint> shown = trust.witnessed(log.checkpoint()).asOptional();
    Optional<SignedCheckpoint> before = newest();
    if (shown.isEmpty() || before.isEmpty() || isSame(shown.get(), before.get())) {
      shown.ifPresent(checkpoint -> keep(checkpoint, Optional.empty(), State.SAME_TREE));
      return shown;
    }
    return goesOn(before.get(), shown.get()) ? shown : Optional.empty();
  }

  /** How a checkpoint that somebody has shown us is to our tree; PENDING while we cannot tell. */
  public State compare(SignedCheckpoint theirs, ParticipantId by) {
    Optional<State> known = seen.stateOf(theirs).filter(state -> state != State.PENDING);
    if (known.isPresent()) {
      return known.get();
    }
    State state = seen.hasTwin(theirs) ? State.OTHER_TREE : compareByProof(theirs.checkpoint());
    keep(theirs, Optional.of(by), state);
    if (state == State.OTHER_TREE) {
      ring(by, theirs.checkpoint());
    }
    return state;
  }

  /** Compares what could not be compared before; says how many now could. */
  public int round() {
    int compared = 0;
    for (SeenCheckpoints.Shown shown : seen.pending(MOST)) {
      Optional<SignedCheckpoint> checkpoint = trust.signed(shown.note()).asOptional();
      if (checkpoint.isPresent() && compare(checkpoint.get(), shown.by()) != State.PENDING) {
        compared++;
      }
    }
    return compared;
  }

  private State compareByProof(Checkpoint theirs) {
    try {
      Optional<Checkpoint> ours =
          newest()
              .filter(kept -> kept.checkpoint().size() >= theirs.size())
              .or(this::current)
              .map(SignedCheckpoint::checkpoint)
              .filter(shown -> shown.size() >= theirs.size());
      return ours.map(checkpoint -> compare(theirs, checkpoint)).orElse(State.PENDING);
    } catch (PublicLog.LogAwayException away) {
      return State.PENDING;
    }
  }

  /** Our tree when it was as large as theirs, shown to be the beginning of what it is now. */
  private State compare(Checkpoint theirs, Checkpoint ours) {
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
        proven -> {
          keep(shown, Optional.empty(), State.SAME_TREE);
          return true;
        },
        refused -> {
          // A smaller tree may be an answer from a cache; two histories over one place are not.
          if (refused.reason() != LogReason.TREE_SHRANK) {
            keep(shown, Optional.of(me), State.OTHER_TREE);
            ring(me, newer);
          }
          return false;
        });
  }

  private void ring(ParticipantId by, Checkpoint other) {
    transactions.doInOne(
        () -> alarms.raise(AlarmKind.FORKED_LOG, by, other.root().base64(), clock.instant()));
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
