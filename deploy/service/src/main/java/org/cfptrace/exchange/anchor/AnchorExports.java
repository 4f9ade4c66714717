package org.cfptrace.exchange.anchor;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.exchange.partner.AlarmKind;
import org.cfptrace.exchange.partner.Alarms;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.log.EntryProof;
import org.cfptrace.log.InclusionProof;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.SignedCheckpoint;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.database.Transactions;

/**
 * Brings the statements of exports into the log. People sign them, so they are few, and each round
 * submits again what is not proved yet: the log answers with the places it has given by then. It is
 * asked while no row is held.
 */
public final class AnchorExports {
  private static final int MOST = 100;
  private static final String ENTRIES = "exports";
  private static final Duration CLAIM = Duration.ofMinutes(1);
  private static final Duration UNTIL_PLACED = Duration.ofSeconds(1);

  private final ParticipantId me;
  private final OwnExports exports;
  private final PublicLog log;
  private final LogTrust trust;
  private final WatchLog watch;
  private final WhenLogged whenLogged;
  private final Alarms alarms;
  private final Transactions transactions;
  private final CrashPoints crashPoints;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public AnchorExports(
      ParticipantId me,
      OwnExports exports,
      PublicLog log,
      LogTrust trust,
      WatchLog watch,
      WhenLogged whenLogged,
      Alarms alarms,
      Transactions transactions,
      CrashPoints crashPoints,
      Clock clock) {
    this.me = requireNonNull(me, "me");
    this.exports = requireNonNull(exports, "exports");
    this.log = requireNonNull(log, "log");
    this.trust = requireNonNull(trust, "trust");
    this.watch = requireNonNull(watch, "watch");
    this.whenLogged = requireNonNull(whenLogged, "whenLogged");
    this.alarms = requireNonNull(alarms, "alarms");
    this.transactions = requireNonNull(transactions, "transactions");
    this.crashPoints = requireNonNull(crashPoints, "crashPoints");
    this.clock = requireNonNull(clock, "clock");
  }

  /** One round; says how many are proved now. */
  public int round() {
    Instant now = clock.instant();
    List<LogEntry> due =
        transactions.inNew(() -> exports.claimUnproven(now, now.plus(CLAIM), MOST));
    return due.isEmpty() ? 0 : prove(due);
  }

  private int prove(List<LogEntry> claimed) {
    List<LogEntry> due = new ArrayList<>(claimed);
    // The order in which people sign is nobody's business.
    Collections.shuffle(due, random);
    List<Proven> proven;
    crashPoints.reach(CrashPoint.EXPORT_BEFORE_CALL);
    try {
      Map<LogEntry, Long> places = log.submit(due);
      crashPoints.reach(CrashPoint.EXPORT_AFTER_CALL);
      proven = watch.current().map(checkpoint -> proofs(places, checkpoint)).orElse(List.of());
    } catch (PublicLog.LogAwayException away) {
      transactions.doInNew(() -> exports.tryLater(due, clock.instant()));
      return 0;
    } catch (PublicLog.LogRefusedException refused) {
      transactions.doInNew(
          () -> {
            alarms.raise(AlarmKind.REFUSED_BY_LOG, me, ENTRIES, clock.instant());
            exports.tryLater(due, clock.instant());
          });
      return 0;
    }
    transactions.doInNew(
        () -> {
          proven.forEach(this::keep);
          due.removeAll(proven.stream().map(Proven::export).toList());
          exports.askAgain(due, clock.instant().plus(UNTIL_PLACED));
        });
    return proven.size();
  }

  /** An export with a good proof. */
  private record Proven(LogEntry export, EntryProof proof, Instant since) {}

  private List<Proven> proofs(Map<LogEntry, Long> places, SignedCheckpoint checkpoint) {
    long size = checkpoint.checkpoint().size();
    List<LogEntry> covered =
        places.keySet().stream().filter(export -> places.get(export) < size).toList();
    List<InclusionProof> found =
        covered.isEmpty()
            ? List.of()
            : log.inclusions(covered.stream().map(places::get).toList(), size);
    List<Proven> proven = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      LogEntry export = covered.get(i);
      EntryProof proof = new EntryProof(found.get(i), checkpoint.note().written());
      Optional<Instant> since =
          proof.check(export, trust).asOptional().flatMap(SignedCheckpoint::time);
      since.ifPresent(time -> proven.add(new Proven(export, proof, time)));
    }
    return proven;
  }

  private void keep(Proven proven) {
    if (exports.proven(proven.export(), proven.proof(), proven.since())) {
      whenLogged.logged(proven.export(), proven.proof());
    }
  }
}
