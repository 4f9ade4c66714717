package org.cfptrace.registry.directory;

import java.time.Clock;
import java.util.Comparator;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.DirectoryRecord;
import org.cfptrace.participant.Heartbeat;
import org.cfptrace.registry.certificate.KeyHistory;
import org.cfptrace.registry.participant.Accreditations;
import org.cfptrace.registry.participant.Participant;

/** States participants as signed entries. */
public final class Directory {
  private final KeyHistory history;
  private final Accreditations accreditations;
  private final SigningKey key;
  private final String registryDid;
  private final Clock clock;

  public Directory(
      KeyHistory history,
      Accreditations accreditations,
      SigningKey key,
      String registryDid,
      Clock clock) {
    this.history = history;
    this.accreditations = accreditations;
    this.key = key;
    this.registryDid = registryDid;
    this.clock = clock;
  }

  /** What is to be said about a participant now. */
  public DirectoryRecord record(Participant participant) {
    var company = participant.company();
    return new DirectoryRecord(
        participant.id(),
        participant.sequence(),
        participant.status(),
        company.name(),
        company.nameKana(),
        company.country(),
        company.corporateNumber().map(number -> number.digits()),
        company.lei().map(lei -> lei.code()),
        company.roles().stream().sorted(Comparator.naturalOrder()).map(Enum::name).toList(),
        participant.changedAt(),
        history.of(participant.id().shortId()),
        accreditations.of(participant.id().shortId()));
  }

  /** The same, signed as of now. */
  public String entry(Participant participant) {
    return DirectoryEntry.sign(record(participant), registryDid, key, clock.instant());
  }

  String heartbeat() {
    return new Heartbeat(clock.instant()).sign(registryDid, key);
  }
}
