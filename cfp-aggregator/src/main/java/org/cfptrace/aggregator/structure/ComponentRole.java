package org.cfptrace.aggregator.structure;

/**
 * The parts of a battery for which the maker must have its own figures, no defaults (Regulation
 * (EU) 2023/1542, Annex II).
 */
public enum ComponentRole {
  ANODE,
  CATHODE,
  ELECTROLYTE,
  SEPARATOR,
  CASING
}
