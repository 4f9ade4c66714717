package org.cfptrace.registry.broker;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.registry.participant.AuditTrail;
import org.cfptrace.registry.participant.AuditTrail.Action;
import org.cfptrace.registry.participant.Participant;
import org.cfptrace.registry.participant.Participants;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/** An owner says, by its own signed call, who may write to its inbox. */
public final class Partnering {
  private final Participants participants;
  private final AcceptedPartners partners;
  private final BrokerWork work;
  private final AuditTrail trail;
  private final Clock clock;

  public Partnering(
      Participants participants,
      AcceptedPartners partners,
      BrokerWork work,
      AuditTrail trail,
      Clock clock) {
    this.participants = participants;
    this.partners = partners;
    this.work = work;
    this.trail = trail;
    this.clock = clock;
  }

  /** Doing it again changes nothing. */
  public void accept(String owner, String partner) {
    requireActive(owner);
    existing(partner);
    if (owner.equals(partner)) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "nobody is its own partner");
    }
    if (partners.accept(owner, partner, clock.instant())) {
      trail.record(owner, Action.PARTNER_ACCEPTED, owner, Map.of("partner", partner));
      work.add(partner);
    }
  }

  /** Doing it again changes nothing. */
  public void withdraw(String owner, String partner) {
    existing(owner);
    if (partners.withdraw(owner, partner)) {
      trail.record(owner, Action.PARTNER_WITHDRAWN, owner, Map.of("partner", partner));
      work.add(partner);
    }
  }

  public List<String> of(String owner) {
    return partners.of(owner);
  }

  private void requireActive(String owner) {
    if (existing(owner).status() != DirectoryStatus.ACTIVE) {
      throw new Refused(ProblemCode.WRONG_STATUS, "the participant is not active");
    }
  }

  private Participant existing(String shortId) {
    return participants
        .find(shortId)
        .orElseThrow(() -> new Refused(ProblemCode.NOT_FOUND, "no participant of this id"));
  }
}
