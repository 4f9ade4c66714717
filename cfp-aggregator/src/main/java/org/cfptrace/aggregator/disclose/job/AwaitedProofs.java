package org.cfptrace.aggregator.disclose.job;

import java.util.List;
import java.util.UUID;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.DeclarationId;

/** Which subjects of exports wait for which declarations to be proved to be in the public log. */
public interface AwaitedProofs {
  /** A subject waits for these, and for nothing that it waited for before. */
  void await(Tenant tenant, UUID export, int place, List<DeclarationId> inputs);

  /** The exports that wait for one, always in the same order. */
  List<UUID> waitingFor(Tenant tenant, DeclarationId id);

  /** All that an export waits for. */
  List<DeclarationId> of(Tenant tenant, UUID export);

  /** The subjects of an export that wait for one. */
  List<Integer> places(Tenant tenant, UUID export, DeclarationId id);

  /** It waits for nothing any more. */
  void forget(Tenant tenant, UUID export);
}
