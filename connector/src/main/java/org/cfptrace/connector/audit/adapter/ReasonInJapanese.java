package org.cfptrace.connector.audit.adapter;

import org.cfptrace.verify.Reason;

/** What a reason means, for people who read Japanese. */
final class ReasonInJapanese {
  private ReasonInJapanese() {}

  static String of(Reason reason) {
    return switch (reason) {
      case TOO_LARGE -> "種類ごとの上限サイズを超えている";
      case MALFORMED_TOKEN -> "定められたトークン表記ではない";
      case MALFORMED_HEADER -> "保護ヘッダーが定められたものと一致しない";
      case UNSUPPORTED_VERSION -> "この読取側が対応していない様式の版";
      case MALFORMED_PAYLOAD -> "ペイロードが定められた厳格な JSON ではない";
      case UNKNOWN_MESSAGE_TYPE -> "この読取側が対応していないメッセージ種別";
      case MALFORMED_BODY -> "メッセージ本文がその種別の様式ではない";
      case MALFORMED_DISCLOSURE -> "開示項目が定められた様式ではない";
      case WEAK_SALT -> "ソルトが128ビット未満";
      case DUPLICATE_DISCLOSURE -> "同じ開示項目が二重にある";
      case UNREFERENCED_DISCLOSURE -> "どのダイジェストにも対応しない開示項目がある";
      case DUPLICATE_DIGEST -> "同じダイジェストが二重にある";
      case CLAIM_COLLISION -> "開示項目が平文の項目と同じ名前";
      case RESERVED_CLAIM_NAME -> "開示項目の名前が予約語(_sd または ...)";
      case UNKNOWN_CLAIM -> "取り決めのない項目";
      case MALFORMED_CLAIM -> "項目が定められた様式ではない";
      case BAD_NUMBER -> "数値の表記または範囲が定めと異なる";
      case UNKNOWN_UNIT -> "取り決めのない単位";
      case MALFORMED_ENVELOPE -> "封筒が定められた様式ではない";
      case NOT_SEALED_TO_US -> "当方のものではない鍵で封緘されている";
      case CANNOT_BE_OPENED -> "封緘が壊れている";
      case BAD_PADDING -> "パディングが定めと異なる";
      case UNKNOWN_SIGNER -> "署名者が登録簿にない";
      case UNKNOWN_KEY -> "署名者がこの鍵を持った記録がない";
      case WRONG_KEY_USE -> "ES256 で署名するための鍵ではない";
      case BAD_SIGNATURE -> "署名が一致しない";
      case KEY_NOT_VALID_THEN -> "発行時点で鍵が有効ではない";
      case COMPROMISED_KEY -> "鍵の漏えいが届け出られている";
      case STALE_DIRECTORY -> "当方の登録簿の写しが24時間より古い";
      case SUSPENDED_SIGNER -> "署名者が利用停止中";
      case ISSUED_IN_FUTURE -> "発行日時が当方の時計より後";
      case EXPIRED -> "メッセージの期限切れ";
      case LIFETIME_TOO_LONG -> "メッセージの期限が発行より前、または長すぎる";
      case NOT_FOR_US -> "他者宛て";
      case AUDIENCE_NOT_DISCLOSED -> "誰のための写しかが示されていない";
      case FORWARDED -> "他社の申告が送信者自身の名で送られた";
      case PRESENTED_BY_ITS_ISSUER -> "本来は申告すべき発行者自身が取り次いでいる";
      case NOT_THE_AUDIENCE -> "宛先ではない事業者が取り次いでいる";
      case TERMS_NOT_DISCLOSED -> "取次ぎを許す条件が示されていない";
      case ONWARD_NOT_ALLOWED -> "条件により集計者への取次ぎが許されていない";
      case REPLAYED -> "使用済みの識別子が別の内容で使われた";
      case SUPERSEDES_ANOTHERS -> "他社の申告に対する訂正";
      case SUPERSEDES_OTHER -> "別の製品または期間の申告に対する訂正";
      case SUPERSESSION_CYCLE -> "訂正が自身に戻る、または最初の申告にたどり着かない";
      case OPENING_MISSING -> "合計値にコミットメントの開示値が付いていない";
      case OPENING_WITHOUT_TOTAL -> "合計値なしにコミットメントの開示値がある";
      case COMMITMENT_DOES_NOT_OPEN -> "コミットメントが示された値と一致しない";
      case TOTAL_IS_NOT_COMMITTED -> "合計値がコミットメントの値ではない";
      case STAGES_WITHOUT_TOTAL -> "合計値なしに段階別の内訳がある";
      case STAGES_DO_NOT_ADD_UP -> "段階別の内訳の和がコミットメントの値と一致しない";
      case UNIT_MISMATCH -> "購入単位に換算できない単位";
      case BAD_CHECKPOINT -> "ログが署名したチェックポイントではない";
      case OTHER_LOG -> "別のログに関するもの";
      case BAD_INCLUSION_PROOF -> "ログへの登録を証明していない";
      case BAD_CONSISTENCY_PROOF -> "ログが追記のみであることを証明していない";
      case TREE_SHRANK -> "ログの件数が以前より減っている";
      case FORK -> "ログが二つの履歴を示している";
      case WITNESSES_MISSING -> "チェックポイントに署名した立会人が必要数に満たない";
      case BAD_TIMESTAMP -> "既知の時刻認証局による対象どおりのタイムスタンプではない";
      case ISSUED_AFTER_INCLUSION -> "発行日時がログ登録より後";
      case NOT_THE_ONE_ASKED -> "照会とは別の事業者・製品・期間の申告";
      case NOT_THE_ONE_HELD -> "取引先が保有する申告ではない";
      case KEY_NOT_PINNED -> "取引先が確認済みの鍵による署名ではない";
      case CLAIM_NOT_SHOWN -> "監査人に示すべき項目が示されていない";
      case NOT_LOGGED -> "公開ログへの登録証明がまだない";
      case STATUS_UNKNOWN -> "状態一覧がログ登録より古い";
      case RECALLED -> "発行者が取り下げた";
      case SUPERSEDED -> "発行者が訂正した";
      case STATEMENT_DIFFERS -> "発行者の自己申告または他者への申告と内容が異なる";
      case INPUT_HIDDEN -> "合計の投入の一部が示されていない";
      case INPUT_LINK_BROKEN -> "投入が署名時に指定された申告ではない";
      case INPUT_TWICE -> "一つの行に同じ申告が二重にある";
      case INPUT_RECALLED -> "合計が、発行者の取り下げた申告を用いている";
      case INPUT_SUPERSEDED -> "合計が、発行者の訂正した申告を用いている";
      case CONTRIBUTION_DIFFERS -> "寄与が、数量・歩留り・係数と申告値の積ではない";
      case SUM_DIFFERS -> "自社由来と寄与の和が合計と一致しない";
      case PERIOD_NOT_COVERED -> "投入が、用いられた期間に対応していない";
      case METHOD_DIFFERS -> "投入の温暖化係数または算定範囲が異なる";
      case COMPLETENESS_DIFFERS -> "欠けがあるのに完全とされている";
      case QUALITY_DIFFERS -> "データ品質または推計割合が投入から導かれない";
      case NOT_ACCREDITED -> "監査人が当時認定されていない";
      case EVIDENCE_DIFFERS -> "証拠が報告書の示すものと異なる";
      case REPORT_DIFFERS -> "報告書の内容が証拠の示すところと異なる";
      case CHAIN_CYCLE -> "製品が自身を投入としている";
      case NOT_VERIFIABLE -> "検証できなかった";
    };
  }
}
