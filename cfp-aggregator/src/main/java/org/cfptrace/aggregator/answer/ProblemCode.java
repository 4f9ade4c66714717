package org.cfptrace.aggregator.answer;

/** Every reason for which a request is refused: the code is stable, the titles are for people. */
public enum ProblemCode {
  /** The body is not strict JSON of the form asked for. */
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
  /** There is no such thing here. */
  NOT_FOUND(Kind.NOT_FOUND, "There is no such thing here", "対象が見つかりません"),
  /** The path exists, the method does not. */
  METHOD_NOT_ALLOWED(Kind.METHOD_NOT_ALLOWED, "This method is not offered here", "このメソッドは使用できません"),
  /** The answer is offered in JSON only. */
  NOT_ACCEPTABLE(Kind.NOT_ACCEPTABLE, "Only JSON is offered here", "JSON 形式のみ提供しています"),
  /** More than one company has declared under this trace id. */
  AMBIGUOUS_PRODUCT(Kind.CONFLICT, "Say whose product you mean", "事業者を指定してください"),
  /** More bytes than a body may have. */
  BODY_TOO_LARGE(Kind.TOO_LARGE, "The body is too large", "リクエスト本文が大きすぎます"),
  /** Not JSON by its content type. */
  UNSUPPORTED_MEDIA_TYPE(Kind.UNSUPPORTED_MEDIA_TYPE, "Only JSON is read here", "JSON 形式のみ受け付けます"),
  /** What a person read out is not the fingerprint of the key the directory shows. */
  FINGERPRINT_MISMATCH(Kind.UNPROCESSABLE, "The fingerprint does not match", "フィンガープリントが一致しません"),
  /** The rules of the trade do not allow it. */
  NOT_ALLOWED_NOW(Kind.CONFLICT, "This is not possible in the present state", "現在の状態では実行できません"),
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
    /** Not there. */
    NOT_FOUND,
    /** There, but not with this method. */
    METHOD_NOT_ALLOWED,
    /** No form the caller would accept. */
    NOT_ACCEPTABLE,
    /** At odds with what is there. */
    CONFLICT,
    /** Too many bytes. */
    TOO_LARGE,
    /** Not a form we read. */
    UNSUPPORTED_MEDIA_TYPE,
    /** Well formed, but against a rule. */
    UNPROCESSABLE,
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
