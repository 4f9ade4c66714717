package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.audit.AttestationWithdrawal;
import org.cfptrace.envelope.AttestationWithdrawnBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.partner.TellOwed;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Sha256;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.strict.Base64Url;

/**
 * The auditor takes its word back, for a reason that it signs. Also when it is accredited no more:
 * nobody should be kept from saying that a word of theirs does not hold.
 */
public final class WithdrawAttestation {
  private static final String NOTHING_STANDS =
      "there is no attestation of this audit that still stands";

  private final ParticipantId me;
  private final SigningKey key;
  private final Audits audits;
  private final AuditMoves moves;
  private final WithdrawnWords withdrawn;
  private final TellOwed tellOwed;
  private final Clock clock;

  public WithdrawAttestation(
      ParticipantId me,
      SigningKey key,
      Audits audits,
      AuditMoves moves,
      WithdrawnWords withdrawn,
      TellOwed tellOwed,
      Clock clock) {
    this.me = requireNonNull(me, "me");
    this.key = requireNonNull(key, "key");
    this.audits = requireNonNull(audits, "audits");
    this.moves = requireNonNull(moves, "moves");
    this.withdrawn = requireNonNull(withdrawn, "withdrawn");
    this.tellOwed = requireNonNull(tellOwed, "tellOwed");
    this.clock = requireNonNull(clock, "clock");
  }

  /** A person here signs and sends it. */
  public Audit withdraw(UUID auditId, String reason) {
    Audit audit =
        audits.findForChange(auditId).orElseThrow(() -> Refused.notFound("audit", auditId));
    moves.refuseUnless(AuditMove.WITHDRAW_ATTESTATION, audit, NOTHING_STANDS);
    String word = audit.attestation().orElseThrow();
    AttestationWithdrawal withdrawal =
        new AttestationWithdrawal(
            me,
            audit.company(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            digestOf(word),
            reason);
    String token = withdrawal.sign(key);
    if (!withdrawn.keep(withdrawal, token, clock.instant())) {
      throw moves.refused(audit, NOTHING_STANDS);
    }
    tellOwed.tellOrLetWait(
        audit.company(),
        Optional.empty(),
        MessageType.ATTESTATION_WITHDRAWN,
        new AttestationWithdrawnBody(token).toJson());
    return audit;
  }

  /** What a withdrawal names a word by. */
  static String digestOf(String word) {
    return Base64Url.encode(Sha256.of(word.getBytes(StandardCharsets.US_ASCII)));
  }
}
