package org.cfptrace.connector.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.trade.RequestId;

/** What auditors have asked us to show. */
public interface AskedAudits {
  /** Keeps a new one. */
  void add(AskedAudit asked);

  /** Keeps what has become of one. */
  void save(AskedAudit asked);

  /** Whether this auditor has used that id before. */
  boolean isKnown(ParticipantId auditor, RequestId requestId);

  /** One of them. */
  Optional<AskedAudit> find(UUID id);

  /** One of them, held until the transaction ends. */
  Optional<AskedAudit> findForChange(UUID id);

  /**
   * Claims the oldest that is to be shown and is due, passing over claimed ones, and those whose
   * declaration is not proven to be in the log yet unless they came before {@code unprovenBefore}.
   */
  Optional<AskedAudit> claimAccepted(Instant now, Instant unprovenBefore);

  /** It cannot be answered now, and is tried again then. */
  void answerLater(UUID id, Instant at);

  /** An attempt to answer it went wrong; says how many have by now. */
  int failed(UUID id);

  /** All, newest first; only those in one state if one is named. */
  Page<AskedAudit> newestFirst(PageRequest page, Optional<AskedAudit.State> state);
}
