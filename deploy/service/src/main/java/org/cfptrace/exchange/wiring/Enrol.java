package org.cfptrace.exchange.wiring;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.cfptrace.exchange.deliver.Backoff;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.participant.FirstStart;
import org.cfptrace.participant.RegistryRefusedException;

/**
 * Opens the keys, or makes and enrols them. A registry that is not up yet is waited for; one that
 * refuses is not asked again, because a one-time code does not get better with time.
 */
public final class Enrol {
  private static final int SERVER_ERROR = 500;

  private final FirstStart.Settings settings;
  private final Clock clock;
  private final Consumer<String> tell;

  public Enrol(FirstStart.Settings settings, Clock clock, Consumer<String> tell) {
    this.settings = requireNonNull(settings, "settings");
    this.clock = requireNonNull(clock, "clock");
    this.tell = requireNonNull(tell, "tell");
  }

  /**
   * Comes back with the keys.
   *
   * @throws IllegalStateException when the registry refuses, or the files are not as they should be
   */
  public EnrolledParticipant untilAnswered() {
    for (int failures = 1; ; failures++) {
      try {
        return FirstStart.openOrEnrol(settings, clock);
      } catch (RegistryRefusedException refused) {
        if (refused.status() < SERVER_ERROR) {
          throw new IllegalStateException(
              "the registry refuses to enrol this company ("
                  + refused.code()
                  + "): "
                  + refused.getMessage()
                  + "; ask its operator for a new enrolment code",
              refused);
        }
        waitAfter(failures, refused);
      } catch (IllegalStateException failure) {
        if (!(failure.getCause() instanceof IOException)) {
          throw failure;
        }
        waitAfter(failures, failure);
      }
    }
  }

  private void waitAfter(int failures, RuntimeException failure) {
    Duration pause = Backoff.after(failures + 2);
    tell.accept(
        "not enrolled yet: "
            + failure.getMessage()
            + "; trying again in "
            + pause.toSeconds()
            + " s");
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the registry", e);
    }
  }
}
