package org.cfptrace.connector.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** What the people of this company were told. */
public interface Notifications {
  /**
   * Which notifications are wanted; an empty field asks for all.
   *
   * @param unread only those nobody has read, or only those somebody has
   */
  record Filter(
      Optional<NotificationType> type, Optional<Boolean> unread, Optional<ParticipantId> partner) {
    /** All of them. */
    public static Filter all() {
      return new Filter(Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /**
   * Tells it in the transaction under way, unless it was told before under the same key. It has its
   * number, and is seen, when the transaction is committed.
   */
  void tell(Told told);

  /** One of them. */
  Optional<Notification> find(long number);

  /** Those that are wanted, newest first. */
  Page<Notification> newestFirst(PageRequest page, Filter filter);

  /**
   * What was told after a number, oldest first. Whoever has seen a number has been shown all lower
   * ones: none becomes visible later.
   */
  List<Notification> after(long number, int most);

  /**
   * A person has read it.
   *
   * @return whether it was unread until now
   */
  boolean read(long number, String by, Instant at);

  /** How many nobody has read. */
  long unread();
}
