package org.cfptrace.aggregator.disclose.pack;

/** How far a pack tells which source brings what. */
public enum Split {
  /** Every source by itself. */
  WHOLE,
  /** Of what its makers' terms withhold the sum alone. */
  FOLDED,
  /** The total alone: beside the other sources it would tell the one that is withheld. */
  LEFT_OUT
}
