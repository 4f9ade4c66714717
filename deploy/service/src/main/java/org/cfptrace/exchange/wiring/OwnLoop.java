package org.cfptrace.exchange.wiring;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * Something a service does by itself, round after round, beside what every participant does. A bean
 * of this type is run by {@link Loops}.
 *
 * @param round does what is due and says how much that was
 * @param pause after a round in which nothing was due
 * @param wakeUp takes who is to be called when there is something to do before the pause is over
 */
public record OwnLoop(String name, IntSupplier round, Duration pause, Consumer<Runnable> wakeUp) {
  public OwnLoop {
    requireNonNull(name, "name");
    requireNonNull(round, "round");
    requireNonNull(pause, "pause");
    requireNonNull(wakeUp, "wakeUp");
  }

  /** One that nobody wakes. */
  public OwnLoop(String name, IntSupplier round, Duration pause) {
    this(name, round, pause, bell -> {});
  }
}
