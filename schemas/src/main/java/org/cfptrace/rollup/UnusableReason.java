package org.cfptrace.rollup;

/** Why a line's figure cannot enter the total as it is. */
public enum UnusableReason {
  NO_SOURCE("no supplier's product is linked", "取引先の部品が紐付けられていません"),
  SHARE_MISSING("the shares of the sources do not reach 1", "調達比率の合計が1に達していません"),
  PERIOD_GAP(
      "no declaration is valid at the end of the period and at most 36 months old",
      "期間末日に有効で36か月以内の申告がありません"),
  UNIT_MISMATCH("the units do not convert into each other", "単位を換算できません"),
  GWP_MIX("another set of warming potentials was used", "異なるGWP値が使われています"),
  BOUNDARY_MIX("another system boundary was used", "異なるシステム境界が使われています"),
  AMOUNT_TOO_LARGE(
      "the contribution is larger than any declaration can state", "寄与量が申告可能な上限を超えています"),
  CYCLE("it leads back to the product itself on this day", "対象日の部品構成が循環しています"),
  NO_VERSION("no structure of this part is in force on this day", "対象日に有効な部品構成がありません");

  private final String en;
  private final String ja;

  UnusableReason(String en, String ja) {
    this.en = en;
    this.ja = ja;
  }

  public Bilingual text() {
    return new Bilingual(en, ja);
  }
}
