package org.cfptrace.registry.participant;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/**
 * A code that lets one company enrol its keys once. The operator hands it over outside this system
 * (by letter, in person); we keep its digest alone.
 */
public record EnrolmentCode(String text, Instant expiresAt) {
  private static final int LENGTH = 32;

  public EnrolmentCode {
    requireNonNull(text, "text");
    requireNonNull(expiresAt, "expiresAt");
  }

  @Override
  public String toString() {
    return "EnrolmentCode";
  }

  /** Makes and checks codes. */
  public static final class Desk {
    private final EnrolmentCodes codes;
    private final Clock clock;
    private final Duration lifetime;

    public Desk(EnrolmentCodes codes, Clock clock, Duration lifetime) {
      this.codes = codes;
      this.clock = clock;
      this.lifetime = lifetime;
    }

    EnrolmentCode issue(String shortId) {
      var code = new EnrolmentCode(SecretText.random(LENGTH), clock.instant().plus(lifetime));
      codes.replace(
          new EnrolmentCodes.Kept(
              SecretText.digest(code.text), shortId, code.expiresAt, Optional.empty()));
      return code;
    }

    /** Refuses a code that is not good for this participant now. */
    public void require(String shortId, String text) {
      var kept =
          codes
              .findToUse(shortId, SecretText.digest(text))
              .orElseThrow(
                  () ->
                      new Refused(
                          ProblemCode.ENROLMENT_CODE_INVALID,
                          "expected the newest code the operator gave to this participant"));
      if (kept.usedAt().isPresent()) {
        throw new Refused(
            ProblemCode.ENROLMENT_CODE_USED,
            "keys were enrolled with it at " + kept.usedAt().get());
      }
      if (!kept.expiresAt().isAfter(clock.instant())) {
        throw new Refused(
            ProblemCode.ENROLMENT_CODE_EXPIRED,
            "it was good until " + kept.expiresAt() + "; ask the operator for a new one");
      }
    }

    /** From now on the code is good for nothing. */
    public void use(String text) {
      codes.markUsed(SecretText.digest(text), clock.instant());
    }
  }
}
