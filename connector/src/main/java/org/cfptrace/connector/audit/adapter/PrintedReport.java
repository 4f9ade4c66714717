package org.cfptrace.connector.audit.adapter;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cfptrace.audit.AuditReport;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.chain.Remark;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.paper.Document;
import org.cfptrace.paper.Document.Block;
import org.cfptrace.paper.Document.Heading;
import org.cfptrace.paper.Document.Headline;
import org.cfptrace.paper.Document.Label;
import org.cfptrace.paper.Document.Labels;
import org.cfptrace.paper.Document.Notice;
import org.cfptrace.paper.Document.Paragraph;
import org.cfptrace.paper.Pdf;
import org.cfptrace.strict.Base64Url;

/** A report on paper, from the same data as the signed one, whose digest stands on every page. */
final class PrintedReport {
  private static final int DIGEST_BYTES = 32;

  private final AuditReport report;
  private final String digest;
  private final Map<ParticipantId, String> names;
  private final ReportLanguage language;

  private PrintedReport(
      AuditReport report,
      String digest,
      Map<ParticipantId, String> names,
      ReportLanguage language) {
    this.report = report;
    this.digest = digest;
    this.names = names;
    this.language = language;
  }

  /**
   * The PDF.
   *
   * @param digest of the signed report, as an attestation names it
   * @param names of companies, as far as they are known
   */
  static byte[] of(
      AuditReport report,
      String digest,
      Map<ParticipantId, String> names,
      ReportLanguage language) {
    Document document = new PrintedReport(report, digest, names, language).document();
    return Pdf.write(document, report.checkedAt());
  }

  private Document document() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Notice(found()));
    blocks.add(
        new Headline(
            say("Verified share of the emissions", "検証済み排出量の割合"), report.coverage().text(), "%"));
    blocks.add(new Labels(about()));
    blocks.add(new Heading(say("What was found", "検証結果")));
    blocks.add(
        new Paragraph(
            say(
                "Each declaration stands behind the one whose sum uses it. Its percentage is the"
                    + " share of the emissions that stands or falls with it.",
                "各申告は、それを合計に用いた申告の後に記載。割合は、その申告に左右される排出量の割合を示します。")));
    blocks.add(new Labels(new PrintedHops(report.hops(), names, language).labels()));
    blocks.add(new Heading(say("What was checked in each declaration", "各申告について確認した事項")));
    blocks.add(
        new Paragraph(
            report.checks().stream()
                .map(check -> "- " + language.of(check))
                .collect(Collectors.joining("\n"))));
    blocks.add(new Heading(say("The signed report", "署名済み報告書")));
    blocks.add(
        new Paragraph(
            say(
                "This paper repeats the signed report; only that one counts. The digests are of the"
                    + " token as it is handed out, without a line break behind it.",
                "本書は署名済み報告書の写しです。効力を持つのは署名済み報告書のみです。" + "ダイジェストは、交付されたトークンそのもの(末尾の改行なし)の値です。")));
    blocks.add(new Labels(digests()));
    return new Document(
        say("Audit of a product carbon footprint", "カーボンフットプリント監査報告書"),
        say("Signed report, SHA-256 ", "署名済み報告書 SHA-256 ") + digest,
        blocks);
  }

  /** The result, and what a reader of it must not overlook. */
  private String found() {
    StringBuilder found = new StringBuilder(result(report.result()));
    for (Remark remark : Remark.values()) {
      long count = report.hops().stream().filter(hop -> hop.remarks().contains(remark)).count();
      if (count > 0) {
        found
            .append('\n')
            .append(say("To note: ", "留意事項: "))
            .append(language.of(remark))
            .append(declarations(count));
      }
    }
    return found.toString();
  }

  private List<Label> about() {
    return List.of(
        new Label(say("Company", "事業者"), company(report.company())),
        new Label(say("Product", "製品"), report.product().toString()),
        new Label(say("Period", "対象期間"), report.period().from() + " – " + report.period().to()),
        new Label(say("Declaration", "申告"), report.declarationId().value()),
        new Label(say("Auditor", "監査人"), company(report.auditor())),
        new Label(say("Mandate", "委任状"), report.mandateId()),
        new Label(say("Checked at", "検証日時"), report.checkedAt().toString()));
  }

  private List<Label> digests() {
    return List.of(
        new Label("SHA-256", digest),
        new Label(
            say("SHA-256, hexadecimal", "SHA-256(16進)"),
            HexFormat.of().formatHex(Base64Url.decode(digest, DIGEST_BYTES))),
        new Label(say("Evidence, SHA-256", "証拠一式 SHA-256"), report.evidenceSha256()));
  }

  private String company(ParticipantId id) {
    return Optional.ofNullable(names.get(id)).map(name -> name + "\n").orElse("") + id;
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

  private String say(String en, String ja) {
    return language.of(en, ja);
  }
}
