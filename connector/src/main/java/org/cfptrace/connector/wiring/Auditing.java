package org.cfptrace.connector.wiring;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cfptrace.connector.audit.AccessJournal;
import org.cfptrace.connector.audit.AnswerAudits;
import org.cfptrace.connector.audit.AskedAudits;
import org.cfptrace.connector.audit.AttestAudit;
import org.cfptrace.connector.audit.Attestations;
import org.cfptrace.connector.audit.Audit;
import org.cfptrace.connector.audit.AuditMoves;
import org.cfptrace.connector.audit.AuditSettings;
import org.cfptrace.connector.audit.Auditors;
import org.cfptrace.connector.audit.Audits;
import org.cfptrace.connector.audit.ConcludeAudit;
import org.cfptrace.connector.audit.DiscloseDeclaration;
import org.cfptrace.connector.audit.EndorseSupplier;
import org.cfptrace.connector.audit.FollowAudits;
import org.cfptrace.connector.audit.IssueMandate;
import org.cfptrace.connector.audit.JudgeChain;
import org.cfptrace.connector.audit.JudgeLeave;
import org.cfptrace.connector.audit.KnowAuditor;
import org.cfptrace.connector.audit.Mandates;
import org.cfptrace.connector.audit.NoteAccess;
import org.cfptrace.connector.audit.OwnReport;
import org.cfptrace.connector.audit.ReadAttachedWord;
import org.cfptrace.connector.audit.RefuseAudit;
import org.cfptrace.connector.audit.SettleAuditRequest;
import org.cfptrace.connector.audit.StartAudit;
import org.cfptrace.connector.audit.TakeAttestation;
import org.cfptrace.connector.audit.TakeAuditAnswers;
import org.cfptrace.connector.audit.TakeAuditRequest;
import org.cfptrace.connector.audit.TakeDisclosed;
import org.cfptrace.connector.audit.TakeMandate;
import org.cfptrace.connector.audit.TakeWithdrawal;
import org.cfptrace.connector.audit.WithdrawAttestation;
import org.cfptrace.connector.audit.WithdrawnWords;
import org.cfptrace.connector.audit.adapter.SqlAccessJournal;
import org.cfptrace.connector.audit.adapter.SqlAskedAudits;
import org.cfptrace.connector.audit.adapter.SqlAuditSettings;
import org.cfptrace.connector.audit.adapter.SqlAudits;
import org.cfptrace.connector.audit.adapter.SqlMandates;
import org.cfptrace.connector.audit.adapter.SqlSeenStatements;
import org.cfptrace.connector.audit.adapter.SqlWithdrawnWords;
import org.cfptrace.connector.share.ShareView;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.exchange.anchor.ReceivedProofs;
import org.cfptrace.exchange.partner.TellOwed;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.wiring.Exchange;
import org.cfptrace.exchange.wiring.LogBook;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Randomness;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.participant.TrustAnchor;
import org.cfptrace.policy.Release;
import org.cfptrace.service.database.Sql;
import org.cfptrace.verify.SignedTokens;

/**
 * Audits from both ends, put together from plain classes on top of the exchange: as a company that
 * is audited, and as the auditor.
 */
public final class Auditing {
  private static final Duration UNTIL_PROVEN = Duration.ofMinutes(10);

  private final AuditSettings settings;
  private final Mandates mandates;
  private final AskedAudits asked;
  private final AccessJournal journal;
  private final Audits audits;
  private final Attestations attestations;
  private final ReadAttachedWord attachedWord;
  private final IssueMandate issueMandate;
  private final SettleAuditRequest settle;
  private final AnswerAudits answer;
  private final StartAudit start;
  private final FollowAudits follow;
  private final AttestAudit attest;
  private final WithdrawnWords withdrawnWords;
  private final WithdrawAttestation withdrawAttestation;
  private final List<MessageHandler> handlers;

