package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.answer.Refused;

/** Which moves an audit of ours allows now; a refusal names its state and them. */
public final class AuditMoves {
  private final ParticipantId me;
  private final Audits audits;
  private final WithdrawnWords withdrawn;

  public AuditMoves(ParticipantId me, Audits audits, WithdrawnWords withdrawn) {
    this.me = requireNonNull(me, "me");
    this.audits = requireNonNull(audits, "audits");
    this.withdrawn = requireNonNull(withdrawn, "withdrawn");
  }

  /** All that can be done with it now. */
  Set<AuditMove> of(Audit audit) {
    Set<AuditMove> possible = EnumSet.noneOf(AuditMove.class);
    if (audit.state() == Audit.State.RUNNING) {
      possible.add(AuditMove.CONCLUDE);
    }
    if (audit.report().isPresent()
        && audit.attestation().isEmpty()
        && shownByTheCompany(audit).isPresent()) {
      possible.add(AuditMove.ATTEST);
    }
    if (audit.attestation().filter(this::doesStand).isPresent()) {
      possible.add(AuditMove.WITHDRAW_ATTESTATION);
    }
    return possible;
  }

  /** Refuses a move that is not possible now. */
  void refuseUnless(AuditMove move, Audit audit, String detail) {
    if (!of(audit).contains(move)) {
      throw refused(audit, detail);
    }
  }

  /** The refusal of a move that is not possible now. */
  Refused refused(Audit audit, String detail) {
    return Refused.illegalMove(
        detail, audit.state(), of(audit).stream().map(AuditMove::name).toList());
  }

  /** The company's own answer, if it has shown its declaration. */
  Optional<AuditHop> shownByTheCompany(Audit audit) {
    return audits.hops(audit.id()).stream()
        .filter(hop -> hop.askedThrough().isEmpty())
        .findFirst()
        .filter(hop -> hop.state() == AuditHop.State.ANSWERED);
  }

  private boolean doesStand(String word) {
    return withdrawn.of(me, WithdrawAttestation.digestOf(word)).isEmpty();
  }
}
