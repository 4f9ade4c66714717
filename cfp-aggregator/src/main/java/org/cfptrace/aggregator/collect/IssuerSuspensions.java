package org.cfptrace.aggregator.collect;

import java.time.Instant;
import java.util.List;
import org.cfptrace.footprint.ParticipantId;

/** When issuers were suspended, as the directory has said; the same for every company. */
public interface IssuerSuspensions {
  /** An issuer is suspended from then on; said again it is the same suspension. */
  void suspended(ParticipantId issuer, Instant from);

  /** An issuer is suspended no longer. */
  void readmitted(ParticipantId issuer, Instant from);

  /** All times in which an issuer was or is suspended, earliest first. */
  List<Span> of(ParticipantId issuer);
}
