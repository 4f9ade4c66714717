package org.cfptrace.aggregator.disclose;

import static java.util.Objects.requireNonNull;

/**
 * Something that stands in the way of an export, or must be said with it.
 *
 * @param path of the part or line it is about, such as {@code body/frame}; empty for the whole
 * @param detail what was expected and what was seen, in English
 */
public record Finding(Code code, String path, String detail) {
  public Finding {
    requireNonNull(code, "code");
    requireNonNull(path, "path");
    requireNonNull(detail, "detail");
  }

  public static Finding of(Code code, String detail) {
    return new Finding(code, "", detail);
  }

  /** How far a person may go on in spite of it. */
  public enum Weight {
    /** Stated in the files. */
    WARNS,
    /** Blocks, until a disclosure officer says why it may go on; that reason is in the files. */
    BLOCKS,
    /** Blocks, whatever anybody says: the target cannot be filled without it. */
    FORBIDS
  }

  /** The catalogue. */
  public enum Code {
    /** A part of the sum is missing beyond the cut-off of the target. */
    MISSING_UPSTREAM(Weight.BLOCKS, "part of the footprint is missing", "排出量の一部が不足しています"),
    /** More is left out than the target allows. */
    CUT_OFF_EXCEEDED(Weight.BLOCKS, "more is left out than allowed", "除外の上限を超えています"),
    /** A stage or account split was not given, and the target demands it. */
    SPLIT_WITHHELD(Weight.FORBIDS, "the split was not given", "内訳が開示されていません"),
    /** An input has been withdrawn. */
    RECALLED_INPUT(Weight.BLOCKS, "an input was recalled", "撤回された入力があります"),
    /** The subject is not known, or cannot be worked out. */
    NOT_AVAILABLE(Weight.FORBIDS, "this cannot be worked out", "算定できません"),
    /** Part of the footprint is missing, less than the cut-off of the target. */
    WITHIN_CUT_OFF(Weight.WARNS, "part is missing, within the cut-off", "一部不足(除外基準の範囲内)"),
    /** An input's last day of use is over. */
    EXPIRED_INPUT(Weight.BLOCKS, "an input has expired", "有効期限切れの入力があります"),
    /** An input that counted at the as-of instant has been corrected since. */
    SUPERSEDED_INPUT(Weight.WARNS, "an input has been corrected since", "訂正された入力があります"),
    /** The figure is that of another period than asked for. */
    OTHER_PERIOD(Weight.WARNS, "the figure is of another period", "算定期間が指定と異なります"),
    /** An input is not proved to be in the public log. */
    NOT_ANCHORED(Weight.BLOCKS, "an input is not in the public log yet", "公開ログに未登録の入力があります"),
    /** Nothing here is proved by a public log: the data space has none. */
    NO_PUBLIC_LOG(Weight.WARNS, "there is no public log here", "公開ログのない環境です"),
    /** Units do not fit. */
    UNIT_MISMATCH(Weight.FORBIDS, "the units do not fit", "単位が合いません"),
    /** The boundary is not the target's. */
    BOUNDARY_MIX(Weight.FORBIDS, "the system boundary does not fit", "システム境界が合いません"),
    /** Another set of warming potentials than the target's. */
    GWP_MIX(Weight.FORBIDS, "the set of GWP factors does not fit", "GWP 係数が合いません"),
    /** The period is not one the target takes. */
    PERIOD_MIX(Weight.FORBIDS, "the period does not fit", "期間が合いません"),
    /** Other parts than declared before: it must be calculated anew. */
    BOM_CHANGED(Weight.BLOCKS, "the bill of materials has changed", "部品構成が変更されています"),
    /** Another electricity mix than declared before: it must be calculated anew. */
    ELECTRICITY_MIX_CHANGED(Weight.BLOCKS, "the electricity mix has changed", "電力構成が変更されています"),
    /** Company-specific data is required. */
    COMPANY_DATA_REQUIRED(Weight.BLOCKS, "company data is required", "自社固有データが必要です"),
    /** A CN code is not one of the target's goods. */
    CN_INVALID(Weight.FORBIDS, "the CN code is not valid here", "CN コードが有効ではありません"),
    /** Default values were used. */
    DEFAULT_VALUE_USED(Weight.WARNS, "default values were used", "デフォルト値が使用されています"),
    /** Something the target asks for was not stated. */
    NOT_STATED(Weight.WARNS, "a field the target asks for was not stated", "記載されていない項目があります"),
    /** Another name of the company is stated than the directory has. */
    NAME_DIFFERS(
        Weight.WARNS, "the manufacturer's name is not the directory's", "製造者名が登録簿の名称と異なります"),
    /** Something the target cannot do without was not stated. */
    REQUIRED_NOT_STATED(
        Weight.FORBIDS, "a field the target demands was not stated", "必須項目が記載されていません"),
    /** A value that the target's own rules refuse. */
    VALUE_NOT_TAKEN(Weight.FORBIDS, "the target does not take this value", "提出先の形式で認められない値です"),
    /** No performance classes are defined yet. */
    CLASS_SCHEME_ABSENT(Weight.WARNS, "no class scheme is in force", "性能クラスは未定義です"),
    /** The method, or a number in it, is of a draft. */
    METHOD_DRAFT(Weight.WARNS, "the method is a draft", "算定方法は草案です"),
    /** A figure that an outside rule calls implausible. */
    IMPLAUSIBLE(Weight.WARNS, "a plausibility rule is not met", "妥当性規則を満たしていません");

    private final Weight weight;
    private final String en;
    private final String ja;

    Code(Weight weight, String en, String ja) {
      this.weight = weight;
      this.en = en;
      this.ja = ja;
    }

    public Weight weight() {
      return weight;
    }

    public String en() {
      return en;
    }

    public String ja() {
      return ja;
    }
  }
}
