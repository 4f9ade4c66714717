package org.cfptrace.connector.trade;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.connector.exchange.ListedBroker;
import org.cfptrace.connector.exchange.Service;
import org.cfptrace.connector.exchange.TestSurroundings;
import org.cfptrace.connector.wiring.Door;
import org.cfptrace.connector.wiring.Trade;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.crash.CrashPoints;

/**
 * The running service with the firms and aggregators beside it, and whatever is on its way between
 * them.
 */
final class Street {
  private static final int MOST_ROUNDS = 500;

  private final ListedBroker broker = new ListedBroker();
  private final List<Firm> firms = new ArrayList<>();
  private final List<Collector> collectors = new ArrayList<>();

  Firm firm(String shortId, String name) {
    Firm firm =
        Firm.found(
            TestSurroundings.SPACE, broker, Clock.systemUTC(), CrashPoints.NONE, shortId, name);
    firms.add(firm);
    return firm;
  }

  Collector collector(String shortId) {
    Collector collector = new Collector(TestSurroundings.SPACE, broker, Clock.systemUTC(), shortId);
    collectors.add(collector);
    return collector;
  }

  /** Makes the service a partner of all of them, where it is not yet. */
  void meet(Service service, Trade trade) {
    for (Firm firm : firms) {
      if (firm.company().exchange().partners().find(service.id()).isEmpty()) {
        invite(service, trade, firm.id(), firm.fingerprint());
        firm.accepts(service.id(), service.fingerprint());
        settle(service, trade);
      }
    }
    for (Collector collector : collectors) {
      if (service.exchange().partners().find(collector.id()).isEmpty()) {
        invite(service, trade, collector.id(), collector.fingerprint());
        collector.accepts(service.id(), service.fingerprint());
        settle(service, trade);
      }
    }
  }

  private void invite(Service service, Trade trade, ParticipantId other, Fingerprint fingerprint) {
    Door.with(
            Door.as(Roles.ADMIN),
            """
            {"participantId": "%s", "fingerprint": "%s"}\
            """
                .formatted(other.shortId(), fingerprint))
        .post("/api/v1/partners")
        .then()
        .statusCode(201);
    service.exchange().openInboxes().round();
    settle(service, trade);
  }

  /** Lets everything that is on its way arrive, and everything that follows from it happen. */
  void settle(Service service, Trade trade) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      int moved = trade.recompute().round() + service.exchange().relay().round().sent();
      service.pass(broker);
      for (Firm firm : firms) {
        moved += firm.recompute() + firm.relay() + firm.take().size();
      }
      for (Collector collector : collectors) {
        moved += collector.relay() + collector.take().size();
      }
      for (ListedBroker.Taken taken : service.waiting(broker)) {
        service.take(taken);
        moved++;
      }
      if (moved == 0) {
        return;
      }
    }
    throw new AssertionError("still moving after " + MOST_ROUNDS + " rounds");
  }
}
