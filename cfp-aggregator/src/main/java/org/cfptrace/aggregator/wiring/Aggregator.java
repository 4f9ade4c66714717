package org.cfptrace.aggregator.wiring;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.time.Clock;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.participant.FirstStart;
import org.cfptrace.participant.RegistryRefusedException;
import org.cfptrace.participant.UntrustedException;

/**
 * Where the aggregator starts. Its keys and its enrolment come first, because its channels to the
 * broker open in its own name.
 */
@QuarkusMain
public final class Aggregator {
  private static final int CANNOT_START = 78;

  private Aggregator() {}

  /** Exits with 78 and one readable line when it cannot be enrolled or its keys not be opened. */
  public static void main(String... arguments) {
    try {
      enrol(Environment.ofProcess());
    } catch (IllegalStateException
        | IllegalArgumentException
        | RegistryRefusedException
        | UntrustedException e) {
      System.err.println("aggregator cannot start: " + e.getMessage());
      System.exit(CANNOT_START);
    }
    Quarkus.run(arguments);
  }

  private static void enrol(Environment environment) {
    ProductionSecrets.refuseDevelopmentSecrets(environment);
    FirstStart.Settings settings = Start.settings(environment);
    connectAs(FirstStart.openOrEnrol(settings, Clock.systemUTC()), settings.password());
  }

  private static void connectAs(EnrolledParticipant me, char[] password) {
    me.kafkaSecurity(password).forEach((key, value) -> System.setProperty("kafka." + key, value));
    System.setProperty("cfptrace.participant.short-id", me.id().shortId());
  }
}
