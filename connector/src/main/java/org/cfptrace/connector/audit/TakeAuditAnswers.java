package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.connector.audit.AuditHop.State;
import org.cfptrace.envelope.AuditDisclosureBody;
import org.cfptrace.envelope.AuditRefusalBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.exchange.receive.BodyHandler;
import org.cfptrace.exchange.receive.Handled;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.receive.Why;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.trade.RequestId;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.SignedTokens;
import org.cfptrace.verify.VerifiedMessage;

/**
 * Companies answer what we have asked as their auditor. What they show is kept as it came, to be
 * judged when all is there; here only the way on is taken from it: to which supplier, with which
 * endorsement, by which key.
 */
public final class TakeAuditAnswers {
  private final WayOn wayOn;
  private final Audits audits;
  private final AccessJournal journal;
  private final Most most;
  private final Clock clock;

  public TakeAuditAnswers(
      ParticipantId me,
      SignedTokens tokens,
      Auditors directory,
      Audits audits,
      AccessJournal journal,
      Most most,
      Clock clock) {
    this.wayOn = new WayOn(me, tokens, directory);
    this.audits = requireNonNull(audits, "audits");
    this.journal = requireNonNull(journal, "journal");
    this.most = requireNonNull(most, "most");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * How much is kept, in bytes of JSON: an auditor opens its inbox to companies it has never met.
   *
   * @param ofAnswer of one answer with all its parts
   * @param ofAudit of all answers of one audit, which are judged together
   */
  public record Most(long ofAnswer, long ofAudit) {
    /** What holds outside of tests. */
    public static final Most USUAL = new Most(64L * 1024 * 1024, 256L * 1024 * 1024);
  }

  /** Disclosures over the inbox, refusals over the door as well. */
  public List<MessageHandler> handlers() {
    return List.of(
        new Disclosures(),
        new BodyHandler<>(
            MessageType.AUDIT_REFUSAL,
            Set.of(Way.DOOR, Way.INBOX),
            AuditRefusalBody::fromJson,
            this::refused));
  }

  private final class Disclosures implements MessageHandler {
    @Override
    public MessageType type() {
      return MessageType.AUDIT_DISCLOSURE;
    }

    @Override
    public Set<Way> ways() {
      return Set.of(Way.INBOX);
    }

    @Override
    public Application prepare(VerifiedMessage message) {
      try {
        AuditDisclosureBody part = AuditDisclosureBody.fromJson(message.body());
        List<WayOn.Next> next = wayOn.from(message.issuer(), part);
        return () -> disclosed(message, part, next);
      } catch (MalformedException e) {
        return () ->
            new Handled.Refused(Why.of(Reason.MALFORMED_BODY, "not an answer to an auditor"));
      } catch (WayOn.CannotTell | Registry.RegistryAway away) {
        return () ->
            new Handled.Held(Why.of(Reason.STALE_DIRECTORY, "the registry does not answer"));
      }
    }
  }

  private Handled disclosed(
      VerifiedMessage message, AuditDisclosureBody part, List<WayOn.Next> next) {
    Optional<AuditHop> asked = asked(message, part.requestId());
    if (asked.isEmpty()) {
      return unknown();
    }
    AuditHop hop = asked.get();
    if (hop.state() != State.ASKED || hop.parts().filter(n -> n != part.parts()).isPresent()) {
      return Handled.done();
    }
    Audits.Kept kept = audits.keepPart(part);
    if (kept.bytes() > most.ofAnswer() || kept.bytesOfAudit() > most.ofAudit()) {
      audits.dropParts(hop.requestId());
      audits.save(
          hop.in(State.FAILED, Optional.of("TOO_LARGE"), Optional.empty()), clock.instant());
    } else if (kept.isNew()) {
      AuditHop with = hop.withParts(WayOn.idOf(part.declaration().declaration()), part.parts());
      boolean isWhole = kept.parts() == part.parts();
      audits.save(isWhole ? with.in(State.ANSWERED) : with, hop.waitUntil());
      next.forEach(each -> goOn(with, each));
    }
    return Handled.done();
  }

  /** A supplier that is endorsed by the company that has answered is asked next. */
  private void goOn(AuditHop hop, WayOn.Next next) {
    Instant now = clock.instant();
    AuditHop found =
        hop.next(
            next.supplier(),
            next.declaration(),
            next.key(),
            next.token(),
            next.depth(),
            next.until().orElse(hop.leaveUntil()),
            now);
    // However deep they say it goes, it ends.
    if (next.fault().isEmpty() && next.depth() < hop.depth()) {
      goTo(found, now);
    } else {
      String why = next.fault().orElse("BEYOND_DEPTH");
      audits.add(found.in(State.NOT_ASKED, Optional.of(why), Optional.empty()), now);
    }
  }

  /**
   * Whichever way to a declaration is found first, the one by which the chain goes deeper counts:
   * so the outcome does not hang on who answers first.
   */
  private void goTo(AuditHop found, Instant now) {
    Optional<AuditHop> known = audits.hopOf(found.audit(), found.declaration().orElseThrow());
    if (known.isEmpty()) {
      audits.add(found, now);
    } else if (isBetter(found, known.get())) {
      audits
          .hopForChange(known.get().requestId())
          .filter(before -> isBetter(found, before))
          .ifPresent(
              before -> {
                audits.save(before.in(State.REPLACED), now);
                audits.add(found, now);
              });
    }
  }

  private static boolean isBetter(AuditHop found, AuditHop before) {
    return before.state().canBeAskedAnew()
        && before.askedThrough().isPresent()
        && (before.depth() < found.depth() || before.state() == State.NOT_ASKED);
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

  private Optional<AuditHop> asked(VerifiedMessage message, RequestId requestId) {
    return audits.hopForChange(requestId).filter(hop -> hop.company().equals(message.issuer()));
  }

  private static Handled unknown() {
    return new Handled.Refused(
        Why.of(Why.Trouble.UNKNOWN_REQUEST, "we have not asked the sender for that"));
  }
}
