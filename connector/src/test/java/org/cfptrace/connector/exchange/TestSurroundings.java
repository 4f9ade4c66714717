package org.cfptrace.connector.exchange;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.participant.ParticipantKeys;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;

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
    private final Map<CrashPoint, Integer> counts = new EnumMap<>(CrashPoint.class);
    private Optional<CrashPoint> deadly = Optional.empty();
    private int occurrence;

    /** From now on the code dies when it comes to this point for the n-th time. */
    public synchronized void dieAt(CrashPoint point, int nth) {
      counts.clear();
      deadly = Optional.of(point);
      occurrence = nth;
    }

    /** Where the code has been since it was last asked to forget, and how often. */
    public synchronized Map<CrashPoint, Integer> counts() {
      return Map.copyOf(counts);
    }

    /** Begins to count anew. */
    public synchronized void forget() {
      counts.clear();
    }

    /** Nothing dies any more; says whether something was still to die. */
    public synchronized boolean disarm() {
      boolean wasArmed = deadly.isPresent();
      deadly = Optional.empty();
      return wasArmed;
    }

    @Override
    public synchronized void reach(CrashPoint point) {
      int count = counts.merge(point, 1, Integer::sum);
      if (deadly.filter(armed -> armed == point && count == occurrence).isPresent()) {
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
