package org.cfptrace.chain;

/** What a reader of a verdict should know of a declaration beside whether it holds. */
public enum Remark {
  /** It came into the log more than a day after its issuer says to have made it. */
  LATE_ANCHOR("in the log more than a day after it says it was made", "作成日時から1日を超えてログに登録"),
  /** Something of its sum is missing, and it says so. */
  INCOMPLETE_TOTAL("the total is incomplete, and says so", "合計は未完成(その旨の表示あり)"),
  /** It was made before the data for this was stated. */
  QUALITY_NOT_CHECKED("data quality could not be worked out again", "データ品質は再計算できない");

  private final String en;
  private final String ja;

  Remark(String en, String ja) {
    this.en = en;
    this.ja = ja;
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
