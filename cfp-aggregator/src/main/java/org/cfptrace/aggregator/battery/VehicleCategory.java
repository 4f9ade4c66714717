package org.cfptrace.aggregator.battery;

/**
 * Vehicle categories of Regulation (EU) 2018/858 and (EU) 168/2013, as the functional unit needs.
 */
public enum VehicleCategory {
  M1,
  M2,
  M3,
  N1,
  N2,
  N3,
  /** Two- and three-wheelers and quadricycles. */
  L
}
