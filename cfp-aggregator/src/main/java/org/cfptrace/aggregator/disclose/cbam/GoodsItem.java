package org.cfptrace.aggregator.disclose.cbam;

import java.util.ArrayList;
import java.util.List;
import org.cfptrace.aggregator.disclose.cbam.CbamFacts.Good;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.GoodStatement;
import org.cfptrace.aggregator.disclose.cbam.SummaryItem.Fact;
import org.cfptrace.aggregator.disclose.cbam.SummaryItem.Rows;

/** Item 4: what a tonne of each good carries, by its letters (a) to (f). */
final class GoodsItem {
  static final String ANNEX_II =
      "inherited from precursors outside of Annex II; own electricity not counted (Annex II good)";
  static final String OWN = "electricity of the good itself (good outside of Annex II)";

  private static final String NOTE =
      "(d) does not apply: electricity is no good of this installation. Share by default values ="
          + " sum of (mass of precursor x SEE by default) / (SEE x activity level), 0 to 1, those"
          + " behind own precursors included.";

  private GoodsItem() {}

  static SummaryItem of(CbamFacts facts) {
    return SummaryItem.of(
        4,
        "goods",
        "Specific embedded emissions of each good",
        NOTE,
        List.of(new Rows("goods", "goods", facts.goods().stream().map(GoodsItem::row).toList())));
  }

  private static List<Fact> row(Good good) {
    GoodStatement statement = good.statement();
    List<Fact> row = new ArrayList<>();
    row.add(Fact.of("process", "production process", good.process()));
    row.add(Fact.of("cn", "CN code", good.cn()));
    row.add(
        Fact.figure(
            "specificDirect", "(a) specific direct, t CO2e/t", Figures.specific(good.direct())));
    row.add(
        Fact.figure(
            "shareByDefaultValues",
            "(b) share by default values, 0 to 1",
            Figures.specific(good.shareByDefault())));
    row.add(Fact.of("defaultValuesUsed", "default values used", isZero(good) ? "no" : "yes"));
    row.add(
        Fact.figure(
            "specificIndirect",
            "(c) specific indirect, t CO2e/t",
            Figures.specific(good.indirect())));
    row.add(
        Fact.of(
            "indirectBasis",
            "basis of indirect",
            good.category().countsIndirect() ? OWN : ANNEX_II));
    if (good.category().countsIndirect()) {
      row.add(
          Fact.figure(
              "indirectByActualShare",
              "(c) share of indirect by actual data, 0 to 1",
              statement.indirectActualShare().map(Figures::specific)));
      row.add(
          Fact.text(
              "indirectConfirmation",
              "(c) confirmation of indirect",
              statement.indirectConfirmation()));
    }
    row.add(
        Fact.figure(
            "specificFreeAllocation",
            "(e) specific embedded free allocation, t CO2e/t",
            statement.freeAllocation().map(Figures::specific)));
    row.add(
        Fact.text(
            "benchmarks",
            "(f) benchmarks used",
            statement.benchmarksConfirmed().map(GoodsItem::confirmed)));
    return row;
  }

  private static String confirmed(boolean isConfirmed) {
    return isConfirmed ? "confirmed" : "not confirmed";
  }

  private static boolean isZero(Good good) {
    return good.shareByDefault().numerator().signum() == 0;
  }
}
