package org.cfptrace.aggregator.battery;

import java.time.Instant;
import java.util.Optional;

/** What was declared of a tenant's batteries. */
public interface DeclaredBatteries {
  /**
   * The last declaration of a model made at a plant.
   *
   * @param knownAt of those noted by then; of all when not said
   */
  Optional<LastDeclaration> last(String modelId, String facilityId, Optional<Instant> knownAt);

  /** Notes a declaration; earlier ones stay. */
  void add(LastDeclaration declaration);
}
