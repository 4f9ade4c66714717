package org.cfptrace.service.crash;

/**
 * Reached by the code at every border of a transaction or a send. In production nothing happens
 * there; only tests put something else in its place.
 */
@FunctionalInterface
public interface CrashPoints {
  /** For plain wiring: nothing ever happens. */
  CrashPoints NONE = point -> {};

  /** The code has come to this point. */
  void reach(CrashPoint point);
}
