package org.cfptrace.registry.participant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.DirectoryStatus;

/**
 * An approved company.
 *
 * @param application the application it came from
 * @param lastKeyNumber the number of its newest key pair; 0 before the first enrolment
 * @param sequence counts what the directory has said about it
 * @param changedAt when the directory last had something new to say
 * @param suspension why it is suspended, while it is
 */
public record Participant(
    ParticipantId id,
    UUID application,
    Company company,
    Instant admittedAt,
    int lastKeyNumber,
    long sequence,
    Instant changedAt,
    Optional<String> suspension) {
  public Participant {
    requireNonNull(id, "id");
    requireNonNull(application, "application");
    requireNonNull(company, "company");
    requireNonNull(admittedAt, "admittedAt");
    requireNonNull(changedAt, "changedAt");
    requireNonNull(suspension, "suspension");
  }

  public static Participant admitted(ParticipantId id, Application application, Instant now) {
    return new Participant(
        id, application.id(), application.company(), now, 0, 0, now, Optional.empty());
  }

  public DirectoryStatus status() {
    if (suspension.isPresent()) {
      return DirectoryStatus.SUSPENDED;
    }
    return lastKeyNumber == 0 ? DirectoryStatus.ADMITTED : DirectoryStatus.ACTIVE;
  }

  public Participant suspended(String reason) {
    return with(lastKeyNumber, sequence, changedAt, Optional.of(reason));
  }

  public Participant restored() {
    return with(lastKeyNumber, sequence, changedAt, Optional.empty());
  }

  public Participant withNextKeyNumber() {
    return with(lastKeyNumber + 1, sequence, changedAt, suspension);
  }

  /** As it is to be announced at {@code now}. */
  public Participant announcedAt(Instant now) {
    return with(lastKeyNumber, sequence + 1, now, suspension);
  }

  /** The name under which key pair {@code number} is known to the broker. */
  public String principal(int number) {
    return id.shortId() + "." + number;
  }

  private Participant with(
      int newKeyNumber, long newSequence, Instant newChange, Optional<String> newSuspension) {
    return new Participant(
        id, application, company, admittedAt, newKeyNumber, newSequence, newChange, newSuspension);
  }
}
