package org.cfptrace.chain;

/** What a reader of a verdict should know of a declaration beside whether it holds. */
public enum Remark {
  /** It came into the log more than a day after its issuer says to have made it. */
  LATE_ANCHOR(false, "in the log more than a day after it says it was made", "作成日時から1日を超えてログに登録"),
  /** Something of its sum is missing, and it says so. */
  INCOMPLETE_TOTAL(true, "the total is incomplete, and says so", "合計は未完成(その旨の表示あり)"),
  /** It says how good its data is, and not from what that follows. */
  QUALITY_NOT_CHECKED(
      true, "data quality is stated and could not be worked out again", "データ品質の表示を再計算で確認できない"),
  /** An input's split was not shown, or its buyer booked it before it was. */
  STAGES_NOT_CHECKED(false, "the split by stage could not be worked out again", "段階別の内訳は再計算できない"),
  /** It was made before both totals were stated of every line. */
  UPTAKE_NOT_CHECKED(
      true,
      "biogenic uptake of a line without a declaration is not stated",
      "申告のない構成の生物由来吸収量が示されていない"),
  /** Own forests and data bases may have them, and so may whoever hides an offset. */
  REMOVALS_NOT_PROVEN(
      true, "a line without a declaration takes removals off", "申告のない構成が除去量を差し引いている"),
  /** It is younger than a day: its proof may be on the way. */
  INPUT_NOT_PROVEN(
      true, "the proof that an input is in the log is not there yet", "投入の申告のログ登録証明が未着"),
  /** Own sub-products and estimates: the company's own word. */
  PARTLY_WITHOUT_DECLARATION(
      false, "part of the total rests on no declaration of a supplier", "合計の一部は取引先の申告に基づかない"),
  /** An aggregator has worked it out; of what it is made is not told here. */
  WORKED_OUT_ELSEWHERE(
      true,
      "an aggregator has worked the figure out, and its inputs are not shown",
      "集計者が算定した値であり、投入の内訳は示されていない");

  private final boolean leavesOpen;
  private final String en;
  private final String ja;

  Remark(boolean leavesOpen, String en, String ja) {
    this.leavesOpen = leavesOpen;
    this.en = en;
    this.ja = ja;
  }

  /**
   * Whether something of the figure itself is not there or not proven: no audit is full with it.
   */
  public boolean leavesOpen() {
    return leavesOpen;
  }

  /** In English. */
  public String en() {
    return en;
  }

  /** In Japanese. */
  public String ja() {
    return ja;
  }
}
