package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.cfptrace.audit.AttestationWithdrawal;
import org.cfptrace.chain.KeyHistory;
import org.cfptrace.envelope.AttestationWithdrawnBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.KnownEntries;
import org.cfptrace.exchange.receive.Handled;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.receive.Why;
import org.cfptrace.keys.CryptoProviders;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.verify.Reading;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.SignedTokens;
import org.cfptrace.verify.VerifiedMessage;

/**
 * An auditor has taken its word back. Whoever hands that in, the auditor's own signature counts: a
 * word is worth nothing any more from then on, for every company that holds it here.
 */
public final class TakeWithdrawnWords implements MessageHandler {
  private final AttestedDeclarations attested;
  private final KnownEntries known;

  public TakeWithdrawnWords(AttestedDeclarations attested, KnownEntries known) {
    this.attested = requireNonNull(attested, "attested");
    this.known = requireNonNull(known, "known");
  }

  @Override
  public MessageType type() {
    return MessageType.ATTESTATION_WITHDRAWN;
  }

  @Override
  public Set<Way> ways() {
    return Set.of(Way.INBOX);
  }

  @Override
  public Application prepare(VerifiedMessage message) {
    try {
      AttestationWithdrawnBody body = AttestationWithdrawnBody.fromJson(message.body());
      Reading<AttestationWithdrawal> reading =
          AttestationWithdrawal.read(
              body.withdrawal(),
              SignedTokens.ofHistory(new KeyHistory(known::find, CryptoProviders.chosen())));
      return () -> Handled.of(reading, this::withdrawn);
    } catch (MalformedException e) {
      return () -> new Handled.Refused(Why.of(Reason.MALFORMED_BODY, "not a withdrawal"));
    }
  }

  private Handled withdrawn(AttestationWithdrawal withdrawal) {
    attested.withdrawn(withdrawal.issuer(), withdrawal.attestationSha256(), withdrawal.issuedAt());
    return Handled.done();
  }
}
