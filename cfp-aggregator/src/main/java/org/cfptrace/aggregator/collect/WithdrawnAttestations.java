package org.cfptrace.aggregator.collect;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.audit.AttestationWithdrawal;

/** The words that auditors have taken back, as the companies they are about have told. */
public interface WithdrawnAttestations {
  /**
   * Keeps one, unless it is here already.
   *
   * @param token the withdrawal as its auditor has signed it
   * @return whether it is new here
   */
  boolean keep(Tenant tenant, AttestationWithdrawal withdrawal, String token, Instant at);

  /** When and why this word was taken back; empty where it stands. */
  Optional<WithdrawnAttestation> of(Tenant tenant, AttachedAttestation word);
}
