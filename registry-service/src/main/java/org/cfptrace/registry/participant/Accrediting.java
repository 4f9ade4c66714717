package org.cfptrace.registry.participant;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.participant.Accreditation;
import org.cfptrace.registry.participant.AuditTrail.Action;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/**
 * The operator accredits auditors. An accreditation is in the participant's directory entry, so
 * that it is signed, published and entered in the log with it.
 */
public final class Accrediting {
  private final Participants participants;
  private final Accreditations accreditations;
  private final Announcements announcements;
  private final AuditTrail trail;
  private final Clock clock;

  public Accrediting(
      Participants participants,
      Accreditations accreditations,
      Announcements announcements,
      AuditTrail trail,
      Clock clock) {
    this.participants = participants;
    this.accreditations = accreditations;
    this.announcements = announcements;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Replaces what was granted before. One that begins later goes on from the one that runs, as one
   * accreditation: a renewal in good time does not end what it renews.
   */
  public Accreditation grant(String shortId, Accreditation wanted, String operator) {
    Participant participant = existing(shortId);
    Accreditation accreditation =
        running(shortId).map(running -> renewed(running, wanted)).orElse(wanted);
    accreditations.add(shortId, accreditation);
    trail.record(
        operator,
        Action.ACCREDITED,
        shortId,
        Map.of(
            "scope", String.join(" ", accreditation.scope()),
            "from", accreditation.from().toString(),
            "until", accreditation.until().toString()));
    announcements.announce(participant);
    return accreditation;
  }

  /** Ends it now; what was audited before stays good. */
  public Accreditation end(String shortId, String reason, String operator) {
    Participant participant = existing(shortId);
    Instant now = clock.instant();
    Accreditation running =
        accreditations
            .of(shortId)
            .filter(granted -> granted.until().isAfter(now))
            .orElseThrow(() -> new Refused(ProblemCode.WRONG_STATUS, "the participant has none"));
    Instant from = running.from().isBefore(now) ? running.from() : now;
    Accreditation ended = new Accreditation(running.scope(), from, now);
    accreditations.add(shortId, ended);
    trail.record(operator, Action.ACCREDITATION_ENDED, shortId, Map.of("reason", reason));
    announcements.announce(participant);
    return ended;
  }

  private Optional<Accreditation> running(String shortId) {
    Instant now = clock.instant();
    return accreditations
        .of(shortId)
        .filter(granted -> !granted.from().isAfter(now) && granted.until().isAfter(now));
  }

  private Accreditation renewed(Accreditation running, Accreditation wanted) {
    if (!wanted.from().isAfter(clock.instant())) {
      return wanted;
    }
    boolean goesOn =
        !wanted.from().isAfter(running.until()) && wanted.scope().equals(running.scope());
    if (!goesOn) {
      // An entry holds one accreditation: granted today, this one would end the other today.
      throw new Refused(
          ProblemCode.WRONG_STATUS,
          "the running one ends at " + running.until() + ", grant the next one then");
    }
    return new Accreditation(running.scope(), running.from(), wanted.until());
  }

  private Participant existing(String shortId) {
    return participants
        .findToChange(shortId)
        .orElseThrow(() -> new Refused(ProblemCode.NOT_FOUND, "no participant of this id"));
  }
}
