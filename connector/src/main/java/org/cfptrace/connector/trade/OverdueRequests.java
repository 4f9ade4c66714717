package org.cfptrace.connector.trade;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.notify.Told;

/** Tells our people, once for each due day, that a request is overdue, ours or a customer's. */
public final class OverdueRequests {
  private static final int MOST = 1000;

  private final Requests requests;
  private final Notifications notifications;
  private final Clock clock;

  public OverdueRequests(Requests requests, Notifications notifications, Clock clock) {
    this.requests = requireNonNull(requests, "requests");
    this.notifications = requireNonNull(notifications, "notifications");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Tells what has become overdue; telling twice does nothing. */
  public void tell() {
    List<FootprintRequest> overdue =
        requests.overdueOn(LocalDate.now(clock.withZone(ZoneOffset.UTC)), MOST);
    for (FootprintRequest request : overdue) {
      String due = request.due().orElseThrow().toString();
      Told told =
          Told.of(NotificationType.REQUEST_OVERDUE, clock.instant())
              .withPartner(request.partner())
              .withRequest(request.id().toString())
              .withFact("part", request.part().name())
              .withFact("due", due)
              .once("overdue " + request.side() + " " + request.id() + " " + due);
      notifications.tell(
          request.askedFor().map(asked -> told.withProduct(asked.product())).orElse(told));
    }
  }
}
