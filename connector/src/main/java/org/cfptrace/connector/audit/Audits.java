package org.cfptrace.connector.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.chain.Coverage;
import org.cfptrace.envelope.AuditDisclosureBody;
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

  /** Adds a hop unless the audit asks for that declaration already. */
  void add(AuditHop hop, Instant at);

  /** Keeps what has become of a hop, and when it is looked at again. */
  void save(AuditHop hop, Instant dueAt);

  /** A hop, held until the transaction ends. */
  Optional<AuditHop> hopForChange(RequestId requestId);

  /** The hops of an audit, in the order in which they were found. */
  List<AuditHop> hops(UUID audit);

  /** Claims a hop that is due, passing over claimed ones. */
  Optional<AuditHop> claimHop(Instant now);

  /** Claims a running audit of which nothing is awaited any more, passing over claimed ones. */
  Optional<Audit> claimSettled(Instant now);

  /** A settled audit could not be concluded now. */
  void concludeLater(UUID audit, Instant at);

  /** Keeps a part of an answer; says whether it is new. */
  boolean keepPart(AuditDisclosureBody part);

  /** The parts of an answer that have come, in order. */
  List<AuditDisclosureBody> parts(RequestId requestId);

  /** Nothing more is awaited; without a report where the company itself has shown nothing. */
  void end(UUID audit, Optional<Ended> ended, Instant at);

  /** The evidence of one that is done. */
  Optional<byte[]> bundle(UUID audit);

  /** Our word was sent. */
  void attested(UUID audit, String attestation, String who, Instant at);
}
