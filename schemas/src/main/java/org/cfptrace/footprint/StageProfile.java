package org.cfptrace.footprint;

import static org.cfptrace.footprint.Stage.MAIN;
import static org.cfptrace.footprint.Stage.PRE;
import static org.cfptrace.footprint.Stage.UNSPLIT;

import java.util.Map;
import java.util.Set;

/** A named table: which stage of a product takes up which stage of the parts it is made of. */
public enum StageProfile {
  /** Ouranos keeps its two processes apart through all tiers: pre to pre, main to main. */
  OURANOS(Map.of(PRE, PRE, MAIN, MAIN, UNSPLIT, UNSPLIT));

  // Map.of is immutable; the checker only sees the type Map.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Map<Stage, Stage> stageOfPartToStageOfProduct;

  StageProfile(Map<Stage, Stage> stageOfPartToStageOfProduct) {
    this.stageOfPartToStageOfProduct = stageOfPartToStageOfProduct;
  }

  /** The stage of the product where an input's stage arrives; what no rule names is UNSPLIT. */
  public Stage stageFor(Stage stageOfPart) {
    return stageOfPartToStageOfProduct.getOrDefault(stageOfPart, UNSPLIT);
  }

  /** The stages in which own emissions may be booked. */
  public Set<Stage> ownStages() {
    return Set.of(PRE, MAIN);
  }
}
