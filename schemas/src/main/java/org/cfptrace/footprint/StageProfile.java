package org.cfptrace.footprint;

import static org.cfptrace.footprint.Stage.DISTRIBUTION;
import static org.cfptrace.footprint.Stage.END_OF_LIFE;
import static org.cfptrace.footprint.Stage.MAIN;
import static org.cfptrace.footprint.Stage.MAIN_PRODUCTION;
import static org.cfptrace.footprint.Stage.PACKAGING;
import static org.cfptrace.footprint.Stage.PRE;
import static org.cfptrace.footprint.Stage.PRODUCTION;
import static org.cfptrace.footprint.Stage.RAW_MATERIAL;
import static org.cfptrace.footprint.Stage.TRANSPORT;
import static org.cfptrace.footprint.Stage.UNSPLIT;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A named table: the stages that divide a product's footprint, and which of them takes up which
 * stage of the parts it is made of. The end of a part's life is taken up by none: it is worked out
 * once, for the product that reaches it.
 */
public enum StageProfile {
  /**
   * Ouranos keeps its two processes apart through all tiers: pre to pre, main to main. The first
   * two stages of a battery part are the same two; what the others hold could be of either.
   */
  OURANOS(
      Set.of(PRE, MAIN),
      UNSPLIT,
      Map.of(PRE, PRE, MAIN, MAIN, RAW_MATERIAL, PRE, MAIN_PRODUCTION, MAIN)),

  /**
   * Batteries (Regulation (EU) 2023/1542, Annex II point 4). Whatever it took to make a material or
   * a component is raw material, transport of parts included; a cell or module that is stated under
   * this profile brings its assembly to main production. Only the battery's own way to the point of
   * sale is distribution.
   */
  EU_BATTERY(
      Set.of(RAW_MATERIAL, MAIN_PRODUCTION, DISTRIBUTION, END_OF_LIFE),
      RAW_MATERIAL,
      Map.of(MAIN_PRODUCTION, MAIN_PRODUCTION)),

  /**
   * Catena-X PCF data model 9: packaging and supplier-paid transport stand apart for the product
   * itself; those of its parts are production, as all else before the gate.
   */
  CATENA_X(Set.of(PRODUCTION, PACKAGING, TRANSPORT), PRODUCTION, Map.of());

  // Both are immutable; the checker only sees the types Set and Map.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<Stage> ownStages;

  private final Stage usually;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Map<Stage, Stage> stageOfPartToStageOfProduct;

  StageProfile(Set<Stage> ownStages, Stage usually, Map<Stage, Stage> stageOfPartToStageOfProduct) {
    this.ownStages = Collections.unmodifiableSet(EnumSet.copyOf(ownStages));
    this.usually = usually;
    this.stageOfPartToStageOfProduct = stageOfPartToStageOfProduct;
  }

  /** Whether parts may bring amounts of this stage. */
  public boolean takesUp(Stage stageOfPart) {
    return stageOfPart != END_OF_LIFE;
  }

  /** Whether parts with these emissions may be counted. */
  public boolean takesUp(Emissions ofPart) {
    return ofPart.stages().stream().allMatch(this::takesUp);
  }

  /** The stage of the product where an input's stage arrives; what came unsplit stays so. */
  public Stage stageFor(Stage stageOfPart) {
    if (!takesUp(stageOfPart)) {
      throw new IllegalArgumentException(stageOfPart.jsonName() + " of a part is never inherited");
    }
    return stageOfPart == UNSPLIT
        ? UNSPLIT
        : stageOfPartToStageOfProduct.getOrDefault(stageOfPart, usually);
  }

  /** The stages in which own emissions may be booked. */
  public Set<Stage> ownStages() {
    return ownStages;
  }

  /** Whether a footprint under this profile can have amounts in this stage. */
  public boolean has(Stage stage) {
    return stage == UNSPLIT || ownStages.contains(stage);
  }

  /** Whether a footprint under this profile can have amounts in all these stages. */
  public boolean hasAll(Collection<Stage> stages) {
    return stages.stream().allMatch(this::has);
  }

  /** The first profile whose stages these are; empty where they are of more than one. */
  public static Optional<StageProfile> having(Collection<Stage> stages) {
    return Arrays.stream(values()).filter(profile -> profile.hasAll(stages)).findFirst();
  }

  /**
   * How far the parts of a product must reach when it reaches this far itself. A battery is stated
   * to the end of its life and is made of parts that end at their makers' gates.
   */
  public SystemBoundary boundaryOfParts(SystemBoundary ofProduct) {
    return this == EU_BATTERY ? SystemBoundary.CRADLE_TO_GATE : ofProduct;
  }
}
