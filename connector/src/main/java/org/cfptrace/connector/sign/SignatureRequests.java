package org.cfptrace.connector.sign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.envelope.SignatureRequestId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.log.LogEntry;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** What we were asked to sign, kept. */
public interface SignatureRequests {
  /** Keeps one that has come; false where one of that id is there already. */
  boolean add(SignatureRequest request);

  /** One of them. */
  Optional<SignatureRequest> find(SignatureRequestId id);

  /** One of them, held until the transaction ends, so that it is decided once. */
  Optional<SignatureRequest> lock(SignatureRequestId id);

  /** All for an export of that aggregator, oldest first, held likewise. */
  List<SignatureRequest> lock(ParticipantId asker, String exportId);

  /** The signed one whose statement is that entry of the log. */
  Optional<SignatureRequest> find(LogEntry entry);

  /**
   * It was asked once more; from now on it is answered there. One that is decided is marked as
   * taken back no more; one that was taken back undecided stays closed.
   */
  void askedAgain(SignatureRequestId id, String thread);

  /**
   * The aggregator has taken it back: it cannot be decided any more; one that is decided stays so.
   */
  void withdrawn(SignatureRequestId id, Instant at);

  void signed(SignatureRequestId id, String signature, LogEntry entry, String by, Instant at);

  void refused(SignatureRequestId id, String reason, String by, Instant at);

  /** All of them, or those of one state, newest first. */
  Page<SignatureRequest> newestFirst(PageRequest page, Optional<SignatureRequest.State> state);
}
