package org.cfptrace.aggregator.collect;

import java.time.Instant;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.PresentationBody.Fallen;

/** Who has made something of declarations, and wants to know when one of them stands no more. */
public interface FallenInputs {
  /** A declaration stands no more; in the transaction that keeps that. */
  void fell(Tenant tenant, DeclarationId declaration, Fallen.Kind kind, Instant at);
}
