package org.cfptrace.service.answer;

/**
 * Every reason for which a service refuses a request: the code is stable, the titles are for
 * people. One catalogue for all services, so that a code means the same wherever it is met.
 */
public enum ProblemCode {
  /** The body is not JSON, or nested too deeply, or names a member twice. */
  MALFORMED_BODY(Kind.BAD_REQUEST, "The body cannot be read", "リクエスト本文を読み取れません"),
  /** One or more fields cannot be accepted; each is listed. */
  INVALID_FIELDS(Kind.BAD_REQUEST, "Some fields cannot be accepted", "受け付けられない項目があります"),
  /** A query parameter cannot be accepted. */
  INVALID_PARAMETER(Kind.BAD_REQUEST, "A parameter cannot be accepted", "パラメーターが正しくありません"),
  /** A write came without its {@code Idempotency-Key}. */
  IDEMPOTENCY_KEY_REQUIRED(
      Kind.BAD_REQUEST, "This write needs an Idempotency-Key", "Idempotency-Key ヘッダーが必要です"),
  /** The same key was used before for another request. */
  IDEMPOTENCY_KEY_REUSED(
      Kind.UNPROCESSABLE,
      "This Idempotency-Key belongs to another request",
      "この Idempotency-Key は別のリクエストで使用済みです"),
  /** Nobody is signed in, or the token is not valid. */
  UNAUTHENTICATED(Kind.UNAUTHENTICATED, "Sign in first", "認証が必要です"),
  /** The caller's roles do not allow this. */
  FORBIDDEN(Kind.FORBIDDEN, "Your role does not allow this", "この操作を行う権限がありません"),
  /** There is no such thing, or it is not yours. */
  NOT_FOUND(Kind.NOT_FOUND, "There is no such thing here", "対象が見つかりません"),
  /** The path exists, the method does not. */
  METHOD_NOT_ALLOWED(Kind.METHOD_NOT_ALLOWED, "This method is not offered here", "このメソッドは使用できません"),
  /** The answer is offered in JSON only. */
  NOT_ACCEPTABLE(Kind.NOT_ACCEPTABLE, "Only JSON is offered here", "JSON 形式のみ提供しています"),
  /** The thing exists already, or is in use. */
  CONFLICT(Kind.CONFLICT, "This conflicts with what is already there", "既存のデータと矛盾します"),
  /** The write does not say which version it changes. */
  VERSION_REQUIRED(
      Kind.PRECONDITION_REQUIRED,
      "Say in If-Match which version you change",
      "If-Match ヘッダーで更新対象の版を指定してください"),
  /** Somebody else changed it in the meantime. */
  VERSION_OUTDATED(Kind.PRECONDITION_FAILED, "It was changed in the meantime", "他の利用者によって更新されています"),
  /** More bytes than a body may have. */
  BODY_TOO_LARGE(Kind.TOO_LARGE, "The body is too large", "リクエスト本文が大きすぎます"),
  /** Not JSON by its content type. */
  UNSUPPORTED_MEDIA_TYPE(Kind.UNSUPPORTED_MEDIA_TYPE, "Only JSON is read here", "JSON 形式のみ受け付けます"),
  /** More than one company has declared under this trace id. */
  AMBIGUOUS_PRODUCT(Kind.CONFLICT, "Say whose product you mean", "事業者を指定してください"),
  /** A product would be made of itself. */
  BILL_OF_MATERIALS_CYCLE(Kind.UNPROCESSABLE, "The bill of materials uses itself", "部品構成が循環しています"),
  /** A part would be counted through its maker's declaration and through its own parts. */
  DOUBLE_COUNT(Kind.UNPROCESSABLE, "A part would be counted twice", "部品が二重に計上されます"),
  /** More is beneath a product than one answer can take apart. */
  TOO_MANY_PARTS(Kind.UNPROCESSABLE, "The product has too many parts for this", "部品が多すぎるため分解できません"),
  /** Two units that cannot be converted into each other. */
  UNIT_MISMATCH(Kind.UNPROCESSABLE, "The units do not fit together", "単位を換算できません"),
  /** A footprint was given where specific embedded emissions are needed (CBAM). */
  NOT_SEE(
      Kind.UNPROCESSABLE,
      "A footprint is not a specific embedded emission",
      "CFP は特定体化排出量として使用できません"),
  /** Not a CN code of eight digits, or not one of that good. */
  CN_INVALID(Kind.UNPROCESSABLE, "The CN code cannot be accepted", "CN コードが正しくありません"),
  /** A period reaches into two calendar years, or is of a year that does not fit. */
  PERIOD_MIX(Kind.UNPROCESSABLE, "The period is not of one calendar year", "対象期間が単一の暦年に収まっていません"),
  /** There is no published factor to fall back on. */
  FACTOR_UNKNOWN(Kind.UNPROCESSABLE, "No factor is known for this", "該当する係数・デフォルト値がありません"),
  /** A precursor that is not in the input. */
  PRECURSOR_UNKNOWN(Kind.UNPROCESSABLE, "The precursor is not in this input", "指定された前駆体が入力にありません"),
  /** A good is not made of such a precursor. */
  PRECURSOR_NOT_ALLOWED(
      Kind.UNPROCESSABLE, "The good is not made of this precursor", "この製品には使用できない前駆体です"),
  /** A process would use its own product. */
  PRECURSOR_CYCLE(Kind.UNPROCESSABLE, "The processes use each other", "工程が循環しています"),
  /** More of a precursor was consumed than there was. */
  PRECURSOR_OVERUSED(Kind.UNPROCESSABLE, "More was consumed than there was", "前駆体の使用量が入手量を超えています"),
  /** A production route is missing, or is not one of this good. */
  ROUTE_INVALID(Kind.UNPROCESSABLE, "The production route does not fit", "製造ルートが正しくありません"),
  /** Two things of one name. */
  DUPLICATE_ID(Kind.UNPROCESSABLE, "The same id is used twice", "ID が重複しています"),
  /** More than 2^63 micrograms. */
  AMOUNT_TOO_LARGE(Kind.UNPROCESSABLE, "The amount is too large", "数値が大きすぎます"),
  /** What a person read out is not the fingerprint of the key the directory shows. */
  FINGERPRINT_MISMATCH(Kind.UNPROCESSABLE, "The fingerprint does not match", "フィンガープリントが一致しません"),
  /** The rules of the trade do not allow it. */
  NOT_ALLOWED_NOW(Kind.CONFLICT, "This is not possible in the present state", "現在の状態では実行できません"),
  /**
   * The state of the thing does not allow this move; the fields name the state and what it allows.
   */
  ILLEGAL_MOVE(Kind.CONFLICT, "The state does not allow this", "現在の状態ではこの操作はできません"),
  /** Only an auditor that the registry lists as accredited may do this. */
  NOT_ACCREDITED(Kind.CONFLICT, "Not accredited as an auditor", "監査人として認定されていません"),
  /** There is no standing statement of the product for that very period. */
  NOTHING_STATED(
      Kind.CONFLICT, "No footprint is stated for this period", "この期間の CFP はまだ自己申告されていません"),
  /** The trust anchor names no public log, so nothing can be proven to be in it. */
  NO_PUBLIC_LOG(Kind.CONFLICT, "This data space has no public log", "このデータスペースには公開ログがありません"),
  /** No approver has released this to that partner. */
  NOT_RELEASED(Kind.CONFLICT, "Nobody has released this yet", "まだ開示が承認されていません"),
  /** The terms under which a supplier has declared do not let it be handed on to an aggregator. */
  ONWARD_NOT_ALLOWED(
      Kind.CONFLICT, "The supplier does not let this be handed on", "供給元の条件により、集計者へ提示できません"),
  /** The application was approved or refused before. */
  ALREADY_DECIDED(Kind.CONFLICT, "The application is decided already", "この申請は審査済みです"),
  /** A participant with this corporate number or LEI exists. */
  ALREADY_A_PARTICIPANT(Kind.CONFLICT, "This company is a participant already", "この事業者は登録済みです"),
  /** Suspended when it should not be, or the other way round. */
  WRONG_STATUS(Kind.CONFLICT, "The participant's status does not allow this", "参加者の状態により実行できません"),
  /** The one-time code is not one of this participant. */
  ENROLMENT_CODE_INVALID(Kind.FORBIDDEN, "The enrolment code is not accepted", "登録コードが正しくありません"),
  /** The one-time code came too late; the operator makes a new one. */
  ENROLMENT_CODE_EXPIRED(Kind.FORBIDDEN, "The enrolment code has expired", "登録コードの有効期限が切れています"),
  /** The one-time code has done its work. */
  ENROLMENT_CODE_USED(Kind.CONFLICT, "The enrolment code was used before", "登録コードは使用済みです"),
  /** The nonce is not ours, was used, or is too old. */
  NONCE_REFUSED(Kind.CONFLICT, "The nonce is not accepted", "ノンスが無効です"),
  /** A certificate request or the key binding is not in order; each fault is listed. */
  KEYS_REFUSED(Kind.UNPROCESSABLE, "The keys cannot be enrolled", "鍵を登録できません"),
  /** The signature over the call does not fit the call. */
  SIGNED_CALL_REFUSED(
      Kind.UNAUTHENTICATED, "The signed call is not accepted", "署名付き呼び出しが受け付けられません"),
  /** The same signed call came twice. */
  SIGNED_CALL_REPEATED(
      Kind.UNAUTHENTICATED, "This signed call was made before", "この署名付き呼び出しは使用済みです"),
  /** Too many calls from one address. */
  TOO_MANY_REQUESTS(Kind.TOO_MANY, "Too many requests from this address", "このアドレスからのリクエストが多すぎます"),
  /** Neither a rule nor the manufacturer says how much energy a battery delivers. */
  FUNCTIONAL_UNIT_UNDETERMINED(
      Kind.UNPROCESSABLE, "The functional unit cannot be worked out", "機能単位を算定できません"),
  /** Something stands in the way of a battery's declaration; each hindrance is listed. */
  NOT_DECLARABLE(
      Kind.CONFLICT, "The battery cannot be declared as it stands", "このままではバッテリーの CFP を宣言できません"),
  /** More would be taken from a pool of reductions than is left of what was verified. */
  POOL_OVERALLOCATED(
      Kind.CONFLICT, "The pool has less reduction left than that", "プールの残存削減量を超えています"),
  /** A lot would carry less than nothing after its reduction. */
  LOT_BELOW_ZERO(Kind.UNPROCESSABLE, "A lot would carry less than nothing", "割当後のロットの CFP が負になります"),
  /** A reduction may be claimed for twelve months at most. */
  CLAIM_PERIOD_TOO_LONG(
      Kind.UNPROCESSABLE, "The claim period is longer than 12 months", "主張期間が 12 か月を超えています"),
  /** The same reduction, lot or product line is claimed already. */
  REDUCTION_CLAIMED_TWICE(Kind.CONFLICT, "The reduction would be claimed twice", "同じ削減量が二重に主張されます"),
  /** Another certificate has this id. */
  CERTIFICATE_ID_USED(Kind.CONFLICT, "A certificate with this id exists", "この証書 ID は使用済みです"),
  /** A certificate that was retired moves no more. */
  CERTIFICATE_RETIRED(Kind.CONFLICT, "The certificate is retired", "この証書は償却済みです"),
  /** A certificate that was cancelled moves no more. */
  CERTIFICATE_CANCELLED(Kind.CONFLICT, "The certificate is cancelled", "この証書は取消済みです"),
  /** A lot of a site the pool is not verified for. */
  SITE_TRANSFER_NOT_ALLOWED(
      Kind.UNPROCESSABLE, "The reduction may not go to another site", "別の事業所への削減量の移転は認められません"),
  /** The lots with certificates would weigh more than the whole product line. */
  GX_MASS_ABOVE_TOTAL(
      Kind.UNPROCESSABLE,
      "The GX lots would weigh more than the product line",
      "GX ロットの合計質量が総生産量を超えています"),
  /** Something of a total is missing; each gap is listed. */
  TOTAL_INCOMPLETE(Kind.CONFLICT, "The total is incomplete", "合計に不足している値があります"),
  /** Something this service needs is not there at the moment. */
  UNAVAILABLE(Kind.UNAVAILABLE, "Not available at the moment", "一時的に利用できません"),
  /** Our fault. */
  INTERNAL(Kind.INTERNAL, "Something went wrong on our side", "システムエラーが発生しました");

