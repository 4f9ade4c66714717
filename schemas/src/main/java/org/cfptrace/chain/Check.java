package org.cfptrace.chain;

import org.cfptrace.verify.Reason;

/** What is looked at in each declaration of a chain; a report names all that was. */
public enum Check {
  TOKEN("form and signature of the declaration", "申告の形式と署名"),
  STANDING("the signing key was good when the log took it in", "ログ登録時点で署名鍵が有効だったこと"),
  DISCLOSURES("what is shown is what was signed", "開示内容が署名内容と一致すること"),
  OPENING("the totals are those committed to", "合計値がコミットメントと一致すること"),
  LINKS("each input is the declaration that its supplier signed", "各投入の申告が取引先の署名したものであること"),
  ARITHMETIC("amount, unit, yield and sum, to the microgram", "数量・単位・歩留り・合計(マイクログラム単位)"),
  PERIOD("each input speaks for the period it is used in", "各投入の申告が対象期間に使えること"),
  QUALITY("primary data share and data quality follow from the inputs", "一次データ比率とデータ品質が投入から導かれること"),
  STATEMENT("all customers were told the same", "どの取引先にも同じ内容が申告されていること"),
  INCLUSION("the declaration is in the public log, and since when", "公開ログへの登録とその時刻"),
  STATUS("it was neither recalled nor corrected", "取下げも訂正もされていないこと");

  private final String en;
  private final String ja;

  Check(String en, String ja) {
    this.en = en;
    this.ja = ja;
  }

  /** Which check a reason comes from. */
  public static Check of(Reason reason) {
    return switch (reason) {
      case KEY_NOT_VALID_THEN, COMPROMISED_KEY, KEY_NOT_PINNED, ISSUED_AFTER_INCLUSION -> STANDING;
      case MALFORMED_DISCLOSURE,
          WEAK_SALT,
          DUPLICATE_DISCLOSURE,
          UNREFERENCED_DISCLOSURE,
          DUPLICATE_DIGEST,
          CLAIM_COLLISION,
          RESERVED_CLAIM_NAME,
          UNKNOWN_CLAIM,
          MALFORMED_CLAIM,
          CLAIM_NOT_SHOWN,
          AUDIENCE_NOT_DISCLOSED ->
          DISCLOSURES;
      case OPENING_MISSING,
          OPENING_WITHOUT_TOTAL,
          COMMITMENT_DOES_NOT_OPEN,
          TOTAL_IS_NOT_COMMITTED,
          STAGES_WITHOUT_TOTAL,
          STAGES_DO_NOT_ADD_UP ->
          OPENING;
      case NOT_THE_ONE_ASKED,
          NOT_THE_ONE_HELD,
          INPUT_HIDDEN,
          INPUT_LINK_BROKEN,
          INPUT_TWICE,
          CHAIN_CYCLE ->
          LINKS;
      case UNIT_MISMATCH, CONTRIBUTION_DIFFERS, SUM_DIFFERS, COMPLETENESS_DIFFERS -> ARITHMETIC;
      case PERIOD_NOT_COVERED, METHOD_DIFFERS -> PERIOD;
      case QUALITY_DIFFERS -> QUALITY;
      case STATEMENT_DIFFERS -> STATEMENT;
      case NOT_LOGGED, BAD_CHECKPOINT, OTHER_LOG, BAD_INCLUSION_PROOF, WITNESSES_MISSING ->
          INCLUSION;
      case RECALLED, SUPERSEDED, INPUT_RECALLED, INPUT_SUPERSEDED, STATUS_UNKNOWN -> STATUS;
      default -> TOKEN;
    };
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
