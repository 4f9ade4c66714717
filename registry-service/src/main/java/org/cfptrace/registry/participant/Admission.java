package org.cfptrace.registry.participant;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.registry.participant.AuditTrail.Action;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/** How a company becomes a participant: it applies, an operator approves or refuses. */
public final class Admission {
  private static final int SHORT_ID_LENGTH = 16;
  private static final String ANYBODY = "anonymous";

  private final Applications applications;
  private final Participants participants;
  private final EnrolmentCode.Desk codes;
  private final Announcements announcements;
  private final AuditTrail trail;
  private final Clock clock;
  private final String domain;

  public Admission(
      Applications applications,
      Participants participants,
      EnrolmentCode.Desk codes,
      Announcements announcements,
      AuditTrail trail,
      Clock clock,
      String domain) {
    this.applications = applications;
    this.participants = participants;
    this.codes = codes;
    this.announcements = announcements;
    this.trail = trail;
    this.clock = clock;
    this.domain = domain;
  }

  /** What an approval leads to: a name and the code to enrol with. */
  public record Approval(ParticipantId participant, EnrolmentCode code) {
    public Approval {
      requireNonNull(participant, "participant");
      requireNonNull(code, "code");
    }
  }

  public Application apply(Company company) {
    var application = Application.submitted(UUID.randomUUID(), company, clock.instant());
    applications.add(application);
    trail.record(ANYBODY, Action.APPLICATION_SUBMITTED, application.id().toString(), Map.of());
    return application;
  }

  public Approval approve(UUID id, String operator) {
    var application = undecided(id);
    var company = application.company();
    if (participants.holds(company.corporateNumber(), company.lei())) {
      throw new Refused(
          ProblemCode.ALREADY_A_PARTICIPANT,
          "a participant with this corporate number or LEI exists");
    }
    var now = clock.instant();
    var shortId = SecretText.random(SHORT_ID_LENGTH);
    var participant = Participant.admitted(ParticipantId.of(domain, shortId), application, now);
    participants.add(participant);
    applications.change(application.approved(operator, shortId, now));
    var code = codes.issue(shortId);
    trail.record(
        operator, Action.APPLICATION_APPROVED, id.toString(), Map.of("participant", shortId));
    announcements.announce(participant);
    return new Approval(participant.id(), code);
  }

  public Application refuse(UUID id, String reason, String operator) {
    var refused = undecided(id).refused(operator, reason, clock.instant());
    applications.change(refused);
    trail.record(operator, Action.APPLICATION_REFUSED, id.toString(), Map.of("reason", reason));
    return refused;
  }

  /** A new one-time code for a company whose code was lost or has expired. */
  public Approval newCode(String shortId, String operator) {
    var participant = existing(shortId);
    if (participant.suspension().isPresent()) {
      throw new Refused(ProblemCode.WRONG_STATUS, "the participant is suspended");
    }
    var code = codes.issue(shortId);
    trail.record(operator, Action.ENROLMENT_CODE_ISSUED, shortId, Map.of());
    return new Approval(participant.id(), code);
  }

  public Participant suspend(String shortId, String reason, String operator) {
    var participant = existing(shortId);
    if (participant.suspension().isPresent()) {
      throw new Refused(ProblemCode.WRONG_STATUS, "the participant is suspended already");
    }
    trail.record(operator, Action.PARTICIPANT_SUSPENDED, shortId, Map.of("reason", reason));
    return announcements.announce(participant.suspended(reason));
  }

  public Participant restore(String shortId, String reason, String operator) {
    var participant = existing(shortId);
    if (participant.suspension().isEmpty()) {
      throw new Refused(ProblemCode.WRONG_STATUS, "the participant is not suspended");
    }
    trail.record(operator, Action.SUSPENSION_LIFTED, shortId, Map.of("reason", reason));
    return announcements.announce(participant.restored());
  }

  private Participant existing(String shortId) {
    return participants
        .findToChange(shortId)
        .orElseThrow(() -> new Refused(ProblemCode.NOT_FOUND, "no participant of this id"));
  }

  private Application undecided(UUID id) {
    var application =
        applications
            .findToChange(id)
            .orElseThrow(() -> new Refused(ProblemCode.NOT_FOUND, "no application of this id"));
    if (application.state() != Application.State.SUBMITTED) {
      throw new Refused(
          ProblemCode.ALREADY_DECIDED, "the application is " + application.state() + " already");
    }
    return application;
  }
}
