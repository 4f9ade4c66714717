package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cfptrace.audit.Endorsement;
import org.cfptrace.audit.Mandate;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.AuditRefusalReason;
import org.cfptrace.envelope.DisclosedBody;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.trade.RequestId;

/**
 * What was shown in an audit, or refused.
 *
 * <p>Of a supplier only the customer is known that has shown its declaration on, as its own terms
 * allow: no request, and no leave.
 *
 * @param number counts up; 0 for one that is not kept yet
 * @param company who was shown it, or was refused; on the auditor's side, who has refused
 * @param declaration which declaration; empty where it could not be told
 * @param claims which claims of it
 * @param leaveKind by what sort of word, as far as that can be told
 * @param leaveId its {@code jti}
 * @param leaveBy who has given it
 * @param through the customer that has shown it; on the supplier's side alone
 * @param supplier who has declared what was shown, where that is a supplier of ours
 */
public record AccessEntry(
    long number,
    Instant at,
    Side side,
    ParticipantId company,
    Optional<RequestId> requestId,
    Optional<DeclarationId> declaration,
    Set<ClaimName> claims,
    Optional<Leave.Kind> leaveKind,
    Optional<String> leaveId,
    Optional<ParticipantId> leaveBy,
    Optional<AuditRefusalReason> refused,
    Optional<ParticipantId> through,
    Optional<Supplier> supplier) {

  /** Whose journal it is. */
  public enum Side {
    /** Shown or refused here. */
    OWNER,
    /** Refused to us. */
    AUDITOR,
    /** Shown by a customer. */
    SUPPLIER
  }

  /**
   * A supplier whose declaration we have shown.
   *
   * @param toldBy the message that tells it; empty where there was no way to it
   */
  public record Supplier(ParticipantId id, Optional<UUID> toldBy) {
    public Supplier {
      requireNonNull(id, "id");
      requireNonNull(toldBy, "toldBy");
    }
  }

  public AccessEntry {
    requireNonNull(at, "at");
    requireNonNull(side, "side");
    requireNonNull(company, "company");
    requireNonNull(requestId, "requestId");
    requireNonNull(declaration, "declaration");
    Set<ClaimName> copy = EnumSet.noneOf(ClaimName.class);
    copy.addAll(claims);
    claims = Collections.unmodifiableSet(copy);
    requireNonNull(leaveKind, "leaveKind");
    requireNonNull(leaveId, "leaveId");
    requireNonNull(leaveBy, "leaveBy");
    requireNonNull(refused, "refused");
    requireNonNull(through, "through");
    requireNonNull(supplier, "supplier");
  }

  /** An auditor was shown these claims of a declaration. */
  public static AccessEntry shown(
      AskedAudit asked,
      DeclarationId declaration,
      Set<ClaimName> claims,
      Optional<Supplier> supplier,
      Instant at) {
    return of(asked, Optional.of(declaration), claims, supplier, at);
  }

  /** A customer has shown an auditor these claims of a declaration of ours. */
  static AccessEntry shownBy(ParticipantId customer, DisclosedBody body, Instant at) {
    return new AccessEntry(
        0,
        at,
        Side.SUPPLIER,
        body.auditor(),
        Optional.empty(),
        Optional.of(body.declarationId()),
        body.claims(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(customer),
        Optional.empty());
  }

  /** An auditor was refused. */
  public static AccessEntry refused(AskedAudit asked, Instant at) {
    return of(asked, asked.declaration(), Set.of(), Optional.empty(), at);
  }

  /** We were refused as an auditor, under a leave that we hold. */
  public static AccessEntry refusedTo(AuditHop hop, AuditRefusalReason reason, Instant at) {
    Optional<Given> leave = Given.to(hop);
    return new AccessEntry(
        0,
        at,
        Side.AUDITOR,
        hop.company(),
        Optional.of(hop.requestId()),
        hop.declaration(),
        Set.of(),
        Optional.of(hop.leaveKind()),
        leave.map(Given::id),
        leave.map(Given::by),
        Optional.of(reason),
        Optional.empty(),
        Optional.empty());
  }

  /** The leave of a hop of ours. */
  private record Given(String id, ParticipantId by) {
    static Optional<Given> to(AuditHop hop) {
      return hop.leaveKind() == Leave.Kind.MANDATE
          ? Mandate.readKept(hop.leave())
              .asOptional()
              .map(mandate -> new Given(mandate.jti(), mandate.issuer()))
          : Endorsement.readKept(hop.leave())
              .asOptional()
              .map(endorsement -> new Given(endorsement.jti(), endorsement.issuer()));
    }
  }

  private static AccessEntry of(
      AskedAudit asked,
      Optional<DeclarationId> declaration,
      Set<ClaimName> claims,
      Optional<Supplier> supplier,
      Instant at) {
    return new AccessEntry(
        0,
        at,
        Side.OWNER,
        asked.auditor(),
        Optional.of(asked.requestId()),
        declaration,
        claims,
        asked.leave().map(Leave::kind),
        asked.leave().map(Leave::id),
        asked.leave().map(Leave::by),
        asked.reason(),
        Optional.empty(),
        supplier);
  }
}
