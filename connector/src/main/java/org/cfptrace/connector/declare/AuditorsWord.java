package org.cfptrace.connector.declare;

import java.util.Optional;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.JsonClaim;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;

/**
 * What an auditor has attested of a product for a period; it goes with what is declared of that
 * later.
 */
public interface AuditorsWord {
  /** The claim {@code attest}, where there is one worth showing. */
  Optional<JsonClaim> about(TraceId product, Period period);

  /** Whether its auditor has taken back the word that a claim {@code attest} of ours carries. */
  boolean isTakenBack(Claim attested);
}
