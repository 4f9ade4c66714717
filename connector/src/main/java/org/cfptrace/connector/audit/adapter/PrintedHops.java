package org.cfptrace.connector.audit.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.audit.ReportedHop;
import org.cfptrace.chain.HopOutcome;
import org.cfptrace.envelope.AuditRefusalReason;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.paper.Document.Label;

/** The tree of declarations on paper: numbered, each with the number of the one that uses it. */
final class PrintedHops {
  /** Deeper ones are told by their tier alone. */
  private static final int DEEPEST_MARK = 12;

  private final List<ReportedHop> hops;
  private final Map<ParticipantId, String> names;
  private final ReportLanguage language;

  PrintedHops(List<ReportedHop> hops, Map<ParticipantId, String> names, ReportLanguage language) {
    this.hops = hops;
    this.names = names;
    this.language = language;
  }

  /** One for each, in the order of the report. */
  List<Label> labels() {
    List<Integer> tiers = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    for (ReportedHop hop : hops) {
      int tier = hop.buyer().isPresent() ? tiers.get(hop.buyer().getAsInt()) + 1 : 1;
      tiers.add(tier);
      labels.add(new Label(place(hop, tiers.size(), tier), told(hop, tier)));
    }
    return labels;
  }

  private String place(ReportedHop hop, int number, int tier) {
    String use =
        hop.buyer().isPresent()
            ? say("used in ", "使用先 ") + (hop.buyer().getAsInt() + 1)
            : say("audited", "監査対象");
    return number
        + " · "
        + say("tier " + tier, "第" + tier + "階層")
        + " · "
        + use
        + "\n"
        + outcome(hop.outcome())
        + " · "
        + hop.share().text()
        + " %";
  }

  private String told(ReportedHop hop, int tier) {
    List<String> lines = new ArrayList<>();
    lines.add("›".repeat(Math.min(tier - 1, DEEPEST_MARK)) + (tier > 1 ? " " : "") + company(hop));
    lines.add(say("Declaration ", "申告 ") + hop.declarationId().value());
    hop.reason().map(language::of).ifPresent(lines::add);
    hop.detail().map(this::detail).ifPresent(lines::add);
    hop.remarks().forEach(remark -> lines.add(say("To note: ", "留意事項: ") + language.of(remark)));
    return String.join("\n", lines);
  }

  private String company(ReportedHop hop) {
    String id = hop.company().shortId();
    return Optional.ofNullable(names.get(hop.company()))
        .map(name -> name + " (" + id + ")")
        .orElse(id);
  }

  /** In the words of the report, but for those that every owner refuses with. */
  private String detail(String detail) {
    for (AuditRefusalReason reason : AuditRefusalReason.values()) {
      if (detail.equals(reason.sentence())) {
        return say(detail, japanese(reason));
      }
    }
    return detail;
  }

  private static String japanese(AuditRefusalReason reason) {
    return switch (reason) {
      case NO_MANDATE -> "この監査人に有効な委任状・承認がない";
      case MANDATE_EXPIRED -> "委任状・承認の期限切れ";
      case BEYOND_DEPTH -> "許可された階層を超えている";
      case OTHER_PRODUCT -> "許可は別の製品または期間のもの";
      case NOT_ACCREDITED -> "監査人が現時点で認定されていない";
      case REFUSED_BY_OWNER -> "事業者が開示しない";
      case NOT_HELD -> "該当する申告がない";
      case CANNOT_ANSWER -> "事業者のコネクタが回答を作成できない";
    };
  }

  private String outcome(HopOutcome outcome) {
    return switch (outcome) {
      case VERIFIED -> say("verified", "検証済み");
      case REFUSED_BY_OWNER -> say("not shown by its owner", "所有者が開示を拒否");
      case UNAVAILABLE -> say("no answer", "回答なし");
      case FAILED -> say("FAILED", "不合格");
    };
  }

  private String say(String en, String ja) {
    return language.of(en, ja);
  }
}
