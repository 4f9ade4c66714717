package org.cfptrace.connector.emission;

import java.util.Optional;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** The postings of own emissions, kept; rows are added, never changed. */
public interface EmissionsLedger {
  /** Keeps a posting. */
  void add(OwnEmissions posting);

  /** A product's postings, newest first. */
  Page<OwnEmissions> of(TraceId product, PageRequest page);

  /**
   * The posting that speaks for a period: of those whose own period began before that one ends and
   * ended at most 36 months before it, the one that reaches furthest; of several for the same span,
   * the last posted.
   */
  Optional<OwnEmissions> inForce(TraceId product, Period period);

  /** The period of the posting that reaches furthest. */
  Optional<Period> latestPeriod(TraceId product);
}
