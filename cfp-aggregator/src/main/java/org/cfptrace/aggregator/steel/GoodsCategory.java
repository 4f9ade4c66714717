package org.cfptrace.aggregator.steel;

import static org.cfptrace.aggregator.steel.SteelRoute.BF_BOF;
import static org.cfptrace.aggregator.steel.SteelRoute.DRI_EAF;
import static org.cfptrace.aggregator.steel.SteelRoute.H2_DRI;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The aggregated goods categories of iron and steel, with their CN codes, the precursors each may
 * be made of, and the routes it may take. Hydrogen is here as a precursor of reduced iron.
 */
public enum GoodsCategory {
  SINTERED_ORE("sintered ore", "焼結鉱", "26011200"),
  HYDROGEN("hydrogen", "水素", "28041000"),
  FERRO_MANGANESE("ferro-manganese", "フェロマンガン", "72021"),
  FERRO_CHROMIUM("ferro-chromium", "フェロクロム", "72024"),
  FERRO_NICKEL("ferro-nickel", "フェロニッケル", "72026"),
  PIG_IRON("pig iron", "銑鉄", "7201|7205"),
  DRI("direct reduced iron", "直接還元鉄", "7203"),
  CRUDE_STEEL("crude steel", "粗鋼", "7206|7207|7218|7224"),
  IRON_OR_STEEL_PRODUCTS(
      "iron or steel products",
      "鉄鋼製品",
      "7205|720[89]|721[0-7]|7219|722[0-3]|722[5-9]|730[1-9]|731[01]|7318|7326");

  private static final Set<GoodsCategory> FERRO_ALLOYS =
      Set.of(FERRO_MANGANESE, FERRO_CHROMIUM, FERRO_NICKEL);

  private final String en;
  private final String ja;
  private final Pattern beginnings;

  GoodsCategory(String en, String ja, String beginnings) {
    this.en = en;
    this.ja = ja;
    this.beginnings = Pattern.compile(beginnings);
  }

  public String en() {
    return en;
  }

  public String ja() {
    return ja;
  }

  /** Whether goods of this code may belong here; 7205 may be pig iron or a product. */
  public boolean holds(CnCode code) {
    return beginnings.matcher(code.digits()).lookingAt();
  }

  /** The categories a code may belong to; none if it is no good of iron and steel. */
  public static Set<GoodsCategory> of(CnCode code) {
    Set<GoodsCategory> found = EnumSet.noneOf(GoodsCategory.class);
    Arrays.stream(values()).filter(category -> category.holds(code)).forEach(found::add);
    return found;
  }

  /**
   * Whether the electricity of making it counts. Iron and steel and hydrogen stand in Annex II of
   * Regulation (EU) 2023/956, where only direct emissions count; sintered ore does not, so chains
   * that begin with it inherit an indirect term.
   */
  public boolean countsIndirect() {
    return this == SINTERED_ORE;
  }

  /** Whether that may be a precursor of this. */
  public boolean mayBeMadeOf(GoodsCategory precursor) {
    boolean isIron = precursor == PIG_IRON || precursor == DRI;
    boolean isAlloy = FERRO_ALLOYS.contains(precursor);
    return switch (this) {
      case SINTERED_ORE, HYDROGEN -> false;
      case FERRO_MANGANESE, FERRO_CHROMIUM, FERRO_NICKEL -> precursor == SINTERED_ORE;
      case PIG_IRON, DRI -> isIron || isAlloy || precursor == SINTERED_ORE || precursor == HYDROGEN;
      case CRUDE_STEEL -> isIron || isAlloy || precursor == CRUDE_STEEL;
      case IRON_OR_STEEL_PRODUCTS -> precursor != SINTERED_ORE && precursor != HYDROGEN;
    };
  }

  /** The routes it may take; none where a route says nothing. */
  public Set<SteelRoute> routes() {
    return switch (this) {
      case SINTERED_ORE, HYDROGEN, FERRO_MANGANESE, FERRO_CHROMIUM, FERRO_NICKEL -> Set.of();
      case PIG_IRON -> EnumSet.of(BF_BOF);
      case DRI -> EnumSet.of(DRI_EAF, H2_DRI);
      case CRUDE_STEEL, IRON_OR_STEEL_PRODUCTS -> EnumSet.allOf(SteelRoute.class);
    };
  }
}
