package org.cfptrace.aggregator.steel;

/** How steel is made. A route selects the benchmark, never the default value. */
public enum SteelRoute {
  BF_BOF("blast furnace and basic oxygen furnace", "高炉・転炉"),
  SCRAP_EAF("scrap in an electric arc furnace", "スクラップ電炉"),
  DRI_EAF("direct reduced iron in an electric arc furnace", "直接還元鉄・電炉"),
  H2_DRI("iron reduced with hydrogen, in an electric arc furnace", "水素還元鉄・電炉");

  private final String en;
  private final String ja;

  SteelRoute(String en, String ja) {
    this.en = en;
    this.ja = ja;
  }

  public String en() {
    return en;
  }

  public String ja() {
    return ja;
  }
}
