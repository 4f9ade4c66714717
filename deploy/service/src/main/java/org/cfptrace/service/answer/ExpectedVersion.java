package org.cfptrace.service.answer;

/** The version of a thing that a write means to replace. */
public record ExpectedVersion(long number) {
  /** Refuses the write if the thing is at another version by now. */
  public void refuseUnlessNow(long present) {
    if (present != number) {
      throw new Refused(
          ProblemCode.VERSION_OUTDATED,
          "you change version " + number + ", by now it is version " + present);
    }
  }
}
