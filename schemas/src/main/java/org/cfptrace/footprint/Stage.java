package org.cfptrace.footprint;

import java.util.Arrays;

/** A life-cycle stage, also called process where data quality is rated. */
public enum Stage {
  /** 原材料取得及び前処理: acquisition of raw materials and pre-processing. */
  PRE("pre"),
  /** 主な製造: main production. */
  MAIN("main"),
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
                    "unknown stage \"" + jsonName + "\", known are pre, main, unsplit"));
  }

  public String jsonName() {
    return jsonName;
  }
}
