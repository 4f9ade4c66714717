package org.cfptrace.connector.trade;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.connector.exchange.ListedBroker;
import org.cfptrace.connector.exchange.Service;
import org.cfptrace.connector.exchange.TestSurroundings;
import org.cfptrace.connector.wiring.Door;
import org.cfptrace.connector.wiring.Trade;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.crash.CrashPoints;

/** The running service and the firms beside it, and whatever is on its way between them. */
final class Street {
  private static final int MOST_ROUNDS = 500;

  private final ListedBroker broker = new ListedBroker();
  private final List<Firm> firms = new ArrayList<>();

  Firm firm(String shortId, String name) {
    Firm firm =
        Firm.found(
            TestSurroundings.SPACE, broker, Clock.systemUTC(), CrashPoints.NONE, shortId, name);
    firms.add(firm);
    return firm;
  }

  /** Over which they all speak. */
  ListedBroker broker() {
    return broker;
  }

  /** Makes the service a partner of all of them, where it is not yet. */
  void meet(Service service, Trade trade) {
    for (Firm firm : firms) {
      if (firm.company().exchange().partners().find(service.id()).isEmpty()) {
        Door.with(
                Door.as(Roles.ADMIN),
                """
                {"participantId": "%s", "fingerprint": "%s"}\
                """
                    .formatted(firm.id().shortId(), firm.fingerprint()))
            .post("/api/v1/partners")
            .then()
            .statusCode(201);
        service.exchange().openInboxes().round();
        settle(service, trade);
        firm.accepts(service.id(), service.fingerprint());
        settle(service, trade);
      }
    }
  }

  /** Lets everything that is on its way arrive, and everything that follows from it happen. */
  void settle(Service service, Trade trade) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      int moved = trade.recompute().round() + service.exchange().relay().round().sent();
      service.pass(broker);
      for (Firm firm : firms) {
        moved += firm.recompute() + firm.relay() + firm.take().size();
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
