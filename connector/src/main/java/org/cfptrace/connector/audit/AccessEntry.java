package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.AuditRefusalReason;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.trade.RequestId;

/**
 * What was shown in an audit, or refused.
 *
 * @param number counts up; 0 for one that is not kept yet
 * @param company who was shown it, or was refused; on the auditor's side, who has refused
 * @param declaration which declaration; empty where it could not be told
 * @param claims which claims of it
 * @param leaveKind by what sort of word, as far as that can be told
 * @param leaveId its {@code jti}
 * @param leaveBy who has given it
 */
public record AccessEntry(
    long number,
    Instant at,
    Side side,
    ParticipantId company,
    RequestId requestId,
    Optional<DeclarationId> declaration,
    Set<ClaimName> claims,
    Optional<Leave.Kind> leaveKind,
    Optional<String> leaveId,
    Optional<ParticipantId> leaveBy,
    Optional<AuditRefusalReason> refused) {

  /** Whose journal it is. */
  public enum Side {
    OWNER,
    AUDITOR
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
  }

  /** An auditor was shown these claims of a declaration. */
  public static AccessEntry shown(
      AskedAudit asked, DeclarationId declaration, Set<ClaimName> claims, Instant at) {
    return of(asked, Optional.of(declaration), claims, at);
  }

  /** An auditor was refused. */
  public static AccessEntry refused(AskedAudit asked, Instant at) {
    return of(asked, asked.declaration(), Set.of(), at);
  }

  /** We were refused as an auditor, under a leave that we hold. */
  public static AccessEntry refusedTo(AuditHop hop, AuditRefusalReason reason, Instant at) {
    JsonNode leave = StrictJson.parse(Base64Url.decode(hop.leave().split("\\.", -1)[1]));
    return new AccessEntry(
        0,
        at,
        Side.AUDITOR,
        hop.company(),
        hop.requestId(),
        hop.declaration(),
        Set.of(),
        Optional.of(hop.leaveKind()),
        Optional.of(leave.path("jti").textValue()),
        Optional.of(new ParticipantId(leave.path("iss").textValue())),
        Optional.of(reason));
  }

  private static AccessEntry of(
      AskedAudit asked, Optional<DeclarationId> declaration, Set<ClaimName> claims, Instant at) {
    return new AccessEntry(
        0,
        at,
        Side.OWNER,
        asked.auditor(),
        asked.requestId(),
        declaration,
        claims,
        asked.leave().map(Leave::kind),
        asked.leave().map(Leave::id),
        asked.leave().map(Leave::by),
        asked.reason());
  }
}
