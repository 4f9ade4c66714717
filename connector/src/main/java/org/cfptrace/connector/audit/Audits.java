package org.cfptrace.connector.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.chain.Coverage;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.AuditDisclosureBody;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.trade.RequestId;

/** The audits we carry out, hop by hop. */
public interface Audits {
  /**
   * What an audit ended with.
   *
   * @param report the signed report
   * @param bundle all the evidence, for a stranger to check
   */
  @SuppressWarnings("ArrayRecordComponent") // written once, never compared
  record Ended(AuditResult result, Coverage coverage, String report, Optional<byte[]> bundle) {}

  /** Begins one. */
  void start(Audit audit, AuditHop first, Instant at);

  /** One of them. */
  Optional<Audit> find(UUID id);

  /** One of them, held until the transaction ends. */
  Optional<Audit> findForChange(UUID id);

  /** All, newest first. */
  Page<Audit> newestFirst(PageRequest page);

  /**
   * Adds a hop unless the audit has one of that declaration already. One too many, for the audit or
   * for the answer that has led there, is kept as not asked.
   */
  void add(AuditHop hop, Instant at);

  /** The hop of a declaration, unless it was replaced. */
  Optional<AuditHop> hopOf(UUID audit, DeclarationId declaration);

  /** Keeps what has become of a hop, and when it is looked at again. */
  void save(AuditHop hop, Instant dueAt);

  /** A hop, held until the transaction ends. */
  Optional<AuditHop> hopForChange(RequestId requestId);

  /** The hops of an audit that were not replaced, in the order in which they were found. */
  List<AuditHop> hops(UUID audit);

  /** The same, page by page. */
  Page<AuditHop> hops(UUID audit, PageRequest page);

  /** A person waits no longer: whoever has not answered is unavailable, and so is who is found. */
  void stop(UUID audit, Instant at);

  /** Whether a person waits no longer. */
  boolean isStopped(UUID audit);

  /** Claims a hop that is due, passing over claimed ones. */
  Optional<AuditHop> claimHop(Instant now);

  /** Claims a running audit of which nothing is awaited any more, passing over claimed ones. */
  Optional<Audit> claimSettled(Instant now);

  /**
   * A settled audit could not be concluded now, and is tried again then.
   *
   * @return since when it waits in vain
   */
  Instant concludeLater(UUID audit, Audit.WaitingFor what, Instant at);

  /** An attempt to conclude it went wrong; says how many have by now. */
  int failed(UUID audit);

  /** It is tried again then. */
  void tryLater(UUID audit, Instant at);

  /** An attempt to ask went wrong, and it is tried again then. */
  void askLater(RequestId hop, Instant at);

  /**
   * How much of an answer is kept.
   *
   * @param isNew whether the part was not there before
   * @param parts how many parts there are by now
   * @param bytes of this answer
   * @param bytesOfAudit of all answers of the audit
   */
  record Kept(boolean isNew, long parts, long bytes, long bytesOfAudit) {}

  /** Keeps a part of the answer to a hop that is held. */
  Kept keepPart(AuditDisclosureBody part);

  /** An answer is not kept after all. */
  void dropParts(RequestId hop);

  /** The parts of an answer that have come, in order. */
  List<AuditDisclosureBody> parts(RequestId requestId);

  /** Whom an audit has asked, and no other that still runs. */
  List<ParticipantId> askedByItAlone(UUID audit);

  /** The report is signed. */
  void end(UUID audit, Ended ended, Instant at);

  /** It ends without one. */
  void endWithout(UUID audit, Audit.WithoutReport why, Instant at);

  /** The evidence of one that is done. */
  Optional<byte[]> bundle(UUID audit);

  /** Our word was sent. */
  void attested(UUID audit, String attestation, String who, Instant at);
}
