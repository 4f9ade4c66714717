package org.cfptrace.aggregator.steel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.aggregator.steel.GoodsCategory.CRUDE_STEEL;
import static org.cfptrace.aggregator.steel.GoodsCategory.DRI;
import static org.cfptrace.aggregator.steel.GoodsCategory.HYDROGEN;
import static org.cfptrace.aggregator.steel.GoodsCategory.IRON_OR_STEEL_PRODUCTS;
import static org.cfptrace.aggregator.steel.GoodsCategory.PIG_IRON;
import static org.cfptrace.aggregator.steel.GoodsCategory.SINTERED_ORE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which codes are which goods, and what they may be made of. */
class GoodsCategoryTest {
  @ParameterizedTest
  @CsvSource({
    "26011200, SINTERED_ORE",
    "28041000, HYDROGEN",
    "72011011, PIG_IRON",
    "72021120, FERRO_MANGANESE",
    "72024110, FERRO_CHROMIUM",
    "72026000, FERRO_NICKEL",
    "72031000, DRI",
    "72061000, CRUDE_STEEL",
    "72071114, CRUDE_STEEL",
    "72189911, CRUDE_STEEL",
    "72249002, CRUDE_STEEL",
    "72083600, IRON_OR_STEEL_PRODUCTS",
    "72179090, IRON_OR_STEEL_PRODUCTS",
    "72230011, IRON_OR_STEEL_PRODUCTS",
    "72299090, IRON_OR_STEEL_PRODUCTS",
    "73110011, IRON_OR_STEEL_PRODUCTS",
    "73181100, IRON_OR_STEEL_PRODUCTS",
    "73269098, IRON_OR_STEEL_PRODUCTS"
  })
  void aCodeBelongsToOneCategory(String code, GoodsCategory category) {
    assertThat(GoodsCategory.of(new CnCode(code))).containsExactly(category);
  }

  @Test
  void granulesAndPowdersMayBePigIronOrAProduct() {
    assertThat(GoodsCategory.of(new CnCode("72051000")))
        .containsExactly(PIG_IRON, IRON_OR_STEEL_PRODUCTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"72044910", "26011100", "72022110", "73121020", "76011000"})
  void scrapAndWhatIsNotListedBelongsNowhere(String code) {
    assertThat(GoodsCategory.of(new CnCode(code))).isEmpty();
  }

  @Test
  void onlySinteredOreCountsItsElectricity() {
    assertThat(Arrays.stream(GoodsCategory.values()).filter(GoodsCategory::countsIndirect))
        .containsExactly(SINTERED_ORE);
  }

  @Test
  void ironIsMadeOfOreAndSteelOfIron() {
    assertThat(precursors(SINTERED_ORE)).isEmpty();
    assertThat(precursors(DRI))
        .contains(SINTERED_ORE, HYDROGEN, PIG_IRON)
        .doesNotContain(CRUDE_STEEL);
    assertThat(precursors(CRUDE_STEEL))
        .contains(PIG_IRON, DRI, CRUDE_STEEL)
        .doesNotContain(SINTERED_ORE, HYDROGEN, IRON_OR_STEEL_PRODUCTS);
    assertThat(precursors(IRON_OR_STEEL_PRODUCTS))
        .contains(CRUDE_STEEL, IRON_OR_STEEL_PRODUCTS)
        .doesNotContain(SINTERED_ORE, HYDROGEN);
  }

  private static Set<GoodsCategory> precursors(GoodsCategory good) {
    Set<GoodsCategory> allowed = EnumSet.allOf(GoodsCategory.class);
    allowed.removeIf(precursor -> !good.mayBeMadeOf(precursor));
    return allowed;
  }
}
