package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.connector.declare.AuditorsWord;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.JsonClaim;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.strict.StrictJson;

/**
 * The newest good word of an auditor goes with a product and period; one that found faults does
 * not, and does not take an earlier one away. Recalling the statement it is about does.
 */
public final class AttestedProducts implements AuditorsWord {
  private final Attestations attestations;

  public AttestedProducts(Attestations attestations) {
    this.attestations = requireNonNull(attestations, "attestations");
  }

  @Override
  public Optional<JsonClaim> about(TraceId product, Period period) {
    return attestations
        .newestGood(product, period)
        .map(
            attested ->
                new JsonClaim(
                    ClaimName.ATTEST,
                    StrictJson.object()
                        .put("digest", attested.digest())
                        .put("jws", attested.token())));
  }

  @Override
  public boolean isTakenBack(Claim attested) {
    return attestations.isTakenBack(attested.toJson().path("digest").asText());
  }
}
