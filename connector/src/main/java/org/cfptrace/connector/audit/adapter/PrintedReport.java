package org.cfptrace.connector.audit.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cfptrace.audit.AuditReport;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.audit.ReportedHop;
import org.cfptrace.chain.Check;
import org.cfptrace.chain.HopOutcome;
import org.cfptrace.chain.Remark;

/** A report on paper, from the same data as the signed one, whose digest it names. */
final class PrintedReport {
  private static final int INDENT = 14;

  private final AuditReport report;
  private final String digest;
  private final Language language;

  private PrintedReport(AuditReport report, String digest, Language language) {
    this.report = report;
    this.digest = digest;
    this.language = language;
  }

  /** In which language. */
  enum Language {
    ENGLISH,
    JAPANESE;

    private String of(String en, String ja) {
      return this == JAPANESE ? ja : en;
    }
  }

  /** The PDF. */
  static byte[] of(AuditReport report, String digest, Language language) {
    return new PrintedReport(report, digest, language).written();
  }

  private byte[] written() {
    PlainPdf pdf = new PlainPdf();
    pdf.heading(say("Audit of a product carbon footprint", "カーボンフットプリント監査報告書"));
    pdf.line(0, say("Result: ", "結果: ") + result(report.result()));
    pdf.line(
        0,
        say("Verified share of the emissions: ", "検証済み排出量の割合: ") + report.coverage().text() + " %");
    for (Remark remark : Remark.values()) {
      long count = report.hops().stream().filter(hop -> hop.remarks().contains(remark)).count();
      if (count > 0) {
        pdf.line(0, say("To note: ", "留意事項: ") + name(remark) + declarations(count));
      }
    }
    pdf.space();
    pdf.line(0, say("Company: ", "事業者: ") + report.company());
    pdf.line(0, say("Product: ", "製品: ") + report.product());
    pdf.line(0, say("Period: ", "対象期間: ") + report.period().from() + " – " + report.period().to());
    pdf.line(0, say("Declaration: ", "申告: ") + report.declarationId().value());
    pdf.line(0, say("Auditor: ", "監査人: ") + report.auditor());
    pdf.line(0, say("Mandate: ", "委任状: ") + report.mandateId());
    pdf.line(0, say("Checked at: ", "検証日時: ") + report.checkedAt());
    pdf.space();
    pdf.heading(say("What was found", "検証結果"));
    List<Integer> depths = new ArrayList<>();
    for (ReportedHop hop : report.hops()) {
      int depth = hop.buyer().isPresent() ? depths.get(hop.buyer().getAsInt()) + 1 : 0;
      depths.add(depth);
      hop(pdf, hop, Math.min(depth, 12) * INDENT);
    }
    pdf.space();
    pdf.heading(say("What was checked in each declaration", "各申告について確認した事項"));
    Function<Check, String> name = language == Language.JAPANESE ? Check::ja : Check::en;
    report.checks().forEach(check -> pdf.line(INDENT, "- " + name.apply(check)));
    pdf.space();
    pdf.line(
        0,
        say(
            "This page repeats the signed report; only that one counts.",
            "本書は署名済み報告書の写しです。効力を持つのは署名済み報告書のみです。"));
    pdf.line(0, "SHA-256 " + digest);
    return pdf.written();
  }

  private void hop(PlainPdf pdf, ReportedHop hop, int indent) {
    pdf.line(
        indent,
        outcome(hop.outcome())
            + " · "
            + hop.share().text()
            + " % · "
            + hop.company().shortId()
            + " · "
            + hop.declarationId().value());
    hop.reason().ifPresent(reason -> pdf.line(indent + INDENT, reason + ": " + reason.sentence()));
    hop.detail().ifPresent(detail -> pdf.line(indent + INDENT, detail));
    hop.remarks()
        .forEach(remark -> pdf.line(indent + INDENT, say("To note: ", "留意事項: ") + name(remark)));
  }

  private String name(Remark remark) {
    return say(remark.en(), remark.ja());
  }

  private String declarations(long count) {
    return say(
        count == 1 ? " (1 declaration)" : " (" + count + " declarations)", "(申告 " + count + " 件)");
  }

  private String result(AuditResult result) {
    return switch (result) {
      case VERIFIED -> say("VERIFIED: all of it was shown and holds", "検証済み(すべて開示され、整合)");
      case PARTLY_VERIFIED ->
          say(
              "PARTLY VERIFIED: what was shown holds, but it is not all",
              "一部検証済み(開示された範囲は整合、ただし全部ではない)");
      case FAILED -> say("FAILED: something does not hold", "不合格(整合しない事項あり)");
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
