package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
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
import org.cfptrace.chain.HopAnswer;
import org.cfptrace.chain.HopVerdict;
import org.cfptrace.chain.ShownDeclaration;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.notify.Told;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.AuditRefusalReason;
import org.cfptrace.exchange.anchor.PublicLog;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.Partners;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.Timestamp;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.participant.StatusListToken;
import org.cfptrace.participant.TrustAnchor;
import org.cfptrace.participant.UntrustedException;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.SignedTokens;

/**
 * Has the whole chain checked once nothing is awaited any more, signs the report and puts the
 * evidence beside it. While the registry or its log cannot be asked, or the status list does not
 * speak of a declaration yet that is in the log already, the audit waits.
 */
public final class JudgeChain implements ConcludeAudit {
  private final ParticipantId me;
  private final SigningKey key;
  private final TrustAnchor anchor;
  private final LogTrust trust;
  private final PublicLog log;
  private final Auditors directory;
  private final Partners partners;
  private final Mandates mandates;
  private final Audits audits;
  private final Notifications notifications;
  private final SignedTokens tokens;
  private final Clock clock;

  public JudgeChain(
      ParticipantId me,
      SigningKey key,
      TrustAnchor anchor,
      LogTrust trust,
      PublicLog log,
      Auditors directory,
      Partners partners,
      Mandates mandates,
      Audits audits,
      Notifications notifications,
      SignedTokens tokens,
      Clock clock) {
    this.me = requireNonNull(me, "me");
    this.key = requireNonNull(key, "key");
    this.anchor = requireNonNull(anchor, "anchor");
    this.trust = requireNonNull(trust, "trust");
    this.log = requireNonNull(log, "log");
    this.directory = requireNonNull(directory, "directory");
    this.partners = requireNonNull(partners, "partners");
    this.mandates = requireNonNull(mandates, "mandates");
    this.audits = requireNonNull(audits, "audits");
    this.notifications = requireNonNull(notifications, "notifications");
    this.tokens = requireNonNull(tokens, "tokens");
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public boolean conclude(Audit audit) {
    List<AuditHop> hops = audits.hops(audit.id());
    AuditHop first =
        hops.stream().filter(hop -> hop.askedThrough().isEmpty()).findFirst().orElseThrow();
    try {
      audits.end(
          audit.id(),
          shown(first).map(declaration -> judged(audit, declaration, first, hops)),
          clock.instant());
    } catch (Registry.RegistryAway | PublicLog.LogAwayException | UntrustedException away) {
      return false;
    }
    tell(audits.find(audit.id()).orElseThrow());
    return true;
  }

  private Audits.Ended judged(
      Audit audit, ShownDeclaration shown, AuditHop first, List<AuditHop> hops) {
    KeptMandate kept = mandates.find(audit.mandateId(), KeptMandate.Side.RECEIVED).orElseThrow();
    Mandate mandate = Mandate.read(kept.token(), tokens).asOptional().orElseThrow(UntoldKey::new);
    Map<DeclarationId, HopAnswer> answers = new LinkedHashMap<>();
    hops.stream()
        .filter(hop -> hop.askedThrough().isPresent())
        .forEach(hop -> answers.put(hop.declaration().orElseThrow(), answer(hop)));
    StatusListToken statuses = StatusListToken.read(log.statusList(), anchor);
    // Whatever entry the checks rest on goes into the evidence, and ours, with which the report is
    // read.
    Looking looking = new Looking();
    looking.note(me);
    hops.forEach(hop -> looking.note(hop.company()));
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    ChainVerdict verdict =
        new ChainVerifier(looking::up, trust, statuses, now)
            .verify(
                new AuditedRoot(
                    audit.company(), audit.product(), audit.period(), keyOf(audit), first.depth()),
                shown,
                answers);
    if (verdict.hops().stream().anyMatch(JudgeChain::isBeyondStatusList)) {
      throw new PublicLog.LogAwayException("the status list does not speak of all entries yet");
    }
    return ended(
        mandate,
        verdict,
        now,
        new Bundle(
            kept.token(),
            keyOf(audit),
            shown,
            answers,
            looking.seen.values().stream().map(DirectoryEntry::jws).toList(),
            statuses.token(),
            stamp()));
  }

  private static boolean isBeyondStatusList(HopVerdict hop) {
    return hop.reason().filter(reason -> reason == Reason.STATUS_UNKNOWN).isPresent();
  }

  private Audits.Ended ended(Mandate mandate, ChainVerdict verdict, Instant now, Bundle evidence) {
    AuditReport report = AuditReport.of(mandate, verdict, now, BundleFile.digestOf(evidence));
    String signed = report.sign(key);
    return new Audits.Ended(
        report.result(),
        report.coverage(),
        signed,
        Optional.of(BundleFile.write(evidence.with(signed))));
  }

  /** The newest stamp by the authority we believe. */
  private Optional<Timestamp> stamp() {
    return trust
        .timestampCertificate()
        .flatMap(
            authority ->
                log.timestamps().stream()
                    .filter(stamp -> stamp.check(authority).asOptional().isPresent())
                    .max(Comparator.comparing(stamp -> stamp.check(authority).orElseThrow())));
  }

  private Fingerprint keyOf(Audit audit) {
    return partners
        .find(audit.company())
        .flatMap(Partner::pinnedKey)
        .map(pinned -> Fingerprint.of(audit.company(), pinned))
        .orElseThrow(() -> new IllegalStateException("a mandate comes from a partner"));
  }

  private HopAnswer answer(AuditHop hop) {
    return switch (hop.state()) {
      case ANSWERED ->
          shown(hop)
              .<HopAnswer>map(HopAnswer.Shown::new)
              .orElseGet(() -> new HopAnswer.Unavailable("the parts of its answer do not fit"));
      case REFUSED -> new HopAnswer.Refused(AuditRefusalReason.valueOf(hop.reason().orElseThrow()));
      case FAILED -> new HopAnswer.Unavailable("could not be asked: " + hop.reason().orElseThrow());
      case NEW, OPENING, ASKED, UNAVAILABLE ->
          new HopAnswer.Unavailable("has not answered in time");
    };
  }

  private Optional<ShownDeclaration> shown(AuditHop hop) {
    return hop.state() == AuditHop.State.ANSWERED
        ? ShownDeclaration.of(audits.parts(hop.requestId())).asOptional()
        : Optional.empty();
  }

  private void tell(Audit done) {
    Told told =
        Told.of(NotificationType.AUDIT_DONE, clock.instant())
            .withPartner(done.company())
            .withProduct(done.product())
            .withFact("auditId", done.id().toString());
    notifications.tell(
        done.result().map(result -> told.withFact("result", result.name())).orElse(told));
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

  /** The company's key cannot be told now, though its mandate was good when it came. */
  private static final class UntoldKey extends PublicLog.LogAwayException {
    UntoldKey() {
      super("the mandate cannot be read now");
    }
  }
}
