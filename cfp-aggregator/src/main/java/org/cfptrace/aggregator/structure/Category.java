package org.cfptrace.aggregator.structure;

/** What sort of thing a product is, as far as some figures are asked for one sort only. */
public enum Category {
  STEEL,
  BATTERY,
  /** A cell or module: its own making is main production of the battery it goes into. */
  CELL,
  VEHICLE,
  PART,
  MATERIAL,
  OTHER
}
