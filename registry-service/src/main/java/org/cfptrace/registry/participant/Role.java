package org.cfptrace.registry.participant;

/** What a company does in the data space. */
public enum Role {
  SUPPLIER,
  MANUFACTURER,
  AGGREGATOR,
  AUDITOR
}
