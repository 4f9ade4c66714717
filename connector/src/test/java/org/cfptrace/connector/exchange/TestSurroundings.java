package org.cfptrace.connector.exchange;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.connector.partner.Registry;
import org.cfptrace.connector.wiring.CrashPoint;
import org.cfptrace.connector.wiring.CrashPoints;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.participant.ParticipantKeys;

/**
 * What the running service meets in a test: a data space in memory in which it is admitted, and
 * crash points that a test can make deadly.
 */
@Mock
@ApplicationScoped
public class TestSurroundings {
  /** The short id of the company under test. */
  public static final String SHORT_ID = "tttttttttttttttt";

  /** The data space; other companies of a test are admitted to it as well. */
  public static final DataSpace SPACE = new DataSpace(Clock.systemUTC());

  private static final ParticipantKeys KEYS = ParticipantKeys.make();
  private static final ParticipantId ID =
      SPACE.admit(SHORT_ID, "Test Company", KEYS, "SUPPLIER", "MANUFACTURER");
  private static final DeadlyPoints POINTS = new DeadlyPoints();

  /** The crash points of the running service. */
  public static DeadlyPoints points() {
    return POINTS;
  }

  @Produces
  @Singleton
  EnrolledParticipant me() {
    return new EnrolledParticipant(
        ID, SHORT_ID + ".1", KEYS, SPACE.anchor(), Path.of("unused"), Path.of("unused"));
  }

  @Produces
  @Singleton
  Registry registry() {
    return SPACE.registryFor(ID);
  }

  @Produces
  @Singleton
  CrashPoints crashPoints() {
    return POINTS;
  }

  /** Dies at one point when told so, once. */
  public static final class DeadlyPoints implements CrashPoints {
    private final Set<CrashPoint> reached = EnumSet.noneOf(CrashPoint.class);
    private Optional<CrashPoint> deadly = Optional.empty();

    /** The next time the code comes to this point it dies. */
    public synchronized void dieAt(CrashPoint point) {
      deadly = Optional.of(point);
    }

    /** Where the code has been. */
    public synchronized Set<CrashPoint> reached() {
      return EnumSet.copyOf(reached);
    }

    /** Nothing dies any more; says whether something was still to die. */
    public synchronized boolean disarm() {
      boolean wasArmed = deadly.isPresent();
      deadly = Optional.empty();
      return wasArmed;
    }

    @Override
    public synchronized void reach(CrashPoint point) {
      reached.add(point);
      if (deadly.filter(armed -> armed == point).isPresent()) {
        deadly = Optional.empty();
        throw new Death(point);
      }
    }
  }

  /** The process is gone; nothing in the code catches this. */
  public static final class Death extends Error {
    Death(CrashPoint point) {
      super("died at " + point);
    }
  }
}
