package org.cfptrace.connector.notify.adapter;

import java.util.Optional;
import org.cfptrace.connector.notify.Notification;

/**
 * What a listener hears: a notification, or that the line is open and silent.
 *
 * @param upTo the number up to which the listener has heard everything
 */
record Heard(long upTo, Optional<Notification> notification) {
  static Heard of(Notification notification) {
    return new Heard(notification.number(), Optional.of(notification));
  }

  static Heard silence(long upTo) {
    return new Heard(upTo, Optional.empty());
  }
}
