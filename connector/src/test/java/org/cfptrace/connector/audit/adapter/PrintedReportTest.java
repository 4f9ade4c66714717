package org.cfptrace.connector.audit.adapter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cfptrace.audit.AuditReport;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.audit.ReportedHop;
import org.cfptrace.chain.Check;
import org.cfptrace.chain.Coverage;
import org.cfptrace.chain.HopOutcome;
import org.cfptrace.chain.Remark;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.AuditRefusalReason;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.Sha256;
import org.cfptrace.paper.Pdf;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.verify.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The printed report says what the signed one says, in either language, and loses nothing. */
class PrintedReportTest {
  private static final ParticipantId CARS = company('c');
  private static final ParticipantId PARTS = company('b');
  private static final ParticipantId MILL = company('a');
  private static final ParticipantId SMELTER = company('d');
  private static final ParticipantId AUDITOR = company('x');
  private static final Map<ParticipantId, String> NAMES =
      Map.of(
          CARS, "浜松自動車株式会社",
          PARTS, "㈱髙﨑𠮷野部品製作所",
          MILL, "Łódź Steel & Söhne (有)瀬戸製鋼",
          AUDITOR, "森監査法人");
  private static final byte[] SHA_256 = Sha256.of("a signed report".getBytes(US_ASCII));
  private static final String DIGEST = Base64Url.encode(SHA_256);

  /** One of each outcome, and a tree that is no list. */
  private static final AuditReport FAILED =
      report(
          AuditResult.FAILED,
          "44.444444444",
          List.of(
              hop(0, CARS, HopOutcome.VERIFIED, Set.of(Remark.INCOMPLETE_TOTAL), "100"),
              new ReportedHop(
                  OptionalInt.of(0),
                  PARTS,
                  declaration(1),
                  HopOutcome.FAILED,
                  Optional.of(Reason.SUM_DIFFERS),
                  Optional.of("own 4 and contributions 3 are 7, the total says 8"),
                  Set.of(Remark.LATE_ANCHOR, Remark.INCOMPLETE_TOTAL),
                  Coverage.of("44.444444444")),
              new ReportedHop(
                  OptionalInt.of(1),
                  MILL,
                  declaration(2),
                  HopOutcome.REFUSED_BY_OWNER,
                  Optional.empty(),
                  Optional.of(AuditRefusalReason.BEYOND_DEPTH.sentence()),
                  Set.of(),
                  Coverage.of("16.666666666")),
              new ReportedHop(
                  OptionalInt.of(0),
                  SMELTER,
                  declaration(3),
                  HopOutcome.UNAVAILABLE,
                  Optional.empty(),
                  Optional.of("has not answered in time"),
                  Set.of(),
                  Coverage.of("11.1"))));

  @Test
  void inEnglishWhoAuditedWhatUnderWhichMandateAndWhatCameOfIt() {
    assertThat(words(printed(FAILED, ReportLanguage.ENGLISH)))
        .containsSubsequence(
            words("Audit of a product carbon footprint"),
            words("FAILED: something does not hold"),
            words("To note: " + Remark.LATE_ANCHOR.en() + " (1 declaration)"),
            words("To note: " + Remark.INCOMPLETE_TOTAL.en() + " (2 declarations)"),
            words("Verified share of the emissions 44.444444444 %"),
            words("Company 浜松自動車株式会社 " + CARS.did()),
            words("Product urn:uuid:11111111-1111-4111-8111-111111111111"),
            words("Period 2025-01-01 – 2025-12-31"),
            words("Declaration " + declaration(0).value()),
            words("Auditor 森監査法人 " + AUDITOR.did()),
            words("Mandate urn:uuid:22222222-2222-4222-8222-222222222222"),
            words("Checked at 2026-11-27T12:00:00Z"),
            words("1 · tier 1 · audited verified · 100 %"),
            words("浜松自動車株式会社 (" + CARS.shortId() + ")"),
            words("2 · tier 2 · used in 1 FAILED · 44.444444444 %"),
            words("› ㈱髙﨑𠮷野部品製作所 (" + PARTS.shortId() + ")"),
            words("Declaration " + declaration(1).value()),
            words("SUM_DIFFERS: " + Reason.SUM_DIFFERS.sentence()),
            words("own 4 and contributions 3 are 7, the total says 8"),
            words("To note: " + Remark.LATE_ANCHOR.en()),
            words("To note: " + Remark.INCOMPLETE_TOTAL.en()),
            words("3 · tier 3 · used in 2 not shown by its owner · 16.666666666 %"),
            words("›› Łódź Steel & Söhne (有)瀬戸製鋼 (" + MILL.shortId() + ")"),
            words(AuditRefusalReason.BEYOND_DEPTH.sentence()),
            words("4 · tier 2 · used in 1 no answer · 11.1 %"),
            words("› " + SMELTER.shortId() + " Declaration " + declaration(3).value()),
            words("has not answered in time"),
            words("only that one counts"),
            words("SHA-256 " + DIGEST),
            words(HexFormat.of().formatHex(SHA_256)),
            words(FAILED.evidenceSha256()));
  }

