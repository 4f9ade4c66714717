package org.cfptrace.footprint;

/** How much of a product's life a footprint covers. Never mixed in one sum. */
public enum SystemBoundary {
  CRADLE_TO_GATE,
  CRADLE_TO_GRAVE;

  /** Whether a footprint within this boundary may have amounts in this stage. */
  public boolean reaches(Stage stage) {
    return this == CRADLE_TO_GRAVE || stage != Stage.END_OF_LIFE;
  }
}
