package org.cfptrace.local.story;

import java.nio.file.Path;

/** The story came to a halt: at which step, for what reason, and whose log tells more. */
public final class StepFailed extends RuntimeException {

  private final String step;
  private final Path log;

  StepFailed(String step, Path log, RuntimeException cause) {
    super(step + ": " + cause.getMessage(), cause);
    this.step = step;
    this.log = log;
  }

  public String step() {
    return step;
  }

  public Path log() {
    return log;
  }
}
