package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.audit.AuditReport;
import org.cfptrace.audit.Mandate;
import org.cfptrace.bundle.Bundle;
import org.cfptrace.bundle.BundleFile;
import org.cfptrace.chain.AuditedRoot;
import org.cfptrace.chain.ChainVerdict;
import org.cfptrace.chain.ChainVerifier;
import org.cfptrace.chain.EarlierWord;
import org.cfptrace.chain.HopAnswer;
import org.cfptrace.chain.HopVerdict;
import org.cfptrace.chain.KeyHistory;
import org.cfptrace.chain.ShownDeclaration;
import org.cfptrace.connector.audit.Audit.WaitingFor;
import org.cfptrace.connector.audit.Audit.WithoutReport;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.notify.Told;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.AuditRefusalReason;
import org.cfptrace.exchange.anchor.PublicLog;
import org.cfptrace.exchange.anchor.WatchLog;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.CryptoProviders;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.Timestamp;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.StatusListToken;
import org.cfptrace.participant.TrustAnchor;
import org.cfptrace.participant.UntrustedException;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.SignedTokens;

/**
 * Has the whole chain checked once nothing is awaited any more, signs the report and puts the
 * evidence beside it. While the registry or its log cannot be asked, or the status list does not
 * speak of a declaration yet that is in the log already, the audit waits; not longer than the
 * mandate holds, since nobody believes a report from after that.
 */
public final class JudgeChain implements ConcludeAudit {
  private final ParticipantId me;
  private final SigningKey key;
  private final TrustAnchor anchor;
  private final LogTrust trust;
  private final PublicLog log;
  private final WatchLog watch;
  private final RegistryEntries registryEntries;
  private final Auditors directory;
  private final Mandates mandates;
  private final Audits audits;
  private final CompareAudits compare;
  private final Notifications notifications;
  private final Clock clock;

