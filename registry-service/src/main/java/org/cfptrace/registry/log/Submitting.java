package org.cfptrace.registry.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.log.LogEntry;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.registry.participant.Participant;
import org.cfptrace.registry.participant.Participants;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/** A participant hands in entries, and says later what became of them. */
public final class Submitting {
  private final Participants participants;
  private final LogQueue queue;

  public Submitting(Participants participants, LogQueue queue) {
    this.participants = participants;
    this.queue = queue;
  }

  /** One entry, and its place when it has one. */
  public record Submitted(LogEntry entry, Optional<Long> place) {}

  /** Doing it again changes nothing, and tells the places that are known by then. */
  public List<Submitted> submit(String submitter, Collection<LogEntry> entries) {
    requireActive(submitter);
    queue.add(entries, Optional.of(submitter));
    Map<LogEntry, Long> places = queue.places(entries);
    List<Submitted> submitted = new ArrayList<>();
    for (LogEntry entry : entries) {
      submitted.add(new Submitted(entry, Optional.ofNullable(places.get(entry))));
    }
    return submitted;
  }

  /**
   * Says that an entry is superseded or recalled, for good. Of a declaration only its issuer may,
   * whoever has handed it in first: its customers hold it as early as the log does.
   */
  public LogQueue.Standing mark(
      String caller,
      LogEntry entry,
      Optional<IssuerProof> proof,
      boolean superseded,
      boolean recalled) {
    // The same whether it is another's or nobody's: the log does not tell who brought what.
    LogQueue.Standing standing =
        queue
            .find(entry)
            .filter(found -> isOf(caller, found, proof))
            .orElseThrow(() -> new Refused(ProblemCode.NOT_FOUND, "no entry of yours"));
    boolean isNew = (superseded && !standing.superseded()) || (recalled && !standing.recalled());
    if (isNew) {
      queue.mark(entry, superseded, recalled);
    }
    return new LogQueue.Standing(
        entry,
        standing.submitter(),
        standing.place(),
        standing.superseded() || superseded,
        standing.recalled() || recalled);
  }

  private boolean isOf(String caller, LogQueue.Standing standing, Optional<IssuerProof> proof) {
    if (standing.entry().kind() != LogEntry.Kind.DECLARATION) {
      return standing.submitter().filter(caller::equals).isPresent();
    }
    Optional<ParticipantId> issuer =
        proof.filter(shown -> shown.entry().equals(standing.entry())).map(IssuerProof::issuer);
    return issuer.isPresent() && participants.find(caller).map(Participant::id).equals(issuer);
  }

  private void requireActive(String submitter) {
    boolean isActive =
        participants
            .find(submitter)
            .filter(participant -> participant.status() == DirectoryStatus.ACTIVE)
            .isPresent();
    if (!isActive) {
      throw new Refused(ProblemCode.WRONG_STATUS, "the participant is not active");
    }
  }
}