  @Test
  void inJapaneseTheSame() {
    assertThat(words(printed(FAILED, ReportLanguage.JAPANESE)))
        .containsSubsequence(
            words("カーボンフットプリント監査報告書"),
            words("不合格(整合しない事項あり)"),
            words("留意事項: " + Remark.LATE_ANCHOR.ja() + "(申告 1 件)"),
            words("検証済み排出量の割合 44.444444444 %"),
            words("事業者 浜松自動車株式会社"),
            words("対象期間 2025-01-01 – 2025-12-31"),
            words("監査人 森監査法人"),
            words("委任状 urn:uuid:22222222-2222-4222-8222-222222222222"),
            words("検証日時 2026-11-27T12:00:00Z"),
            words("1 · 第1階層 · 監査対象 検証済み · 100 %"),
            words("2 · 第2階層 · 使用先 1 不合格 · 44.444444444 %"),
            words("㈱髙﨑𠮷野部品製作所"),
            words("SUM_DIFFERS: 自社由来と寄与の和が合計と一致しない"),
            words("own 4 and contributions 3 are 7, the total says 8"),
            words("所有者が開示を拒否"),
            words("許可された階層を超えている"),
            words("回答なし"),
            words("効力を持つのは署名済み報告書のみ"),
            words(DIGEST));
  }

  @ParameterizedTest
  @EnumSource(ReportLanguage.class)
  void everyCheckIsNamed(ReportLanguage language) {
    String text = words(printed(FAILED, language));

    for (Check check : Check.values()) {
      assertThat(text).contains(words("- " + language.of(check)));
    }
  }

  @ParameterizedTest
  @EnumSource(ReportLanguage.class)
  void everyReasonIsThereInWords(ReportLanguage language) {
    List<ReportedHop> hops = new ArrayList<>();
    hops.add(hop(0, CARS, HopOutcome.VERIFIED, Set.of(), "100"));
    for (Reason reason : Reason.values()) {
      hops.add(
          new ReportedHop(
              OptionalInt.of(0),
              PARTS,
              declaration(hops.size()),
              HopOutcome.FAILED,
              Optional.of(reason),
              Optional.empty(),
              Set.of(),
              Coverage.of("1")));
    }
    String text = words(printed(report(AuditResult.FAILED, "0", hops), language));

    for (Reason reason : Reason.values()) {
      assertThat(text).contains(words(language.of(reason)));
    }
    assertThat(text).doesNotContain("\uFFFD");
  }

  @Test
  void whereNothingIsRemarkedNothingIsNoted() {
    AuditReport report =
        report(
            AuditResult.VERIFIED,
            "100",
            List.of(hop(0, CARS, HopOutcome.VERIFIED, Set.of(), "100")));

    assertThat(words(printed(report, ReportLanguage.ENGLISH))).doesNotContain("Tonote");
  }

  @ParameterizedTest
  @EnumSource(ReportLanguage.class)
  void twoPrintingsAreTheSameBytesAndEmbedTheirFonts(ReportLanguage language) {
    byte[] first = printed(FAILED, language);

    assertThat(printed(FAILED, language)).isEqualTo(first);
    assertThat(Pdf.faults(first)).isEmpty();
  }

  @Test
  void everyPageNamesTheSignedReport() {
    List<String> pages = Pdf.pages(printed(chain(60), ReportLanguage.ENGLISH));

    assertThat(pages).hasSizeGreaterThan(2).allSatisfy(page -> assertThat(page).contains(DIGEST));
  }