  public JudgeChain(
      ParticipantId me,
      SigningKey key,
      TrustAnchor anchor,
      LogTrust trust,
      PublicLog log,
      WatchLog watch,
      Auditors directory,
      Mandates mandates,
      Audits audits,
      SeenStatements seen,
      Notifications notifications,
      Clock clock) {
    this.me = requireNonNull(me, "me");
    this.key = requireNonNull(key, "key");
    this.anchor = requireNonNull(anchor, "anchor");
    this.trust = requireNonNull(trust, "trust");
    this.log = requireNonNull(log, "log");
    this.watch = requireNonNull(watch, "watch");
    this.registryEntries = new RegistryEntries(log);
    this.directory = requireNonNull(directory, "directory");
    this.mandates = requireNonNull(mandates, "mandates");
    this.audits = requireNonNull(audits, "audits");
    this.compare = new CompareAudits(seen);
    this.notifications = requireNonNull(notifications, "notifications");
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public Optional<WaitingFor> conclude(Audit audit) {
    List<AuditHop> hops = audits.hops(audit.id());
    AuditHop first =
        hops.stream().filter(hop -> hop.askedThrough().isEmpty()).findFirst().orElseThrow();
    KeptMandate kept = mandates.find(audit.mandateId(), KeptMandate.Side.RECEIVED).orElseThrow();
    Optional<ShownDeclaration> shown = shown(first);
    // To the second, as the report will say.
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    if (shown.isEmpty()) {
      return without(audit, WithoutReport.NOTHING_SHOWN);
    }
    if (!now.isBefore(kept.expiresAt())) {
      return without(audit, WithoutReport.MANDATE_OVER);
    }
    try {
      return judge(audit, kept, now, shown.get(), hops);
    } catch (Registry.RegistryAway away) {
      return Optional.of(WaitingFor.REGISTRY);
    } catch (PublicLog.LogAwayException away) {
      return Optional.of(WaitingFor.LOG);
    } catch (UntrustedException untrusted) {
      return Optional.of(WaitingFor.STATUS_LIST);
    }
  }

  private Optional<WaitingFor> judge(
      Audit audit, KeptMandate kept, Instant now, ShownDeclaration shown, List<AuditHop> hops) {
    Looking looking = new Looking();
    // As a stranger reads it later, by the history: what has become of the company since does not
    // undo its order.
    Optional<Mandate> mandate =
        Mandate.read(
                kept.token(),
                SignedTokens.ofHistory(new KeyHistory(looking::up, CryptoProviders.chosen())))
            .asOptional();
    if (mandate.isEmpty()) {
      return without(audit, WithoutReport.MANDATE_NOT_GOOD);
    }
    if (looking.up(me).filter(directory::isAccredited).isEmpty()) {
      return Optional.of(WaitingFor.ACCREDITATION);
    }
    StatusListToken statuses = StatusListToken.read(log.statusList(), anchor);
    Map<DeclarationId, HopAnswer> answers = answers(hops);
    ShownDeclaration root = HandedOn.completed(shown, answers);
    // Whatever entry the checks rest on goes into the evidence, and ours, with which the report is
    // read.
    hops.forEach(hop -> looking.note(hop.company()));
    AuditedRoot of =
        new AuditedRoot(
            audit.company(),
            audit.product(),
            audit.period(),
            audit.companyKey(),
            mandate.get().depth());
    ChainVerifier verifier = new ChainVerifier(looking::up, trust, statuses, now);
    ChainVerdict alone = verifier.verify(of, root, answers);
    List<EarlierWord> earlier = compare.contradicting(audit.id(), verifier, alone);
    ChainVerdict verdict = earlier.isEmpty() ? alone : verifier.verify(of, root, answers, earlier);
    if (verdict.hops().stream().anyMatch(JudgeChain::isBeyondStatusList)) {
      return Optional.of(WaitingFor.STATUS_LIST);
    }
    watch(audit.company(), root);
    hops.forEach(hop -> hop.declaration().map(answers::get).ifPresent(it -> watch(hop, it)));
    // The checkpoint last, so that it is over all that was fetched before.
    List<Timestamp> stamps =
        trust.timestampCertificate().isPresent() ? log.timestamps() : List.of();
    LogEvidence logged = new LogEvidence(log, trust, registryEntries);
    Bundle evidence =
        new Bundle(
                kept.token(),
                audit.companyKey(),
                root,
                answers,
                logged.note(),
                looking.seen.values().stream().map(logged::directoryEntry).toList(),
                logged.statusList(statuses),
                logged.stamp(stamps))
            .beside(earlier);
    compare.keep(audit.id(), alone, root, answers);
    audits.end(audit.id(), ended(mandate.get(), verdict, evidence, now), clock.instant());
    tell(audit);
    return Optional.empty();
  }

  private Optional<WaitingFor> without(Audit audit, WithoutReport why) {
    audits.endWithout(audit.id(), why, clock.instant());
    tell(audit);
    return Optional.empty();
  }

  /**
   * What was answered. What a buyer has handed on bare is completed from what its issuer itself has
   * shown: the same token with other disclosures.
   */
  private Map<DeclarationId, HopAnswer> answers(List<AuditHop> hops) {
    Map<DeclarationId, HopAnswer> given = new LinkedHashMap<>();
    hops.stream()
        .filter(hop -> hop.askedThrough().isPresent())
        .forEach(hop -> given.put(hop.declaration().orElseThrow(), answer(hop)));
    Map<DeclarationId, HopAnswer> answers = new LinkedHashMap<>();
    given.forEach(
        (id, answer) ->
            answers.put(
                id,
                answer instanceof HopAnswer.Shown shown
                    ? new HopAnswer.Shown(HandedOn.completed(shown.declaration(), given))
                    : answer));
    return answers;
  }

  /** The log may have shown a company of the chain another history than it shows us. */
  private void watch(ParticipantId company, ShownDeclaration shown) {
    shown
        .checkpoints()
        .distinct()
        .flatMap(note -> trust.witnessed(note).asOptional().stream())
        .forEach(checkpoint -> watch.see(checkpoint, company));
  }

  private void watch(AuditHop hop, HopAnswer answer) {
    if (answer instanceof HopAnswer.Shown shown) {
      watch(hop.company(), shown.declaration());
    }
  }

  private static boolean isBeyondStatusList(HopVerdict hop) {
    return hop.reason().filter(reason -> reason == Reason.STATUS_UNKNOWN).isPresent();
  }

  private Audits.Ended ended(Mandate mandate, ChainVerdict verdict, Bundle evidence, Instant now) {
    AuditReport report = AuditReport.of(mandate, verdict, now, BundleFile.digestOf(evidence));
    String signed = report.sign(key);
    return new Audits.Ended(
        report.result(),
        report.coverage(),
        signed,
        Optional.of(BundleFile.write(evidence.with(signed))));
  }

  private HopAnswer answer(AuditHop hop) {
    return switch (hop.state()) {
      case ANSWERED ->
          shown(hop)
              .<HopAnswer>map(HopAnswer.Shown::new)
              .orElseGet(() -> new HopAnswer.Unavailable("the parts of its answer do not fit"));
      case REFUSED -> new HopAnswer.Refused(AuditRefusalReason.valueOf(hop.reason().orElseThrow()));
      case FAILED -> new HopAnswer.Unavailable("could not be asked: " + hop.reason().orElseThrow());
      case NOT_ASKED ->
          new HopAnswer.Unavailable(
              "was not asked: " + hop.reason().orElse("the chain has too many declarations"));
      case NEW, OPENING, ASKED, UNAVAILABLE, REPLACED ->
          new HopAnswer.Unavailable("has not answered in time");
    };
  }

  private Optional<ShownDeclaration> shown(AuditHop hop) {
    return hop.state() == AuditHop.State.ANSWERED
        ? ShownDeclaration.of(audits.parts(hop.requestId())).asOptional()
        : Optional.empty();
  }

  private void tell(Audit audit) {
    notifications.tell(words(audits.find(audit.id()).orElseThrow(), clock.instant()));
  }

  /** What people are told of an audit that has ended. */
  static Told words(Audit ended, Instant now) {
    Told told =
        Told.of(NotificationType.AUDIT_DONE, now)
            .withPartner(ended.company())
            .withProduct(ended.product())
            .withFact("auditId", ended.id().toString());
    Told why =
        ended
            .withoutReport()
            .map(reason -> told.withFact("withoutReport", reason.name()))
            .orElse(told);
    return ended.result().map(result -> why.withFact("result", result.name())).orElse(why);
  }

  /** Looks entries up, and keeps those that were found. */
  private final class Looking {
    private final Map<ParticipantId, DirectoryEntry> seen = new LinkedHashMap<>();

    Optional<DirectoryEntry> up(ParticipantId company) {
      note(company);
      return Optional.ofNullable(seen.get(company));
    }

    void note(ParticipantId company) {
      directory.entry(company).ifPresent(entry -> seen.put(company, entry));
    }
  }
}
