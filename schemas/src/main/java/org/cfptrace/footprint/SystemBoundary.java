package org.cfptrace.footprint;

/** How much of a product's life a footprint covers. Never mixed in one sum. */
public enum SystemBoundary {
  CRADLE_TO_GATE,
  CRADLE_TO_GRAVE
}
