package org.cfptrace.aggregator.battery;

import java.util.List;

/** The rules of the functional unit: those that come with the program and those a tenant added. */
public interface FunctionalUnitRuleSets {
  /** All of them, the newest first. */
  List<FunctionalUnitRules> all();

  /** Adds a version; answers false where this one is there already, and changes nothing. */
  boolean add(FunctionalUnitRules rules);
}
