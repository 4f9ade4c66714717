package org.cfptrace.registry.directory;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.cfptrace.registry.broker.BrokerWork;
import org.cfptrace.registry.log.LogQueue;
import org.cfptrace.registry.participant.Announcements;
import org.cfptrace.registry.participant.Participant;
import org.cfptrace.registry.participant.Participants;

/**
 * Puts a changed participant on its way: into the table, the directory, the log and the broker's
 * to-do.
 */
public final class Announcing implements Announcements {
  private final Participants participants;
  private final Directory directory;
  private final DirectoryOutbox outbox;
  private final LogQueue log;
  private final BrokerWork work;
  private final Clock clock;

  public Announcing(
      Participants participants,
      Directory directory,
      DirectoryOutbox outbox,
      LogQueue log,
      BrokerWork work,
      Clock clock) {
    this.participants = participants;
    this.directory = directory;
    this.outbox = outbox;
    this.log = log;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Participant announce(Participant changed) {
    var announced = changed.announcedAt(clock.instant());
    participants.change(announced);
    var shortId = announced.id().shortId();
    var entry = directory.entry(announced);
    outbox.add(shortId, entry);
    log.add(List.of(directory.record(announced).logEntry()), Optional.empty());
    work.add(shortId);
    return announced;
  }
}