  Auditing(
      ParticipantId me,
      SigningKey key,
      TrustAnchor anchor,
      Exchange exchange,
      Records records,
      House house,
      Exchange.Surroundings around) {
    requireNonNull(me, "me");
    Clock clock = around.clock();
    Sql sql = around.sql();
    Randomness randomness = Randomness.secure();
    SignedTokens tokens = SignedTokens.of(exchange.keyDirectory(), clock);
    TellOwed tellOwed = new TellOwed(exchange.partners(), exchange.threads(), exchange.post());
    settings = new SqlAuditSettings(sql);
    mandates = new SqlMandates(sql);
    asked = new SqlAskedAudits(sql);
    journal = new SqlAccessJournal(sql);
    audits = new SqlAudits(sql);
    attestations = records.attestations();
    Auditors auditors = new Auditors(exchange.directory(), clock);
    withdrawnWords = new SqlWithdrawnWords(sql);
    AuditMoves moves = new AuditMoves(me, audits, withdrawnWords);
    attachedWord = new ReadAttachedWord(auditors, withdrawnWords);
    KnowAuditor knowAuditor = new KnowAuditor(exchange.partners(), exchange.introductions(), clock);
    RefuseAudit refuse = new RefuseAudit(journal, knowAuditor, exchange.post(), clock);
    JudgeLeave judgeLeave =
        new JudgeLeave(
            me, mandates, records.issued(), exchange.partners(), auditors, tokens, clock);
    issueMandate =
        new IssueMandate(
            me,
            key,
            house.products(),
            records.issued(),
            exchange.partners(),
            auditors,
            mandates,
            exchange.threads(),
            exchange.post(),
            clock,
            randomness);
    settle = new SettleAuditRequest(asked, refuse, clock);
    answer =
        new AnswerAudits(
            asked,
            exchange.logBook().isPresent() ? UNTIL_PROVEN : Duration.ZERO,
            judgeLeave,
            new DiscloseDeclaration(
                records.issued(),
                records.received(),
                ownProofs(exchange),
                othersProofs(exchange),
                new OwnKeyHistory(me, key.verificationKey(), exchange.keyDirectory()),
                new EndorseSupplier(me, key, exchange.partners(), clock, randomness),
                auditorsColumn()),
            refuse,
            new NoteAccess(journal, records.received(), tellOwed, clock),
            records.notifications(),
            exchange.post(),
            around.transactions(),
            around.crashPoints(),
            clock);
    start =
        new StartAudit(
            me,
            exchange.logBook().isPresent(),
            auditors,
            exchange.partners(),
            mandates,
            audits,
            moves,
            clock);
    follow =
        new FollowAudits(
            audits,
            auditors,
            exchange.partners(),
            exchange.introductions(),
            exchange.threads(),
            exchange.post(),
            records.notifications(),
            conclude(me, key, anchor, exchange, auditors, records, sql, clock),
            around.transactions(),
            around.crashPoints(),
            clock);
    attest =
        new AttestAudit(
            me, key, auditors, audits, moves, exchange.threads(), exchange.post(), clock);
    withdrawAttestation =
        new WithdrawAttestation(me, key, audits, moves, withdrawnWords, tellOwed, clock);
    handlers = new ArrayList<>();
    handlers.add(
        new TakeAuditRequest(
            judgeLeave, settings, asked, refuse, knowAuditor, records.notifications(), clock));
    handlers.add(
        new TakeWithdrawal(
            me,
            auditors,
            attestations,
            withdrawnWords,
            records.issued(),
            tellOwed,
            records.notifications(),
            clock));
    handlers.add(new TakeDisclosed(records.issued(), journal).handler());
    handlers.add(new TakeMandate(me, tokens, mandates, records.notifications(), clock).handler());
    handlers.addAll(
        new TakeAuditAnswers(
                me, tokens, auditors, audits, journal, TakeAuditAnswers.Most.USUAL, clock)
            .handlers());
    handlers.add(
        new TakeAttestation(
            me,
            tokens,
            auditors,
            mandates,
            records.issued(),
            attestations,
            records.notifications(),
            clock));
  }

  /** Without a log nothing can be judged, and no audit begins; one from earlier waits for it. */
  private ConcludeAudit conclude(
      ParticipantId me,
      SigningKey key,
      TrustAnchor anchor,
      Exchange exchange,
      Auditors auditors,
      Records records,
      Sql sql,
      Clock clock) {
    return exchange
        .logBook()
        .<ConcludeAudit>map(
            book ->
                new JudgeChain(
                    me,
                    key,
                    anchor,
                    book.trust(),
                    book.log(),
                    book.watch(),
                    auditors,
                    mandates,
                    audits,
                    new SqlSeenStatements(sql),
                    records.notifications(),
                    clock))
        .orElse(audit -> Optional.of(Audit.WaitingFor.LOG));
  }

  private static Function<DeclarationId, Optional<LoggedEntry>> ownProofs(Exchange exchange) {
    return id -> exchange.logBook().flatMap(book -> book.entries().proofOf(id));
  }

  private static Function<DeclarationId, Optional<LoggedEntry>> othersProofs(Exchange exchange) {
    return id ->
        exchange
            .logBook()
            .map(LogBook::proofs)
            .flatMap(proofs -> proofs.of(id))
            .map(ReceivedProofs.Kept::proof);
  }

  /** What the table of the policy engine shows an auditor; nothing has to be released for it. */
  private static Set<ClaimName> auditorsColumn() {
    return ShareView.standard().of(Audience.AUDITOR, Release.of(Set.of())).visibleClaims();
  }

  List<MessageHandler> handlers() {
    return List.copyOf(handlers);
  }

  public AuditSettings settings() {
    return settings;
  }

  public Mandates mandates() {
    return mandates;
  }

  /** What auditors have asked us. */
  public AskedAudits asked() {
    return asked;
  }

  public AccessJournal journal() {
    return journal;
  }

  /** Those we carry out. */
  public Audits audits() {
    return audits;
  }

  public Attestations attestations() {
    return attestations;
  }

  /** Reads what suppliers have attached to their declarations. */
  public ReadAttachedWord attachedWord() {
    return attachedWord;
  }

  public IssueMandate issueMandate() {
    return issueMandate;
  }

  public SettleAuditRequest settle() {
    return settle;
  }

  public AnswerAudits answer() {
    return answer;
  }

  public StartAudit start() {
    return start;
  }

  public FollowAudits follow() {
    return follow;
  }

  public AttestAudit attest() {
    return attest;
  }

  public WithdrawAttestation withdrawAttestation() {
    return withdrawAttestation;
  }

  /** What auditors have taken back. */
  public WithdrawnWords withdrawnWords() {
    return withdrawnWords;
  }

  /** Reads the reports we have signed. */
  public OwnReport ownReport() {
    return new OwnReport();
  }
}
