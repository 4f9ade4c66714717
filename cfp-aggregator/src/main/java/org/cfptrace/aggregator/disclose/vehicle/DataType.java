package org.cfptrace.aggregator.disclose.vehicle;

/** What the figure of a part rests on. */
public enum DataType {
  /** A supplier's verified declaration, or the maker's own measured data. */
  PRIMARY,
  SECONDARY,
  PROXY,
  DEFAULT,
  /** There is no figure. */
  MISSING
}