  /** What sort of refusal it is; the door translates this to its own numbers. */
  public enum Kind {
    /** The request cannot be understood or holds fields that cannot be accepted. */
    BAD_REQUEST,
    /** Nobody is signed in. */
    UNAUTHENTICATED,
    /** Signed in, but not allowed. */
    FORBIDDEN,
    /** Not there, or not the caller's. */
    NOT_FOUND,
    /** There, but not with this method. */
    METHOD_NOT_ALLOWED,
    /** No form the caller would accept. */
    NOT_ACCEPTABLE,
    /** At odds with what is there. */
    CONFLICT,
    /** The version to change is not named. */
    PRECONDITION_REQUIRED,
    /** The version named is not the present one. */
    PRECONDITION_FAILED,
    /** Too many bytes. */
    TOO_LARGE,
    /** Not a form we read. */
    UNSUPPORTED_MEDIA_TYPE,
    /** Well formed, but against a rule. */
    UNPROCESSABLE,
    /** Too often. */
    TOO_MANY,
    /** Try later. */
    UNAVAILABLE,
    /** Our fault. */
    INTERNAL
  }

  private final Kind kind;
  private final String title;
  private final String japaneseTitle;

  ProblemCode(Kind kind, String title, String japaneseTitle) {
    this.kind = kind;
    this.title = title;
    this.japaneseTitle = japaneseTitle;
  }

  /** What sort of refusal this is. */
  public Kind kind() {
    return kind;
  }

  /** The title in English. */
  public String title() {
    return title;
  }

  /** The title in Japanese. */
  public String japaneseTitle() {
    return japaneseTitle;
  }
}
