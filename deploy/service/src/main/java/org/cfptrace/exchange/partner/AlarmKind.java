package org.cfptrace.exchange.partner;

import static java.util.Objects.requireNonNull;

import org.cfptrace.rollup.Bilingual;

/** What a person has to look at. */
public enum AlarmKind {
  /** The directory shows a key as ours that we did not make. */
  FOREIGN_KEY_IN_OUR_NAME(
      "The directory shows a key in our name that we did not make.",
      "ディレクトリに、当社が作成していない当社名義の鍵があります。"),
  /** The directory shows a new key of a partner for which no key we trust vouches. */
  UNPROVEN_KEY_OF_PARTNER(
      "The directory shows a new key of a partner that no key we trust vouches for.",
      "ディレクトリに、信頼済みの鍵で裏付けられていない取引先の新しい鍵があります。"),
  /**
   * The public log has shown a partner, or us at another time, a tree that is not the one we see;
   * or a partner says that ours is not the one it sees.
   */
  FORKED_LOG(
      "The public log shows two histories: what this company was shown is not what we are shown.",
      "公開ログに二つの履歴があります。この会社に示された内容が当社に示された内容と異なります。"),
  /**
   * For more than an hour the log has shown us less than it has shown before, or than it has shown
   * somebody else; or has not shown how the two are one tree.
   */
  LOG_STANDS_STILL(
      "For more than an hour the public log has not shown us what it has shown others, or us"
          + " before.",
      "公開ログが一時間以上、他社または以前の当社に示した内容を当社に示していません。"),
  /**
   * The keeper of the log does not take what we say of a declaration of ours: its id, or that it
   * does not stand any more. As long as that is so, auditors take it for standing.
   */
  REFUSED_BY_LOG(
      "The public log does not take our entry, or that a declaration of ours is superseded or"
          + " recalled.",
      "公開ログが、当社の登録、または当社の宣言の差替え・取消しを受け付けません。");

  private final String en;
  private final String ja;

  AlarmKind(String en, String ja) {
    this.en = requireNonNull(en, "en");
    this.ja = requireNonNull(ja, "ja");
  }

  /** What it means, for the person. */
  public Bilingual meaning() {
    return new Bilingual(en, ja);
  }
}
