package org.cfptrace.registry.answer;

/**
 * Every reason for which the registry refuses a request: the code is stable, the titles are for
 * people.
 */
public enum ProblemCode {
  MALFORMED_BODY(Kind.BAD_REQUEST, "The body cannot be read", "リクエスト本文を読み取れません"),
  INVALID_FIELDS(Kind.BAD_REQUEST, "Some fields cannot be accepted", "受け付けられない項目があります"),
  INVALID_PARAMETER(Kind.BAD_REQUEST, "A parameter cannot be accepted", "パラメーターが正しくありません"),
  IDEMPOTENCY_KEY_REQUIRED(
      Kind.BAD_REQUEST, "This write needs an Idempotency-Key", "Idempotency-Key ヘッダーが必要です"),
  IDEMPOTENCY_KEY_REUSED(
      Kind.UNPROCESSABLE,
      "This Idempotency-Key belongs to another request",
      "この Idempotency-Key は別のリクエストで使用済みです"),
  UNAUTHENTICATED(Kind.UNAUTHENTICATED, "Sign in first", "認証が必要です"),
  FORBIDDEN(Kind.FORBIDDEN, "Your role does not allow this", "この操作を行う権限がありません"),
  NOT_FOUND(Kind.NOT_FOUND, "There is no such thing here", "対象が見つかりません"),
  METHOD_NOT_ALLOWED(Kind.METHOD_NOT_ALLOWED, "This method is not offered here", "このメソッドは使用できません"),
  NOT_ACCEPTABLE(Kind.NOT_ACCEPTABLE, "Only JSON is offered here", "JSON 形式のみ提供しています"),
  BODY_TOO_LARGE(Kind.TOO_LARGE, "The body is too large", "リクエスト本文が大きすぎます"),
  UNSUPPORTED_MEDIA_TYPE(Kind.UNSUPPORTED_MEDIA_TYPE, "Only JSON is read here", "JSON 形式のみ受け付けます"),
  INTERNAL(Kind.INTERNAL, "Something went wrong on our side", "システムエラーが発生しました"),

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
      Kind.UNAUTHENTICATED, "This signed call was made before", "この署名付き呼び出しは使用済みです");

  /** What sort of refusal it is; the door translates this to its own numbers. */
  public enum Kind {
    BAD_REQUEST,
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    CONFLICT,
    TOO_LARGE,
    UNSUPPORTED_MEDIA_TYPE,
    UNPROCESSABLE,
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

  public Kind kind() {
    return kind;
  }

  public String title() {
    return title;
  }

  public String japaneseTitle() {
    return japaneseTitle;
  }
}
