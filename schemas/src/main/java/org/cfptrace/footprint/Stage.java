package org.cfptrace.footprint;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A life-cycle stage, also called process where data quality is rated. Which of them divide a
 * product's footprint is said by its {@link StageProfile}.
 */
public enum Stage {
  /** 原材料取得及び前処理: acquisition of raw materials and pre-processing. */
  PRE("pre"),
  /** 主な製造: main production. */
  MAIN("main"),
  /** Battery: acquisition of raw materials, up to the manufacture of cells and components. */
  RAW_MATERIAL("rawMaterial"),
  /** Battery: assembly of cells, and of batteries from cells and electronics. */
  MAIN_PRODUCTION("mainProduction"),
  /** Battery: transport to the point of sale. */
  DISTRIBUTION("distribution"),
  /** Battery: collection, dismantling and recycling. */
  END_OF_LIFE("endOfLife"),
  /** Catena-X: everything up to the gate but packaging. */
  PRODUCTION("production"),
  /** Catena-X: the packaging of the product itself. */
  PACKAGING("packaging"),
  /** Catena-X: outbound transport that the supplier pays for. */
  TRANSPORT("transport"),
  /** Stated as a total only; it cannot be told which stage it belongs to. */
  UNSPLIT("unsplit");

  private final String jsonName;

  Stage(String jsonName) {
    this.jsonName = jsonName;
  }

  public static Stage of(String jsonName) {
    return Arrays.stream(values())
        .filter(stage -> stage.jsonName.equals(jsonName))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown stage \"" + jsonName + "\", known are " + names()));
  }

  public String jsonName() {
    return jsonName;
  }

  /** Whether amounts of this account can be booked here: a credit for recycling ends a life. */
  public boolean takes(EmissionAccount account) {
    return account != EmissionAccount.END_OF_LIFE_CREDIT || this == END_OF_LIFE;
  }

  private static String names() {
    return Arrays.stream(values()).map(Stage::jsonName).collect(Collectors.joining(", "));
  }
}
