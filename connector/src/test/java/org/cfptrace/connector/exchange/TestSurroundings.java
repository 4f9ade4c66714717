package org.cfptrace.connector.exchange;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.cfptrace.exchange.anchor.PublicLog;
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
  PublicLog publicLog() {
    return SPACE.logFor(ID);
  }

  @Produces
  @Singleton
  CrashPoints crashPoints() {
    return POINTS;
  }

  /** Dies at the points it is told, once at each. */
  public static final class DeadlyPoints implements CrashPoints {
    private final Map<CrashPoint, Integer> counts = new EnumMap<>(CrashPoint.class);
    private final Map<CrashPoint, Integer> deadly = new EnumMap<>(CrashPoint.class);

    /** From now on the code dies when it comes to one of these points for so many times. */
    public synchronized void dieAt(Map<CrashPoint, Integer> points) {
      counts.clear();
      deadly.clear();
      deadly.putAll(points);
    }

    /** Where the code has been since it was last asked to forget, and how often. */
    public synchronized Map<CrashPoint, Integer> counts() {
      return Map.copyOf(counts);
    }

    /** Begins to count anew. */
    public synchronized void forget() {
      counts.clear();
    }

    /** Nothing dies any more; says at which points it has not died yet. */
    public synchronized Set<CrashPoint> disarm() {
      Set<CrashPoint> neverReached = Set.copyOf(deadly.keySet());
      deadly.clear();
      return neverReached;
    }

    @Override
    public synchronized void reach(CrashPoint point) {
      int count = counts.merge(point, 1, Integer::sum);
      if (deadly.remove(point, count)) {
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
