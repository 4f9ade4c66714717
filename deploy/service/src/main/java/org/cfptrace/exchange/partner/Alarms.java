package org.cfptrace.exchange.partner;

import java.time.Instant;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** What a person has to look at. The same thing is raised once. */
public interface Alarms {
  /**
   * Raises an alarm unless it was raised before.
   *
   * @return whether it is new
   */
  boolean raise(AlarmKind kind, ParticipantId participant, String key, Instant at);

  /** A person has looked at it. */
  boolean settle(long number, String who, Instant at);

  /** A person has confirmed the key, and with it every alarm about it. */
  void settle(ParticipantId participant, String key, String who, Instant at);

  /** How many nobody has settled. */
  long open();

  /** All, newest first. */
  Page<Alarm> newestFirst(PageRequest page);
}
