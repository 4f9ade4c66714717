package org.cfptrace.aggregator.battery;

import java.util.List;
import java.util.Optional;

/**
 * Parameters of the Circular Footprint Formula: the example that comes with the program, and those
 * a tenant has loaded.
 */
public interface CircularParameterSets {
  /** All of them, the tenant's own first. */
  List<CircularParameters> all();

  /** A version of a set. */
  Optional<CircularParameters> find(String id, String version);

  /** Adds a version; answers false where this one is there already, and changes nothing. */
  boolean add(CircularParameters parameters);
}
