package org.cfptrace.aggregator.disclose;

/** Which total the files of a target show as the footprint. */
public enum Shown {
  /** Without biogenic uptake. */
  EXCL_BIOGENIC_UPTAKE,
  /** With biogenic uptake. */
  INCL_BIOGENIC_UPTAKE,
  /** Both, each under its own name. */
  BOTH,
  /** No footprint: specific embedded emissions, which convert to and from nothing. */
  SPECIFIC_EMBEDDED_EMISSIONS
}
