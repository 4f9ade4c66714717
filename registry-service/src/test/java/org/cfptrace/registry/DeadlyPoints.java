package org.cfptrace.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.CrashPoints;

/** Crash points of the running registry; a test can make one deadly, once. */
@ApplicationScoped
class DeadlyPoints implements CrashPoints {
  /** The process is gone; nothing in the code catches this. */
  static final class Death extends Error {
    Death(CrashPoint point) {
      super("died at " + point);
    }
  }

  private final Map<CrashPoint, Integer> counts = new EnumMap<>(CrashPoint.class);
  private Optional<CrashPoint> deadly = Optional.empty();
  private int occurrence;

  /** From now on the code dies when it comes to this point for the n-th time. */
  synchronized void dieAt(CrashPoint point, int nth) {
    counts.clear();
    deadly = Optional.of(point);
    occurrence = nth;
  }

  /** Nothing dies any more; says whether something has. */
  synchronized boolean disarm() {
    boolean hasDied = deadly.isEmpty();
    deadly = Optional.empty();
    return hasDied;
  }

  /** Begins to count anew. */
  synchronized void forget() {
    counts.clear();
  }

  /** Where the code has been since, and how often. */
  synchronized Map<CrashPoint, Integer> counts() {
    return Map.copyOf(counts);
  }

  @Override
  public synchronized void reach(CrashPoint point) {
    int count = counts.merge(point, 1, Integer::sum);
    if (count == occurrence && deadly.filter(point::equals).isPresent()) {
      deadly = Optional.empty();
      throw new Death(point);
    }
  }
}
