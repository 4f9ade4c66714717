package org.cfptrace.aggregator.propose;

import java.time.Instant;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.envelope.ProposalAnswerBody;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** What was proposed to each company, kept. */
public interface Proposals {
  void add(Tenant tenant, Proposal proposal);

  /** Those of one product, newest first. */
  Page<Proposal> newestFirst(Tenant tenant, TraceId product, PageRequest page);

  /** Notes an answer; false where nothing of that id waits for one. */
  boolean answered(Tenant tenant, ProposalAnswerBody answer, Instant at);
}
