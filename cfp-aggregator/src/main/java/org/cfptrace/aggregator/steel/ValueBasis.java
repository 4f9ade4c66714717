package org.cfptrace.aggregator.steel;

/** What the figure of a precursor rests on. */
public enum ValueBasis {
  /** Computed in this very calculation. */
  OWN_PROCESS,
  /** As its maker says, with a verifier's report. */
  ACTUAL,
  /** A published default value. */
  DEFAULT,
  /** Made in the EU or a country exempted by Annex III: zero, the only legitimate one. */
  EXEMPTED_ORIGIN
}
