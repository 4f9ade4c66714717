package org.cfptrace.connector.notify;

import org.cfptrace.rollup.Bilingual;

/** What a person may be told; the names are stable, the titles are for people. */
public enum NotificationType {
  /** A customer has sent a request. */
  REQUEST_NEW("A customer asks for a footprint", "取引先から CFP 算出依頼が届きました"),
  /** A customer has sent a reminder. */
  REQUEST_REMINDED("A customer reminds you of a request", "CFP 算出依頼の督促が届きました"),
  /** A supplier has said which product a request is about. */
  REQUEST_LINKED("A supplier has linked your request to a product", "取引先が依頼を製品に紐付けました"),
  /** A partner has written about a request. */
  REQUEST_REPLY("A partner has written about a request", "依頼について取引先から連絡がありました"),
  /** A supplier has sent a request back. */
  REQUEST_REJECTED("A supplier has rejected your request", "依頼が差し戻されました"),
  /** A customer no longer needs an answer. */
  REQUEST_CANCELLED("A customer has cancelled a request", "取引先が依頼を取り消しました"),
  /** The day by which an answer was asked for has passed. */
  REQUEST_OVERDUE("A request is overdue", "回答期限を過ぎた依頼があります"),
  /** The answer to a request has come. */
  ANSWERED("A supplier has answered your request with a footprint", "依頼した CFP の回答が届きました"),
  /** A figure in use was corrected or renewed. */
  UPDATED("A supplier has updated a footprint", "取引先が CFP を更新しました"),
  /** A supplier now shows what it had kept to itself. */
  RELEASED("A supplier now discloses a footprint", "取引先が CFP を開示しました"),
  /** A supplier no longer shows it. */
  WITHHELD("A supplier no longer discloses a footprint", "取引先が CFP を非開示にしました"),
  /** A supplier has withdrawn a declaration. */
  RECALLED("A supplier has recalled a declaration", "取引先が申告を取り下げました"),
  /** A declaration, ours or a partner's, will soon be too old. */
  EXPIRING("A declaration expires soon", "まもなく有効期限が切れる申告があります"),
  /** A declaration, ours or a partner's, is too old. */
  EXPIRED("A declaration has expired", "有効期限が切れた申告があります"),
  /** A partner's connector has refused what we sent. */
  REFUSED_DELIVERY("A partner has refused what you sent", "取引先が送信内容を受け付けませんでした"),
  /** What we sent has not arrived for a long time. */
  NOT_DELIVERED("Something you sent has not arrived yet", "取引先にまだ届いていない送信があります"),
  /** What a partner sent came after its life; the partner was told, and can send it anew. */
  ARRIVED_TOO_LATE(
      "Something a partner sent came too late; the partner was told to send it anew",
      "取引先からの送信が期限切れで届きました。取引先に再送が必要なことを通知しました"),
  /** A person has to agree before a figure leaves. */
  WAITING_FOR_APPROVAL("A footprint waits for approval", "承認待ちの CFP があります"),
  /** The day's automatic re-declarations are used up. */
  RIPPLE_LIMIT(
      "Automatic updates have reached their limit and wait for a person",
      "自動再申告が上限に達しました。担当者の確認が必要です"),
  /** A footprint lacks a figure it had or should have. */
  INCOMPLETE("A footprint is incomplete", "CFP が未完です。不足している値があります"),
  /** An auditor has asked to be shown a declaration, and a person has to decide. */
  AUDIT_REQUESTED("An auditor asks to see a declaration", "監査人から申告の開示依頼が届きました"),
  /** A company has ordered an audit from us. */
  MANDATE_RECEIVED("A company has ordered an audit from you", "監査の委任状が届きました"),
  /** An answer to an auditor could not be put together, and was refused in the end. */
  AUDIT_NOT_ANSWERED("An auditor could not be answered", "監査人への回答を作成できませんでした"),
  /** An audit of ours has waited for a day for something that is not a company's answer. */
  AUDIT_WAITING("An audit is waiting and cannot be concluded yet", "監査が完了できず待機しています"),
  /** An audit of ours is done. */
  AUDIT_DONE("An audit is done", "監査が完了しました"),
  /** An auditor has attested what it has found about a product of ours. */
  ATTESTED("An auditor has attested a footprint of yours", "監査人の証明書が届きました"),
  /** An auditor has taken its word back, about a product of ours or of a supplier's. */
  ATTESTATION_WITHDRAWN("An auditor has withdrawn an attestation", "監査人が証明書を撤回しました"),
  /** An aggregator has worked out a footprint of a product of ours, and a person has to decide. */
  PROPOSED("An aggregator proposes a footprint for a product of yours", "集計者から CFP の提案が届きました"),
  /** An aggregator has made files in our name, and a person has to sign them or not. */
  SIGNATURE_REQUESTED("An export waits for your signature", "署名待ちの開示ファイルがあります"),
  /** The sources of a line add up to more than the whole. */
  SHARES_ABOVE_ONE("The shares of a line's sources exceed 1", "部品構成の調達比率の合計が 1 を超えています");

  private final String en;
  private final String ja;

  NotificationType(String en, String ja) {
    this.en = en;
    this.ja = ja;
  }

  /** One sentence that a clerk understands. */
  public Bilingual title() {
    return new Bilingual(en, ja);
  }
}
