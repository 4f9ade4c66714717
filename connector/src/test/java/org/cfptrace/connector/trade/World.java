package org.cfptrace.connector.trade;

import java.util.ArrayList;
import java.util.List;
import org.cfptrace.connector.exchange.DataSpace;
import org.cfptrace.connector.exchange.ListedBroker;
import org.cfptrace.connector.exchange.MovingClock;
import org.cfptrace.service.crash.CrashPoints;

/** Companies that trade with each other over one broker, in one JVM, each on its own database. */
final class World {
  private static final int MOST_ROUNDS = 2000;

  private final MovingClock clock = new MovingClock();
  private final DataSpace space = new DataSpace(clock);
  private final ListedBroker broker = new ListedBroker();
  private final List<Firm> firms = new ArrayList<>();

  Firm firm(String name) {
    return firm(name, CrashPoints.NONE);
  }

  Firm firm(String name, CrashPoints crashPoints) {
    Firm firm = Firm.found(space, broker, clock, crashPoints, letters(firms.size()), name);
    firms.add(firm);
    return firm;
  }

  private static String letters(int number) {
    StringBuilder letters = new StringBuilder("aaaaaaaaaaaaaa");
    letters.append((char) ('a' + number / 26)).append((char) ('a' + number % 26));
    return letters.toString();
  }

  MovingClock clock() {
    return clock;
  }

  DataSpace space() {
    return space;
  }

  ListedBroker broker() {
    return broker;
  }

  /** Lets everything that is on its way arrive, and everything that follows from it happen. */
  void settle() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      int moved = 0;
      for (Firm firm : firms) {
        moved += firm.recompute() + firm.anchor() + firm.audit();
        moved += firm.relay() + firm.take().size();
      }
      if (moved == 0) {
        return;
      }
    }
    throw new AssertionError("still moving after " + MOST_ROUNDS + " rounds");
  }
}
