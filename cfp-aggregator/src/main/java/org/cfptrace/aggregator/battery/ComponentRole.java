package org.cfptrace.aggregator.battery;

/** Parts whose activity data must be the company's own (Regulation (EU) 2023/1542, Annex II). */
public enum ComponentRole {
  ANODE,
  CATHODE,
  ELECTROLYTE,
  SEPARATOR,
  CASING
}