  @Test
  void aChainOfTwoHundredLosesNothing() {
    AuditReport report = chain(200);
    String text = words(printed(report, ReportLanguage.ENGLISH));

    for (int place = 1; place < report.hops().size(); place++) {
      assertThat(text)
          .contains(
              words(
                  (place + 1)
                      + " · tier "
                      + (place + 1)
                      + " · used in "
                      + place
                      + " FAILED · "
                      + report.hops().get(place).share().text()
                      + " %"))
          .contains(words("Declaration " + declaration(place).value()))
          .contains(words("expected " + place + ", seen nothing"));
    }
  }

  @Test
  void aVeryLongNameAndDetailGoOnOnTheNextPage() {
    String name = "株式会社" + "長い名前の製作所".repeat(400) + "終";
    String detail = "x".repeat(ReportedHop.LONGEST_DETAIL - 1) + "z";
    AuditReport report =
        report(
            AuditResult.PARTLY_VERIFIED,
            "50",
            List.of(
                hop(0, CARS, HopOutcome.VERIFIED, Set.of(), "100"),
                new ReportedHop(
                    OptionalInt.of(0),
                    PARTS,
                    declaration(1),
                    HopOutcome.UNAVAILABLE,
                    Optional.empty(),
                    Optional.of(detail),
                    Set.of(),
                    Coverage.of("50"))));

    byte[] pdf = PrintedReport.of(report, DIGEST, Map.of(PARTS, name), ReportLanguage.JAPANESE);

    assertThat(Pdf.pages(pdf).size()).isGreaterThan(2);
    assertThat(words(pdf)).contains(words(name)).contains(words(detail));
  }

  /** Each uses the next. */
  private static AuditReport chain(int length) {
    List<ReportedHop> hops = new ArrayList<>();
    hops.add(hop(0, CARS, HopOutcome.VERIFIED, Set.of(), "100"));
    for (int place = 1; place < length; place++) {
      hops.add(
          new ReportedHop(
              OptionalInt.of(place - 1),
              place % 2 == 0 ? MILL : PARTS,
              declaration(place),
              HopOutcome.FAILED,
              Optional.of(Reason.INPUT_HIDDEN),
              Optional.of("expected " + place + ", seen nothing"),
              Set.of(Remark.LATE_ANCHOR),
              Coverage.of("0." + (1000 + place))));
    }
    return report(AuditResult.FAILED, "0", hops);
  }

  private static byte[] printed(AuditReport report, ReportLanguage language) {
    return PrintedReport.of(report, DIGEST, NAMES, language);
  }

  /** What a reader of all pages sees one after the other, without foot lines and line breaks. */
  private static String words(byte[] pdf) {
    return words(
        Pdf.pages(pdf).stream()
            .flatMap(String::lines)
            .filter(line -> !line.matches(".*SHA-256 \\S{43} \\d+ / \\d+"))
            .collect(joining("\n")));
  }

  private static String words(String text) {
    return Pdf.legible(text).replaceAll("\\s", "");
  }

  private static ReportedHop hop(
      int number, ParticipantId company, HopOutcome outcome, Set<Remark> remarks, String share) {
    return new ReportedHop(
        OptionalInt.empty(),
        company,
        declaration(number),
        outcome,
        Optional.empty(),
        Optional.empty(),
        remarks,
        Coverage.of(share));
  }

  private static AuditReport report(AuditResult result, String coverage, List<ReportedHop> hops) {
    return new AuditReport(
        AUDITOR,
        CARS,
        "urn:uuid:22222222-2222-4222-8222-222222222222",
        Instant.parse("2026-11-27T12:00:00Z"),
        TraceId.of("urn:uuid:11111111-1111-4111-8111-111111111111"),
        Period.ofYear(2025),
        result,
        Coverage.of(coverage),
        EnumSet.allOf(Check.class),
        hops,
        Base64Url.encode(Sha256.of("evidence".getBytes(US_ASCII))));
  }

  private static ParticipantId company(char letter) {
    return ParticipantId.of("registry.cfptrace.example", String.valueOf(letter).repeat(16));
  }

  private static DeclarationId declaration(int number) {
    return DeclarationId.ofSigningInput(("declaration " + number).getBytes(US_ASCII));
  }
}
