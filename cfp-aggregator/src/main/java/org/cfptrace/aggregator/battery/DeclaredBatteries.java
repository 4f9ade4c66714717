package org.cfptrace.aggregator.battery;

import java.util.Optional;

/** What was declared of a tenant's batteries. */
public interface DeclaredBatteries {
  /** The last declaration of a model made at a plant. */
  Optional<LastDeclaration> last(String modelId, String facilityId);

  /** Notes a declaration; earlier ones stay. */
  void add(LastDeclaration declaration);
}
