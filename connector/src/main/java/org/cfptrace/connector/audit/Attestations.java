package org.cfptrace.connector.audit;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.audit.Attestation;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/** What auditors have attested of our products. */
public interface Attestations {
  /** Keeps one. */
  void keep(Attestation attestation, String token, String digest, Instant at);

  /** The newest of a product. */
  Optional<Attested> newest(TraceId product);

  /** All, newest first. */
  Page<Attested> newestFirst(PageRequest page);
}
