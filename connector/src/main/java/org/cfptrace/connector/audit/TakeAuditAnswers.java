package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.audit.Endorsement;
import org.cfptrace.connector.audit.AuditHop.State;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.AuditDisclosureBody;
import org.cfptrace.envelope.AuditRefusalBody;
import org.cfptrace.envelope.AuditedInput;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.receive.BodyHandler;
import org.cfptrace.exchange.receive.Handled;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.receive.Why;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.verify.SignedTokens;
import org.cfptrace.verify.VerifiedMessage;

/**
 * Companies answer what we have asked as their auditor. What they show is kept as it came, to be
 * judged when all is there; here only the way on is taken from it: to which supplier, with which
 * endorsement, by which key.
 */
public final class TakeAuditAnswers {
  private final ParticipantId me;
  private final SignedTokens tokens;
  private final Audits audits;
  private final AccessJournal journal;
  private final Clock clock;

  public TakeAuditAnswers(
      ParticipantId me, SignedTokens tokens, Audits audits, AccessJournal journal, Clock clock) {
    this.me = requireNonNull(me, "me");
    this.tokens = requireNonNull(tokens, "tokens");
    this.audits = requireNonNull(audits, "audits");
    this.journal = requireNonNull(journal, "journal");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Disclosures over the inbox, refusals over the door as well. */
  public List<MessageHandler> handlers() {
    return List.of(
        new BodyHandler<>(
            MessageType.AUDIT_DISCLOSURE, AuditDisclosureBody::fromJson, this::disclosed),
        new BodyHandler<>(
            MessageType.AUDIT_REFUSAL,
            Set.of(Way.DOOR, Way.INBOX),
            AuditRefusalBody::fromJson,
            this::refused));
  }

  private Handled disclosed(VerifiedMessage message, AuditDisclosureBody part) {
    Optional<AuditHop> asked = asked(message, part.requestId());
    if (asked.isEmpty()) {
      return unknown();
    }
    AuditHop hop = asked.get();
    if (hop.state() != State.ASKED || hop.parts().filter(n -> n != part.parts()).isPresent()) {
      return Handled.done();
    }
    audits.keepPart(part);
    AuditHop with = hop.withParts(idOf(part.declaration().declaration()), part.parts());
    List<AuditDisclosureBody> parts = audits.parts(hop.requestId());
    if (parts.size() < part.parts()) {
      audits.save(with, hop.leaveUntil());
    } else {
      audits.save(with.in(State.ANSWERED), clock.instant());
      parts.forEach(each -> each.inputs().forEach(input -> goOn(with, input)));
    }
    return Handled.done();
  }

  /** A supplier that is endorsed by the company that has answered is asked next. */
  private void goOn(AuditHop hop, AuditedInput input) {
    input
        .endorsement()
        .flatMap(token -> Endorsement.read(token, tokens).asOptional())
        .filter(endorsement -> leadsOn(endorsement, hop, input))
        .ifPresent(
            endorsement ->
                audits.add(
                    hop.next(
                        endorsement.supplier(),
                        endorsement.declarationId(),
                        new Fingerprint(input.supplierKey()),
                        input.endorsement().orElseThrow(),
                        endorsement.depth(),
                        endorsement.expiresAt()),
                    clock.instant()));
  }

  private boolean leadsOn(Endorsement endorsement, AuditHop hop, AuditedInput input) {
    return endorsement.issuer().equals(hop.company())
        && endorsement.auditor().equals(me)
        && !endorsement.supplier().equals(me)
        // However deep they say it goes, it ends.
        && endorsement.depth() < hop.depth()
        && endorsement.declarationId().equals(idOf(input.declaration()));
  }

  private Handled refused(VerifiedMessage message, AuditRefusalBody body) {
    Optional<AuditHop> asked = asked(message, body.requestId());
    if (asked.isEmpty()) {
      return unknown();
    }
    // One that comes too late is noted as well, though nobody waits for it any more.
    if (asked.get().state() == State.ASKED || asked.get().state() == State.UNAVAILABLE) {
      audits.save(
          asked.get().in(State.REFUSED, Optional.of(body.reason().name()), body.message()),
          clock.instant());
      journal.add(AccessEntry.refusedTo(asked.get(), body.reason(), clock.instant()));
    }
    return Handled.done();
  }

  private Optional<AuditHop> asked(
      VerifiedMessage message, org.cfptrace.trade.RequestId requestId) {
    return audits.hopForChange(requestId).filter(hop -> hop.company().equals(message.issuer()));
  }

  private static Handled unknown() {
    return new Handled.Refused(
        Why.of(Why.Trouble.UNKNOWN_REQUEST, "we have not asked the sender for that"));
  }

  private static DeclarationId idOf(String token) {
    String jws = token.split("~", -1)[0];
    String input = jws.contains(".") ? jws.substring(0, jws.lastIndexOf('.')) : jws;
    return DeclarationId.ofSigningInput(input.getBytes(StandardCharsets.US_ASCII));
  }
}
