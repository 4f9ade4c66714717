package org.cfptrace.connector.notify;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.cfptrace.exchange.deliver.Outbox;
import org.cfptrace.exchange.deliver.PostMessage;

/** Tells our people of partners that have left what we sent until it outlived its life. */
public final class TellUndelivered {
  private final Outbox outbox;
  private final Notifications notifications;
  private final Clock clock;

  public TellUndelivered(Outbox outbox, Notifications notifications, Clock clock) {
    this.outbox = requireNonNull(outbox, "outbox");
    this.notifications = requireNonNull(notifications, "notifications");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Tells each partner once for the message that has waited longest. */
  public void tell() {
    for (Outbox.Late late : outbox.late(clock.instant().minus(PostMessage.LIFE))) {
      notifications.tell(
          Told.of(NotificationType.NOT_DELIVERED, clock.instant())
              .withPartner(late.recipient())
              .withFact("direction", "SENT")
              .withFact("messages", Long.toString(late.messages()))
              .withFact("since", late.since().toString())
              .once("undelivered " + late.recipient() + " " + late.since()));
    }
  }
}
