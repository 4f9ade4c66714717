package org.cfptrace.registry.directory;

import java.time.Clock;
import org.cfptrace.registry.broker.BrokerWork;
import org.cfptrace.registry.participant.Announcements;
import org.cfptrace.registry.participant.Participant;
import org.cfptrace.registry.participant.Participants;

/** Puts a changed participant on its way: into the table, the directory and the broker's to-do. */
public final class Announcing implements Announcements {
  private final Participants participants;
  private final Directory directory;
  private final DirectoryOutbox outbox;
  private final BrokerWork work;
  private final Clock clock;

  public Announcing(
      Participants participants,
      Directory directory,
      DirectoryOutbox outbox,
      BrokerWork work,
      Clock clock) {
    this.participants = participants;
    this.directory = directory;
    this.outbox = outbox;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Participant announce(Participant changed) {
    var announced = changed.announcedAt(clock.instant());
    participants.change(announced);
    var shortId = announced.id().shortId();
    outbox.add(shortId, directory.entry(announced));
    work.add(shortId);
    return announced;
  }
}
