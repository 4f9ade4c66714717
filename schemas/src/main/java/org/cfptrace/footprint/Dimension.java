package org.cfptrace.footprint;

/** What a unit measures. Inside one dimension units convert by an exact factor; across, never. */
public enum Dimension {
  MASS,
  VOLUME,
  ENERGY,
  TRANSPORT_WORK,
  AREA,
  COUNT,
  TIME,
  DATA_RATE_TIME
}
