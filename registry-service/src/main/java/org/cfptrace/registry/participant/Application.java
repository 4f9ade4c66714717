package org.cfptrace.registry.participant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A company's wish to take part, and what an operator made of it. */
public record Application(
    UUID id, Company company, State state, Instant submittedAt, Optional<Decision> decision) {

  /** Where an application stands. */
  public enum State {
    SUBMITTED,
    APPROVED,
    REFUSED
  }

  /**
   * What an operator decided.
   *
   * @param participant the short id given, when approved
   * @param reason why not, when refused
   */
  public record Decision(
      String operator, Instant at, Optional<String> participant, Optional<String> reason) {
    public Decision {
      requireNonNull(operator, "operator");
      requireNonNull(at, "at");
      requireNonNull(participant, "participant");
      requireNonNull(reason, "reason");
    }
  }

  public Application {
    requireNonNull(id, "id");
    requireNonNull(company, "company");
    requireNonNull(state, "state");
    requireNonNull(submittedAt, "submittedAt");
    requireNonNull(decision, "decision");
  }

  public static Application submitted(UUID id, Company company, Instant now) {
    return new Application(id, company, State.SUBMITTED, now, Optional.empty());
  }

  Application approved(String operator, String participant, Instant now) {
    var decision = new Decision(operator, now, Optional.of(participant), Optional.empty());
    return new Application(id, company, State.APPROVED, submittedAt, Optional.of(decision));
  }

  Application refused(String operator, String reason, Instant now) {
    var decision = new Decision(operator, now, Optional.empty(), Optional.of(reason));
    return new Application(id, company, State.REFUSED, submittedAt, Optional.of(decision));
  }
}
