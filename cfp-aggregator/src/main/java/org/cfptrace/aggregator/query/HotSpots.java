package org.cfptrace.aggregator.query;

import java.util.Comparator;
import java.util.List;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.rollup.Bilingual;
import org.cfptrace.rollup.LineOrigin;

/** What to look at first, and what to ask of whom. */
public final class HotSpots {
  private HotSpots() {}

  /** One of them, with what can be done about it. */
  public record HotSpot(Contribution contribution, Bilingual advice) {}

  /**
   * What has no figure comes first, because nobody knows how large it is: of these the largest by
   * its last known figure. Then the largest, negative ones by their size.
   */
  static List<HotSpot> of(Tree tree, int most) {
    return Explosion.of(tree).contributions().stream()
        .filter(each -> each.isMissing() || !each.emissions().inclBiogenicUptake().isZero())
        .sorted(
            Comparator.comparing((Contribution each) -> !each.isMissing())
                .thenComparing(Comparator.comparing(HotSpots::size).reversed())
                .thenComparing(Contribution::name))
        .limit(most)
        .map(each -> new HotSpot(each, advice(each)))
        .toList();
  }

  private static KgCo2e size(Contribution each) {
    return (each.isMissing() ? each.lastKnown() : each.emissions()).inclBiogenicUptake().abs();
  }

  private static Bilingual advice(Contribution each) {
    if (each.isMissing()) {
      return adviceOnGap(each);
    }
    if (each.origin() == LineOrigin.PRIMARY) {
      return each.kind() == Contribution.Kind.SUPPLIER
          ? new Bilingual("reduce together with the supplier", "取引先と共に削減を検討してください")
          : new Bilingual("reduce at your own plant", "自社工程での削減を検討してください");
    }
    return new Bilingual(
        "an estimate: ask for a supplier's own figure", "推定値です。取引先の一次データを依頼してください");
  }

  private static Bilingual adviceOnGap(Contribution gap) {
    return switch (gap.kind()) {
      case OWN -> new Bilingual("enter your own emissions", "自社由来排出量を入力してください");
      case ASSEMBLY ->
          new Bilingual(
              "write a structure of this part that holds on the day and fits in unit and boundary",
              "対象日に有効で、単位と算定範囲が合う部品構成を登録してください");
      case SUPPLIER, ESTIMATE, TRANSPORT ->
          gap.supplier().isPresent()
              ? new Bilingual("ask the supplier for its figure", "取引先に CFP の回答を依頼してください")
              : new Bilingual(
                  "link a supplier's product, or estimate", "取引先の部品を紐付けるか、推定値を入力してください");
    };
  }
}
