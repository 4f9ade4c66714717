package org.cfptrace.aggregator.battery;

import java.util.List;

/** The performance-class schemes a tenant has loaded. */
public interface ClassSchemes {
  /** All of them, the newest first. */
  List<ClassScheme> all();

  /** Adds a version; answers false where this one is there already, and changes nothing. */
  boolean add(ClassScheme scheme);
}
