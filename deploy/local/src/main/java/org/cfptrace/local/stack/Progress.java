package org.cfptrace.local.stack;

/** Hears what is being started, in words for the person who waits. */
@FunctionalInterface
public interface Progress {

  /** Nobody listens. */
  Progress SILENT = line -> {};

  /** One line, without a line break. */
  void say(String line);
}
