package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.cfptrace.audit.Endorsement;
import org.cfptrace.audit.Mandate;
import org.cfptrace.connector.audit.Judgement.Denied;
import org.cfptrace.connector.audit.Judgement.Granted;
import org.cfptrace.connector.audit.Judgement.Unsure;
import org.cfptrace.connector.declare.IssuedDeclaration;
import org.cfptrace.connector.declare.IssuedDeclarations;
import org.cfptrace.envelope.AuditRefusalReason;
import org.cfptrace.envelope.AuditRequestBody;
import org.cfptrace.exchange.partner.InboxAccess;
import org.cfptrace.exchange.partner.Introduction;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.PartnerState;
import org.cfptrace.exchange.partner.Partners;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.verify.SignedTokens;
import org.cfptrace.verify.VerifiedMessage;

/**
 * Whether an auditor's leave is good, and for which declaration. A mandate is one that we have
 * issued ourselves, an endorsement one by a customer we trust, for a declaration that this very
 * customer holds. In doubt the answer is no.
 */
public final class JudgeLeave {
  private final ParticipantId me;
  private final Mandates mandates;
  private final IssuedDeclarations issued;
  private final Partners partners;
  private final Auditors auditors;
  private final SignedTokens tokens;
  private final Clock clock;

  public JudgeLeave(
      ParticipantId me,
      Mandates mandates,
      IssuedDeclarations issued,
      Partners partners,
      Auditors auditors,
      SignedTokens tokens,
      Clock clock) {
    this.me = requireNonNull(me, "me");
    this.mandates = requireNonNull(mandates, "mandates");
    this.issued = requireNonNull(issued, "issued");
    this.partners = requireNonNull(partners, "partners");
    this.auditors = requireNonNull(auditors, "auditors");
    this.tokens = requireNonNull(tokens, "tokens");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Judges what an auditor has sent. */
  public Judgement judge(VerifiedMessage message, AuditRequestBody body) {
    try {
      Judgement judgement =
          body.mandate()
              .map(token -> byMandate(token, message))
              .orElseGet(() -> byEndorsement(body.endorsement().orElseThrow(), message));
      return judgement.fold(
          granted -> accredited(granted, message), denied -> denied, unsure -> unsure);
    } catch (Registry.RegistryAway away) {
      return new Unsure();
    }
  }

  /**
   * Whether a leave that was good is good still: in time, not withdrawn, given by a company we
   * still trust, for an auditor that is still accredited and has the same key. A person may have
   * thought about it for weeks.
   *
   * @throws Registry.RegistryAway when that cannot be said now
   */
  public Optional<AuditRefusalReason> lostBy(AskedAudit request) {
    Leave leave = request.leave().orElseThrow();
    ParticipantId auditor = request.auditor();
    if (!clock.instant().isBefore(leave.until())) {
      return Optional.of(AuditRefusalReason.MANDATE_EXPIRED);
    }
    if (!isInForce(leave) || !isWelcome(leave, auditor)) {
      return Optional.of(AuditRefusalReason.NO_MANDATE);
    }
    Optional<DirectoryEntry> entry = auditors.entry(auditor);
    if (entry.filter(known -> meant(leave, auditor).vouchesFor(known)).isEmpty()) {
      return Optional.of(AuditRefusalReason.NO_MANDATE);
    }
    return entry.filter(auditors::isAccredited).isPresent()
        ? Optional.empty()
        : Optional.of(AuditRefusalReason.NOT_ACCREDITED);
  }

  /**
   * Whether those concerned are still on good terms with us. An auditor of our own choice is a
   * partner; one that a trusted customer sends may be nobody to us, but not somebody with whom we
   * have broken.
   */
  private boolean isWelcome(Leave leave, ParticipantId auditor) {
    return leave.kind() == Leave.Kind.MANDATE
        ? isTrusted(auditor)
        : isTrusted(leave.by())
            && partners
                .find(auditor)
                .filter(partner -> partner.state() == PartnerState.REFUSED)
                .isEmpty();
  }

  private boolean isTrusted(ParticipantId company) {
    return partners.find(company).filter(Partner::isTrusted).isPresent();
  }

  private boolean isInForce(Leave leave) {
    if (leave.kind() == Leave.Kind.ENDORSEMENT) {
      return true;
    }
    return mandates
        .find(KeptMandate.idOf(leave.id()), KeptMandate.Side.ISSUED)
        .filter(mandate -> mandate.withdrawnAt().isEmpty())
        .isPresent();
  }

  private Judgement byMandate(String token, VerifiedMessage message) {
    Optional<KeptMandate> ours = mandates.issued(token);
    if (ours.isEmpty()) {
      return notOurs(token);
    }
    KeptMandate kept = ours.get();
    // Known by its exact text, so it is only taken apart.
    Mandate mandate = Mandate.readKept(token).asOptional().orElseThrow();
    Leave leave =
        new Leave(
            Leave.Kind.MANDATE,
            mandate.jti(),
            me,
            mandate.auditorKey(),
            mandate.depth(),
            mandate.expiresAt());
    if (!mandate.auditor().equals(message.issuer())
        || kept.withdrawnAt().isPresent()
        || !isWelcome(leave, message.issuer())) {
      return denied(AuditRefusalReason.NO_MANDATE, leave);
    }
    if (mandate.isExpiredAt(clock.instant())) {
      return denied(AuditRefusalReason.MANDATE_EXPIRED, leave);
    }
    return ofProduct(mandate, leave);
  }

  /** A mandate of another company is a leave for that company, not for those behind it. */
  private Judgement notOurs(String token) {
    return Mandate.read(token, tokens)
        .fold(
            accepted ->
                nothing(
                    accepted.value().issuer().equals(me)
                        ? AuditRefusalReason.NO_MANDATE
                        : AuditRefusalReason.BEYOND_DEPTH),
            held -> new Unsure(),
            refused -> nothing(AuditRefusalReason.NO_MANDATE));
  }

  private Judgement ofProduct(Mandate mandate, Leave leave) {
    List<IssuedDeclaration> statements = issued.standing(mandate.product(), me);
    Optional<IssuedDeclaration> meant =
        statements.stream()
            .filter(statement -> statement.period().period().equals(mandate.period()))
            .findFirst();
    return meant
        .<Judgement>map(statement -> new Granted(leave, statement.id()))
        .orElseGet(
            () ->
                denied(
                    statements.isEmpty()
                        ? AuditRefusalReason.NOT_HELD
                        : AuditRefusalReason.OTHER_PRODUCT,
                    leave));
  }

  private Judgement byEndorsement(String token, VerifiedMessage message) {
    return Endorsement.read(token, tokens)
        .fold(
            accepted -> endorsed(accepted.value(), message),
            held -> new Unsure(),
            refused -> nothing(AuditRefusalReason.NO_MANDATE));
  }

  private Judgement endorsed(Endorsement endorsement, VerifiedMessage message) {
    Leave leave =
        new Leave(
            Leave.Kind.ENDORSEMENT,
            endorsement.jti(),
            endorsement.issuer(),
            endorsement.auditorKey(),
            endorsement.depth(),
            endorsement.expiresAt());
    Optional<IssuedDeclaration> declared = issued.find(endorsement.declarationId());
    return lackOf(endorsement, leave, message.issuer(), declared)
        .<Judgement>map(
            reason -> new Denied(reason, Optional.of(leave), declared.map(IssuedDeclaration::id)))
        .orElseGet(() -> new Granted(leave, endorsement.declarationId()));
  }

  /** Why an endorsement is none for this auditor; which of ours it names is noted all the same. */
  private Optional<AuditRefusalReason> lackOf(
      Endorsement endorsement,
      Leave leave,
      ParticipantId auditor,
      Optional<IssuedDeclaration> declared) {
    if (!endorsement.supplier().equals(me)) {
      return Optional.of(AuditRefusalReason.BEYOND_DEPTH);
    }
    if (!isWelcome(leave, auditor) || !endorsement.auditor().equals(auditor)) {
      return Optional.of(AuditRefusalReason.NO_MANDATE);
    }
    if (endorsement.isExpiredAt(clock.instant())) {
      return Optional.of(AuditRefusalReason.MANDATE_EXPIRED);
    }
    if (declared.isEmpty()) {
      return Optional.of(AuditRefusalReason.NOT_HELD);
    }
    return declared.get().recipient().equals(endorsement.issuer())
        ? Optional.empty()
        : Optional.of(AuditRefusalReason.OTHER_PRODUCT);
  }

  /** Whoever was meant by the leave has signed the request, and is accredited now. */
  private Judgement accredited(Granted granted, VerifiedMessage message) {
    Optional<DirectoryEntry> entry = auditors.entry(message.issuer());
    Introduction meant = meant(granted.leave(), message.issuer());
    if (entry.filter(known -> meant.vouchesFor(message.signedBy(), known)).isEmpty()) {
      return denied(AuditRefusalReason.NO_MANDATE, granted);
    }
    return entry.filter(auditors::isAccredited).isPresent()
        ? granted
        : denied(AuditRefusalReason.NOT_ACCREDITED, granted);
  }

  /** Whom the leave was given for, by the key that whoever gave it knows. */
  private static Introduction meant(Leave leave, ParticipantId auditor) {
    return new Introduction(
        auditor,
        Introduction.Purpose.ASKS_US,
        leave.auditorKey(),
        leave.by(),
        leave.until(),
        InboxAccess.CLOSED);
  }

  private static Denied nothing(AuditRefusalReason reason) {
    return new Denied(reason, Optional.empty(), Optional.empty());
  }

  private static Denied denied(AuditRefusalReason reason, Leave leave) {
    return new Denied(reason, Optional.of(leave), Optional.empty());
  }

  private static Denied denied(AuditRefusalReason reason, Granted granted) {
    return new Denied(reason, Optional.of(granted.leave()), Optional.of(granted.declaration()));
  }
}
