package org.cfptrace.exchange.wiring;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.anchor.AnchorDeclarations;
import org.cfptrace.exchange.anchor.AnchorExports;
import org.cfptrace.exchange.anchor.CheckedLog;
import org.cfptrace.exchange.anchor.ForgetForkedProofs;
import org.cfptrace.exchange.anchor.Heard;
import org.cfptrace.exchange.anchor.JudgeExportProof;
import org.cfptrace.exchange.anchor.OwnEntries;
import org.cfptrace.exchange.anchor.OwnExports;
import org.cfptrace.exchange.anchor.PublicLog;
import org.cfptrace.exchange.anchor.ReceivedProofs;
import org.cfptrace.exchange.anchor.SigningInput;
import org.cfptrace.exchange.anchor.TakeInclusionProof;
import org.cfptrace.exchange.anchor.WatchLog;
import org.cfptrace.exchange.anchor.WhenLogged;
import org.cfptrace.exchange.anchor.adapter.SqlOwnEntries;
import org.cfptrace.exchange.anchor.adapter.SqlOwnExports;
import org.cfptrace.exchange.anchor.adapter.SqlReceivedProofs;
import org.cfptrace.exchange.anchor.adapter.SqlSeenCheckpoints;
import org.cfptrace.exchange.anchor.adapter.SqlSeenStatusLists;
import org.cfptrace.exchange.receive.BodyHandler;
import org.cfptrace.exchange.receive.Handled;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.participant.TrustAnchor;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.MarkedTransactions;
import org.cfptrace.verify.AnchorReader;

/** What an exchange has to do with the public log. */
public final class LogBook {
  private final LogTrust trust;
  private final PublicLog log;
  private final OwnEntries entries;
  private final ReceivedProofs proofs;
  private final WatchLog watch;
  private final OwnExports exports;
  private final JudgeExportProof judgeExportProof;
  private final AnchorDeclarations anchoring;
  private final AnchorExports anchoringExports;
  private final TakeInclusionProof taking;

  LogBook(
      ParticipantId me,
      LogTrust trust,
      TrustAnchor anchor,
      Exchange.Surroundings around,
      Exchange exchange,
      Function<DeclarationId, Optional<String>> declared,
      Heard heard,
      Consumer<DeclarationId> whenProven,
      WhenLogged whenLogged,
      Clock clock) {
    this.trust = trust;
    log =
        new CheckedLog(
            me,
            around.log(),
            anchor,
            new SqlSeenStatusLists(around.sql()),
            exchange.alarms(),
            MarkedTransactions.after(
                around.transactions(), around.crashPoints(), CrashPoint.STATUS_LIST_AFTER_COMMIT),
            clock);
    entries = new SqlOwnEntries(around.sql());
    exports = new SqlOwnExports(around.sql());
    proofs = new SqlReceivedProofs(around.sql());
    watch =
        new WatchLog(
            me,
            trust,
            log,
            new SqlSeenCheckpoints(around.sql()),
            new ForgetForkedProofs(proofs, exchange.partners(), exchange.post()),
            exchange.alarms(),
            MarkedTransactions.around(
                around.transactions(),
                around.crashPoints(),
                CrashPoint.LOG_WATCH_BEFORE_COMMIT,
                CrashPoint.LOG_WATCH_AFTER_COMMIT),
            clock);
    anchoring =
        new AnchorDeclarations(
            me,
            entries,
            id -> declared.apply(id).map(SigningInput::ofToken),
            log,
            trust,
            watch,
            exchange.alarms(),
            exchange.partners(),
            exchange.threads(),
            exchange.post(),
            MarkedTransactions.around(
                around.transactions(),
                around.crashPoints(),
                CrashPoint.ANCHOR_ROW_BEFORE_COMMIT,
                CrashPoint.ANCHOR_ROW_AFTER_COMMIT),
            around.crashPoints(),
            clock);
    anchoringExports =
        new AnchorExports(
            me,
            exports,
            log,
            trust,
            watch,
            whenLogged,
            exchange.alarms(),
            MarkedTransactions.around(
                around.transactions(),
                around.crashPoints(),
                CrashPoint.EXPORT_ROW_BEFORE_COMMIT,
                CrashPoint.EXPORT_ROW_AFTER_COMMIT),
            around.crashPoints(),
            clock);
    AnchorReader reader = new AnchorReader(trust, exchange.keyDirectory());
    taking = new TakeInclusionProof(trust, reader, watch, heard, proofs, whenProven, clock);
    judgeExportProof = new JudgeExportProof(reader, watch);
  }

  MessageHandler handler() {
    return taking;
  }

  /**
   * Where we were not told whom to believe about the log, a proof says nothing and does no harm.
   */
  static MessageHandler withoutLog() {
    return new BodyHandler<>(
        MessageType.INCLUSION_PROOF, LoggedEntry::fromJson, (message, proof) -> Handled.done());
  }

  /** Whom we believe about the log. */
  public LogTrust trust() {
    return trust;
  }

  /** The log itself. */
  public PublicLog log() {
    return log;
  }

  /** What we have in the log. */
  public OwnEntries entries() {
    return entries;
  }

  /** The exports we have in the log. */
  public OwnExports exports() {
    return exports;
  }

  /** Judges what others prove of their exports. */
  public JudgeExportProof judgeExportProof() {
    return judgeExportProof;
  }

  /** What others have proved to us. */
  public ReceivedProofs proofs() {
    return proofs;
  }

  /** Compares what the log shows to whom. */
  public WatchLog watch() {
    return watch;
  }

  /** One round; says how much has come forward. */
  public int round() {
    return anchoring.round() + anchoringExports.round() + watch.round();
  }
}
