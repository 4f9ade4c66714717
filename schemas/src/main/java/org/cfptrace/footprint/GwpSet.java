package org.cfptrace.footprint;

/** Which assessment report's 100-year warming potentials were used. Never mixed in one sum. */
public enum GwpSet {
  AR5,
  AR6
}
